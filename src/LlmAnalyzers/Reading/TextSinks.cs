using System;
using System.Collections.Generic;
using System.Linq;
using LlmAnalyzers.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <summary>What well-known methods do with a text they are given: parse it, convert it, match it, compare it.</summary>
internal static class TextSinks
{
    private static readonly HashSet<string> JsonParsers = new(StringComparer.Ordinal)
    {
        "System.Text.Json.JsonSerializer.Deserialize",
        "System.Text.Json.JsonSerializer.DeserializeAsync",
        "System.Text.Json.JsonDocument.Parse",
        "System.Text.Json.JsonElement.Parse",
        "System.Text.Json.Nodes.JsonNode.Parse",
        "Newtonsoft.Json.JsonConvert.DeserializeObject",
        "Newtonsoft.Json.JsonConvert.DeserializeAnonymousType",
        "Newtonsoft.Json.JsonConvert.PopulateObject",
        "Newtonsoft.Json.Linq.JObject.Parse",
        "Newtonsoft.Json.Linq.JArray.Parse",
        "Newtonsoft.Json.Linq.JToken.Parse",
    };

    private static readonly HashSet<string> Converted = new(StringComparer.Ordinal)
    {
        "System.Convert", "System.Enum", "System.Boolean", "System.Byte", "System.SByte", "System.Int16", "System.UInt16", "System.Int32", "System.UInt32",
        "System.Int64", "System.UInt64", "System.Single", "System.Double", "System.Decimal", "System.Half", "System.Int128", "System.DateTime",
        "System.DateTimeOffset", "System.DateOnly", "System.TimeOnly", "System.TimeSpan", "System.Guid", "System.Version", "System.Char", "System.Numerics.BigInteger",
    };

    private static readonly HashSet<string> Shown = new(StringComparer.Ordinal)
    {
        "System.Console", "System.IO.TextWriter", "System.IO.StreamWriter", "System.IO.File", "System.Diagnostics.Debug", "System.Diagnostics.Trace",
        "Microsoft.Extensions.Logging.LoggerExtensions", "Microsoft.Extensions.Logging.ILogger",
    };

    /// <summary>Searched for in prose to see that it is no answer at all.</summary>
    private static readonly string[] RefusalPhrases = ["i'm sorry", "i’m sorry", "i am sorry", "i cannot", "i can't", "i can’t", "as an ai", "i apologize"];

    /// <summary>Stand before a whole reply and are cut off; the label of one field decides what the field is.</summary>
    private static readonly string[] ReplyLabels = ["answer:", "response:", "reply:", "output:", "result:", "assistant:", "ai:", "bot:"];

    /// <summary>In brackets, they say that a reply has ended.</summary>
    private static readonly string[] EndWords = ["done", "end", "eos", "eot", "eof", "stop", "end of response"];

    /// <summary>What a method does with a text argument; null when it is not known.</summary>
    public static ReplyUse? UseOf(IInvocationOperation invocation, IArgumentOperation argument)
    {
        var method = invocation.TargetMethod;
        var type = FullName(method.ContainingType);
        if (JsonParsers.Contains(type + "." + method.Name))
        {
            if (method.Name == "Parse"
                && (invocation.Parent is IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation }
                    || (invocation.Parent is IUsingOperation block && block.Resources == invocation)))
            {
                // Only a look whether the text happens to be JSON.
                return null;
            }

            return argument.Parameter?.Ordinal == 0 || argument.Parameter?.Name is "json" or "value" or "utf8Json"
                ? Use(ReplyUseKind.ParsedAsJson, invocation, ParsedType(invocation))
                : null;
        }

        if (Converted.Contains(type) && (method.Name is "Parse" or "TryParse" or "ParseExact" or "TryParseExact" or "IsDefined" || method.Name.StartsWith("To", StringComparison.Ordinal)))
        {
            return Use(ReplyUseKind.Converted, invocation, ConvertedType(invocation));
        }

        if (type == "System.Text.RegularExpressions.Regex" && method.Name is "Match" or "Matches" or "IsMatch" && argument.Parameter?.Name == "input")
        {
            var pattern = PatternOf(invocation);
            return IsJsonPattern(pattern) ? Use(ReplyUseKind.JsonExtracted, invocation, null)
                : IsLinkPattern(pattern) ? null
                : Use(ReplyUseKind.Matched, invocation, null);
        }

        if (Shown.Contains(type))
        {
            return Use(ReplyUseKind.Shown, invocation, null);
        }

        if (method.Name is "ContainsKey" or "TryGetValue" or "Contains" && argument.Parameter?.Ordinal == 0 && IsLookup(method.ContainingType))
        {
            return Use(ReplyUseKind.UsedAsKey, invocation, null);
        }

        return AssertsEquality(invocation, argument, type) ? Use(ReplyUseKind.AssertedEqual, invocation, null) : null;
    }

    /// <summary>
    /// A test asserts that the text equals a constant: <c>Assert.Equal("a", text)</c>, <c>Assert.That(text, Is.EqualTo("a"))</c>,
    /// <c>text.ShouldBe("a")</c>, <c>text.Should().Be("a")</c>.
    /// </summary>
    private static bool AssertsEquality(IInvocationOperation invocation, IArgumentOperation argument, string type) => invocation.TargetMethod.Name switch
    {
        "Equal" or "AreEqual" or "Equals" when type.IndexOf("Assert", StringComparison.Ordinal) >= 0 => HasConstant(invocation, argument),
        "That" when type.IndexOf("Assert", StringComparison.Ordinal) >= 0 => invocation.Arguments.Any(a =>
            OriginFinder.Bare(a.Value) is IInvocationOperation { TargetMethod.Name: "EqualTo" } constraint && HasConstant(constraint, argument)),
        "ShouldBe" => HasConstant(invocation, argument),
        "Should" => invocation.Parent is IInvocationOperation { TargetMethod.Name: "Be" } assertion && assertion.Instance == invocation && HasConstant(assertion, argument),
        _ => false,
    };

    private static bool HasConstant(IInvocationOperation invocation, IArgumentOperation besides) =>
        invocation.Arguments.FirstOrDefault(a => a != besides && !a.IsImplicit) is { } expected
        && OriginFinder.Bare(expected.Value).ConstantValue is { HasValue: true, Value: string { Length: > 0 } };

    /// <summary>The text is compared with a constant that says something, not with white space, a fence or a brace.</summary>
    public static bool IsTelling(IOperation constant)
    {
        if (SettingReader.TextOf(OriginFinder.Bare(constant)) is not { } text)
        {
            return false;
        }

        return text.Any(char.IsLetterOrDigit) && !IsFence(constant) && !IsEndMarker(text);
    }

    /// <summary>The same for a word that is searched for in the text: there, labels of the whole reply and refusals decide nothing either.</summary>
    public static bool IsTellingToFind(IOperation constant) =>
        IsTelling(constant) && SettingReader.TextOf(OriginFinder.Bare(constant)) is { } text
        && !ReplyLabels.Contains(text.Trim(), StringComparer.OrdinalIgnoreCase)
        && !RefusalPhrases.Any(phrase => text.IndexOf(phrase, StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary>A code fence such as <c>```json</c>.</summary>
    public static bool IsFence(IOperation constant) =>
        SettingReader.TextOf(OriginFinder.Bare(constant)) is { } text && text.IndexOf("```", StringComparison.Ordinal) >= 0;

    /// <summary>A fence that holds JSON: <c>```json</c>. A bare fence may hold anything.</summary>
    public static bool IsJsonFence(IOperation constant) =>
        SettingReader.TextOf(OriginFinder.Bare(constant)) is { } text
        && text.IndexOf("```", StringComparison.Ordinal) >= 0 && text.IndexOf("json", StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>Divides a reply into fields: not white space or line ends, at which any text can be divided.</summary>
    public static bool IsFieldSeparator(IOperation separator) => OriginFinder.Bare(separator) switch
    {
        { ConstantValue: { HasValue: true, Value: char mark } } => mark is '|' or ';' or ',' or ':' or '\t' or '#' or '=',
        { ConstantValue: { HasValue: true, Value: string { Length: > 0 } text } } => !string.IsNullOrWhiteSpace(text) && text is not ("." or "!" or "?"),
        IArrayCreationOperation { Initializer.ElementValues: { IsEmpty: false } marks } => marks.All(IsFieldSeparator),
        ICollectionExpressionOperation { Elements: { IsEmpty: false } marks } => marks.All(IsFieldSeparator),
        _ => false,
    };

    /// <summary>A brace or bracket that begins or ends JSON.</summary>
    public static bool IsBrace(IOperation constant) => OriginFinder.Bare(constant).ConstantValue switch
    {
        { HasValue: true, Value: string text } => text is "{" or "}" or "[" or "]" or "{\"" or "[{",
        { HasValue: true, Value: char text } => text is '{' or '}' or '[' or ']',
        _ => false,
    };

    public static ReplyUse Use(ReplyUseKind kind, IInvocationOperation invocation, ITypeSymbol? type)
    {
        var method = invocation.TargetMethod;
        // A type parameter of the code around says nothing to somebody who reads the message.
        var typeArguments = method.TypeArguments.IsEmpty || method.TypeArguments.Any(t => t.TypeKind == TypeKind.TypeParameter)
            ? ""
            : "<" + string.Join(", ", method.TypeArguments.Select(Short)) + ">";
        var owner = method.IsExtensionMethod || method.ContainingType.SpecialType == SpecialType.System_String ? "" : Short(method.ContainingType) + ".";
        return new(kind, invocation.Syntax.GetLocation(), owner + method.Name + typeArguments) { Type = type };
    }

    public static string Short(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    /// <summary>A mark of a chat template, a heading, or a word in brackets that says that the reply has ended.</summary>
    private static bool IsEndMarker(string text) =>
        text.StartsWith("<|", StringComparison.Ordinal) || text.StartsWith("</", StringComparison.Ordinal) || text.StartsWith("##", StringComparison.Ordinal)
        || (text[0] is '[' or '<' && EndWords.Contains(text.Trim('[', ']', '<', '>', ' '), StringComparer.OrdinalIgnoreCase));

    /// <summary>Links are picked out of an answer wherever they stand in it: nothing is asked of its form.</summary>
    private static bool IsLinkPattern(string? pattern) =>
        pattern is not null && (pattern.IndexOf("http", StringComparison.OrdinalIgnoreCase) >= 0 || pattern.IndexOf("www", StringComparison.OrdinalIgnoreCase) >= 0);

    private static ITypeSymbol? ParsedType(IInvocationOperation invocation)
    {
        if (invocation.TargetMethod.TypeArguments is [var type])
        {
            return type;
        }

        var named = invocation.Arguments.Select(a => OriginFinder.Bare(a.Value)).OfType<ITypeOfOperation>().FirstOrDefault();
        return named?.TypeOperand;
    }

    private static ITypeSymbol? ConvertedType(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        if (method.TypeArguments is [var type])
        {
            return type;
        }

        if (method.ContainingType.SpecialType == SpecialType.System_Enum)
        {
            return invocation.Arguments.Select(a => OriginFinder.Bare(a.Value)).OfType<ITypeOfOperation>().FirstOrDefault()?.TypeOperand;
        }

        return method.ContainingType.Name == "Convert" ? method.ReturnType : method.ContainingType;
    }

    private static string? PatternOf(IInvocationOperation invocation)
    {
        var pattern = SettingReader.ArgumentOf(invocation, "pattern")?.Value;
        if (pattern is null && invocation.Instance is IObjectCreationOperation created)
        {
            pattern = SettingReader.ArgumentOf(created, "pattern")?.Value;
        }

        return pattern is null ? null : SettingReader.TextOf(OriginFinder.Bare(pattern));
    }

    private static bool IsJsonPattern(string? pattern) =>
        pattern is not null
        && (pattern.IndexOf("```", StringComparison.Ordinal) >= 0 || pattern.IndexOf("\\{", StringComparison.Ordinal) >= 0
            || pattern.StartsWith("{", StringComparison.Ordinal) || pattern.IndexOf("\\[", StringComparison.Ordinal) >= 0);

    private static bool IsLookup(INamedTypeSymbol type) =>
        type.AllInterfaces.Append(type).Any(i => i.OriginalDefinition.MetadataName is "IDictionary`2" or "IReadOnlyDictionary`2" or "ISet`1" or "IReadOnlySet`1"
            && i.ContainingNamespace.ToDisplayString() == "System.Collections.Generic");

    private static string FullName(INamedTypeSymbol type) =>
        type.OriginalDefinition.ToDisplayString(new SymbolDisplayFormat(
            typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces));
}
