using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <summary>The trees and methods of <c>System.Text.Json</c> and Newtonsoft.Json, as far as they carry a value on unchanged.</summary>
internal static class JsonTrees
{
    private const string Nodes = "System.Text.Json.Nodes";
    private const string Linq = "Newtonsoft.Json.Linq";

    /// <summary>The value without conversions, also without those that wrap it as a node of a tree.</summary>
    public static IOperation Plain(IOperation value)
    {
        var operation = OriginFinder.Bare(value);
        while (operation is IConversionOperation { OperatorMethod.ContainingType: { } type } conversion && IsNode(type))
        {
            operation = OriginFinder.Bare(conversion.Operand);
        }

        return operation;
    }

    /// <summary>A node of a JSON tree, of either library.</summary>
    public static bool IsNode(ITypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if ((current.Name == "JsonNode" && In(current, Nodes)) || (current.Name == "JToken" && In(current, Linq)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>An object with keys: a dictionary of the framework, or the object of a tree.</summary>
    public static bool IsKeyed(INamedTypeSymbol type) =>
        (type.Name == "JsonObject" && In(type, Nodes)) || (type.Name == "JObject" && In(type, Linq))
        || (type.Name is "ExpandoObject" && In(type, "System.Dynamic"))
        || type.AllInterfaces.Add(type).Any(i => i.MetadataName is "IDictionary`2" or "IReadOnlyDictionary`2" && In(i, "System.Collections.Generic")
            && i.TypeArguments[0].SpecialType == SpecialType.System_String);

    /// <summary>The value that a serializer turns into JSON; null when the method does something else.</summary>
    public static IOperation? SerializedBy(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        return method.ContainingType switch
        {
            { Name: "JsonSerializer" } type when In(type, "System.Text.Json")
                && method.Name is "Serialize" or "SerializeToUtf8Bytes" or "SerializeToElement" or "SerializeToNode" or "SerializeToDocument" => Argument(invocation, "value"),
            { Name: "JsonConvert" } type when In(type, "Newtonsoft.Json") && method.Name == "SerializeObject" => Argument(invocation, "value"),
            { Name: "JObject" or "JToken" or "JArray" } type when In(type, Linq) && method.Name == "FromObject" => Argument(invocation, "o"),
            _ => null,
        };
    }

    /// <summary>The text that is parsed into a tree.</summary>
    public static IOperation? ParsedBy(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        return method.Name == "Parse" && (IsNode(method.ContainingType) || (method.ContainingType.Name == "JsonDocument" && In(method.ContainingType, "System.Text.Json")))
            && invocation.Arguments.FirstOrDefault(a => a.Parameter?.Name is "json") is { Value: { Type.SpecialType: SpecialType.System_String } text }
            ? text
            : null;
    }

    /// <summary>The tree whose JSON text the method gives.</summary>
    public static IOperation? WrittenBy(IInvocationOperation invocation) =>
        invocation.TargetMethod.Name is "ToJsonString" or "ToString" && invocation.Instance is { } tree && IsNode(tree.Type) ? tree : null;

    /// <summary>The value that a factory of a tree takes, or that a copy is of.</summary>
    public static IOperation? PassedOnBy(IInvocationOperation invocation) => invocation.TargetMethod switch
    {
        { Name: "Create", ContainingType: { Name: "JsonValue" } type } when In(type, Nodes) => Argument(invocation, "value"),
        { Name: "DeepClone" or "AsObject" or "AsArray" or "AsValue" or "AsNode" } when IsNode(invocation.Instance?.Type) => invocation.Instance,
        { Name: "Clone", ContainingType: { Name: "JsonElement" } type } when In(type, "System.Text.Json") => invocation.Instance,
        _ => null,
    };

    public static bool In(ITypeSymbol type, string containingNamespace) => type.ContainingNamespace?.ToDisplayString() == containingNamespace;

    private static IOperation? Argument(IInvocationOperation invocation, string parameter) => SettingReader.ArgumentOf(invocation, parameter)?.Value;
}
