using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Calls;

/// <summary>What the code does with the text of a reply.</summary>
internal enum ReplyUseKind
{
    /// <summary>Given to a JSON parser; <see cref="ReplyUse.Type"/> is the type it is read into, if one is named.</summary>
    ParsedAsJson,

    /// <summary>Code fences are cut off, or a JSON part is searched for.</summary>
    JsonExtracted,

    /// <summary>Converted to a number, bool, enum, date or guid; <see cref="ReplyUse.Type"/> is the target.</summary>
    Converted,

    /// <summary>Compared with a constant, switched on, or searched for a constant that decides a branch.</summary>
    Compared,

    /// <summary>Looked up in a dictionary or set.</summary>
    UsedAsKey,

    /// <summary>Matched by a regular expression.</summary>
    Matched,

    /// <summary>An element is taken out of a list of contents; only in <see cref="ReplyEnding.Indexed"/>.</summary>
    Indexed,

    /// <summary>Split into fields.</summary>
    Split,

    /// <summary>A test asserts that it equals a constant.</summary>
    AssertedEqual,

    /// <summary>Printed, logged or returned to a caller that is not known: nothing is asked of its form.</summary>
    Shown,

    /// <summary>Handed to code that cannot be read.</summary>
    Unknown,
}

/// <summary>One use of the reply's text, with its evidence.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Location">The expression that does it.</param>
/// <param name="Display">The expression as a message quotes it, such as <c>Enum.Parse&lt;Priority&gt;</c>.</param>
internal sealed record ReplyUse(ReplyUseKind Kind, Location Location, string Display)
{
    /// <summary>Type the text is turned into; null when none is named.</summary>
    public ITypeSymbol? Type { get; init; }

    /// <summary>A handler around it takes what a cut-off, refused or empty reply makes it throw.</summary>
    public bool IsGuarded { get; init; }

    /// <summary>It stands in a member that calls the one of the call.</summary>
    public bool IsInCaller { get; init; }

    /// <summary>Where in the call's own file this use, or the step that leads to it, stands; null when all of it is elsewhere.</summary>
    public Location? LocalLocation { get; init; }
}
