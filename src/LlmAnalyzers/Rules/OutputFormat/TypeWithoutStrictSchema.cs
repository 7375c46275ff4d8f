using System.Linq;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Schemas;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules.OutputFormat;

/// <summary>LLM1006: the SDK makes the schema from a type of which no service can keep one.</summary>
internal sealed class TypeWithoutStrictSchema : SchemaRule
{
    public const string Id = "LLM1006";

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Create(
        Id,
        "OutputFormat",
        DiagnosticSeverity.Info,
        "Type cannot be a strict schema",
        "No strict schema can be made from '{0}': {1}",
        "A strict schema is one object whose keys and types are all known. A list or plain value at the root, object, JsonElement, dictionaries, interfaces without [JsonDerivedType], and on some services types that contain themselves, are refused or come back as something else.");

    public override void Check(SchemaUse use, SchemaContext context)
    {
        if (use is not { Type: { TypeKind: not (TypeKind.TypeParameter or TypeKind.Error) } type, TypeLocation: { } place }
            || use.Strict == StrictSwitch.Off)
        {
            return;
        }

        var dialect = use.Provider == "anthropic" ? SchemaDialect.Anthropic : SchemaDialect.OpenAI;
        var findings = SchemaFromType.Create(type, SerializationConventions.Default, dialect, context.CancellationToken).Findings;
        if (findings.FirstOrDefault(f => IsCertain(f.Kind, use)) is { } finding)
        {
            context.Report(Descriptor, use, place, use.Name, DiagnosticSeverity.Info, TypeNames.Display(type), Continue(finding.Sentence));
        }
    }

    /// <summary>What the type's JSON is, is not always known; that these have no schema, is.</summary>
    private static bool IsCertain(SchemaObstacleKind kind, SchemaUse use) => kind switch
    {
        SchemaObstacleKind.Root => !use.TakesAnyRoot,
        SchemaObstacleKind.AnyJson or SchemaObstacleKind.OpenKeys or SchemaObstacleKind.NoConcreteType or SchemaObstacleKind.Recursive => true,
        _ => false,
    };

    /// <summary>As the rest of a sentence.</summary>
    private static string Continue(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence.Substring(1).TrimEnd('.');
}
