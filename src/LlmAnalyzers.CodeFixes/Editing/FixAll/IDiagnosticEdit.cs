using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.CodeFixes.Editing.FixAll;

/// <summary>Turns one diagnostic into changes of its document.</summary>
internal interface IDiagnosticEdit
{
    /// <summary>Adds what fixes the diagnostic; false when it cannot be fixed cleanly, and then the edit is dropped.</summary>
    Task<bool> AddEditAsync(SourceEdit edit, Diagnostic diagnostic, string equivalenceKey, CancellationToken cancellationToken);
}
