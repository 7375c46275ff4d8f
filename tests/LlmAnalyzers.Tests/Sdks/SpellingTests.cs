using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using LlmAnalyzers.Sdks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace LlmAnalyzers.Tests.Sdks;

/// <summary>What an edit writes compiles against the newest version of the SDK.</summary>
public class SpellingTests
{
    public static IEnumerable<object[]> Surfaces => SurfaceCases.All.Where(c => c.Surface.Spelling is not null).Select(c => new object[] { c.Surface.Name });

    [Theory]
    [MemberData(nameof(Surfaces))]
    public void Every_spelled_value_fits_its_place(string surface)
    {
        var (spelling, compilation) = Of(surface);
        var format = TypeOf(compilation, spelling.OptionsType, spelling.FormatProperty);
        var message = spelling.MessageType;
        (string? Type, string? Expression)[] values =
        [
            (format, spelling.JsonModeExpression),
            (format, spelling.SchemaExpression),
            (format, spelling.SchemaFromTypeExpression),
            (TypeOf(compilation, spelling.OptionsType, spelling.TemperatureProperty), spelling.TemperatureZero),
            (message, spelling.UserMessageExpression),
            (spelling.SystemProperty is { } system ? TypeOf(compilation, spelling.OptionsType, system) : message, spelling.SystemMessageExpression),
        ];
        var lines = values.Where(v => v is { Type: not null, Expression: not null }).Select((v, i) => $"{v.Type} v{i} = {Code(v.Expression!)};");
        var source = $$"""
            #pragma warning disable
            class Order { public string Number { get; set; } }
            class Edits { void Write() { {{string.Join('\n', lines)}} } }
            """;
        var errors = compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source)).GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error);
        Assert.True(!errors.Any(), string.Join('\n', errors) + "\n" + source);
        Assert.NotNull(format);
    }

    [Theory]
    [MemberData(nameof(Surfaces))]
    public void Every_spelled_parameter_is_one_of_a_call(string surface)
    {
        var (spelling, _) = Of(surface);
        var parameters = SurfaceCases.All.Single(c => c.Surface.Name == surface).Surface.Types.SelectMany(t => t.Values).OfType<CallMember>().SelectMany(c => c.Parameters).ToList();
        Assert.Contains(KeyValuePair.Create(spelling.OptionsParameter, ParameterMeaning.Options), parameters);
        Assert.Contains(parameters, p => p.Key == spelling.MessagesParameter && p.Value is ParameterMeaning.Messages or ParameterMeaning.Options);
    }

    [Theory]
    [MemberData(nameof(Surfaces))]
    public void The_member_that_makes_a_schema_from_a_type_exists(string surface)
    {
        var (spelling, compilation) = Of(surface);
        if (spelling.SchemaFromTypeNeeds is { } needed)
        {
            var dot = needed.LastIndexOf('.');
            var name = needed[(dot + 1)..].Split('`')[0];
            Assert.Contains(compilation.GetTypesByMetadataName(needed[..dot]).SelectMany(t => t.GetMembers(name)), m => m is IMethodSymbol { IsGenericMethod: true });
        }
    }

    private static (SdkSpelling Spelling, CSharpCompilation Compilation) Of(string surface)
    {
        var found = SurfaceCases.All.Single(c => c.Surface.Name == surface);
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary);
        return (found.Surface.Spelling!, CSharpCompilation.Create("Edits", [], found.Versions[0].References, options));
    }

    /// <summary>The type of a property, given by its path from the options; null where this version has none.</summary>
    private static string? TypeOf(CSharpCompilation compilation, string optionsType, string path)
    {
        ITypeSymbol? type = compilation.GetTypesByMetadataName(optionsType).Single();
        foreach (var name in path.Split('.'))
        {
            var bases = new List<ITypeSymbol>();
            for (var current = type; current is not null; current = current.BaseType)
            {
                bases.Add(current);
            }

            type = bases.SelectMany(t => t.GetMembers(name)).OfType<IPropertySymbol>().FirstOrDefault()?.Type;
        }

        return type?.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
    }

    private static string Code(string expression) => Regex.Replace(expression, @"\{([\w.]+)\}", "global::$1")
        .Replace("$name", "\"order\"", StringComparison.Ordinal).Replace("$schema", "\"{}\"", StringComparison.Ordinal)
        .Replace("$type", "Order", StringComparison.Ordinal).Replace("$options", "null", StringComparison.Ordinal)
        .Replace("$text", "\"t\"", StringComparison.Ordinal);
}
