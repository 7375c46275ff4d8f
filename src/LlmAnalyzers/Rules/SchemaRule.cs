using LlmAnalyzers.Calls;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules;

/// <summary>A rule that looks at a place where a schema is put into a request. It knows no SDK and no syntax.</summary>
internal abstract class SchemaRule
{
    public abstract DiagnosticDescriptor Descriptor { get; }

    /// <summary>Looks at a schema and reports what it finds. Unknown is silent.</summary>
    public abstract void Check(SchemaUse use, SchemaContext context);
}
