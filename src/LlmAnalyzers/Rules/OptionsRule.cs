using LlmAnalyzers.Calls;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules;

/// <summary>A rule that looks at an options object and what becomes of it.</summary>
internal abstract class OptionsRule
{
    public abstract DiagnosticDescriptor Descriptor { get; }

    public abstract void Check(OptionsObject options, RuleContext context);
}
