using LlmAnalyzers.Calls;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules;

/// <summary>A rule that looks at an API key in the source.</summary>
internal abstract class KeyRule
{
    public abstract DiagnosticDescriptor Descriptor { get; }

    public abstract void Check(ApiKeyUse key, RuleContext context);
}
