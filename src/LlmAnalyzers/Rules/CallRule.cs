using LlmAnalyzers.Calls;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules;

/// <summary>A rule that looks at one call. It knows no SDK and no syntax: what it needs is in <see cref="LlmCall"/>.</summary>
internal abstract class CallRule
{
    public abstract DiagnosticDescriptor Descriptor { get; }

    /// <summary>Looks at a call and reports what it finds. Unknown is silent.</summary>
    public abstract void Check(LlmCall call, CallFindings findings, RuleContext context);
}
