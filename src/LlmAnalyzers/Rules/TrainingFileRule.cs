using LlmAnalyzers.FineTuning;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules;

/// <summary>A rule that looks at one training file.</summary>
internal abstract class TrainingFileRule
{
    /// <summary>The last argument of its message is what <see cref="TrainingFileContext"/> says about findings that are left out.</summary>
    public abstract DiagnosticDescriptor Descriptor { get; }

    /// <summary>Looks at a file and reports what it finds. Unknown is silent.</summary>
    public abstract void Check(TrainingFile file, TrainingFileContext context);
}
