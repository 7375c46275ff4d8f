using System.Collections.Generic;
using System.Collections.Immutable;

namespace LlmAnalyzers.FineTuning;

/// <summary>Something wrong with a stretch of a line, in words.</summary>
internal sealed record TrainingFault(LinePlace Place, string Message);

/// <summary>Sensitive text of one kind in a file: the places that are kept, and how many there are.</summary>
internal sealed class SensitiveCount
{
    public List<(LinePlace Place, string Name)> Places { get; } = new();

    /// <summary>Different ones.</summary>
    public int Distinct { get; set; }

    public int Total { get; set; }

    /// <summary>Examples that hold at least one.</summary>
    public int Examples { get; set; }
}

/// <summary>What a training file holds, read once. It knows no provider and no model: those come with the project, not with the text.</summary>
internal sealed class TrainingFile
{
    /// <summary>Places that are kept of one kind of fault; what comes after is only counted.</summary>
    public const int KeptPlaces = 100;

    /// <summary>One entry for each line that is not blank, in order.</summary>
    public required ImmutableArray<TrainingExample> Examples { get; init; }

    /// <summary>Lines that are no examples of their form.</summary>
    public required ImmutableArray<TrainingFault> Faults { get; init; }

    public required int FaultCount { get; init; }

    public required ImmutableDictionary<SensitiveKind, SensitiveCount> Sensitive { get; init; }

    /// <summary>The first system prompts that differ, by fingerprint.</summary>
    public required ImmutableDictionary<ulong, string> SystemPrompts { get; init; }

    /// <summary>Only the first lines were read, because the file is larger than allowed.</summary>
    public bool IsPartial { get; init; }

    /// <summary>The file is no list of lines (an array, or objects over several lines): what it holds cannot be judged.</summary>
    public bool IsBroken { get; init; }

    /// <summary>Estimated tokens of all examples.</summary>
    public long Tokens { get; init; }
}
