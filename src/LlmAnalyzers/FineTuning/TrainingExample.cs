namespace LlmAnalyzers.FineTuning;

/// <summary>The forms in which providers take examples.</summary>
internal enum ExampleForm : byte
{
    /// <summary>JSON, but none of the forms below.</summary>
    Unknown,

    /// <summary><c>messages</c> of Chat Completions: supervised when it ends with a reply, reinforcement when it ends with a question.</summary>
    Chat,

    /// <summary><c>input</c>, <c>preferred_output</c>, <c>non_preferred_output</c>.</summary>
    Preference,

    /// <summary><c>contents</c> of Gemini.</summary>
    Gemini,

    /// <summary><c>schemaVersion</c> and <c>messages</c> of Nova on Bedrock.</summary>
    Nova,
}

/// <summary>Who has the last word of an example.</summary>
internal enum LastSpeaker : byte
{
    Other,
    User,
    Assistant,
}

/// <summary>What is kept of one line of a training file. No text: that stays in the file.</summary>
internal sealed class TrainingExample
{
    /// <summary>The whole line.</summary>
    public LinePlace Place { get; init; }

    public ExampleForm Form { get; set; }

    public LastSpeaker LastSpeaker { get; set; }

    /// <summary>The role of the last message.</summary>
    public LinePlace LastMessage { get; set; }

    /// <summary>Something in the line cannot be read: it is not compared with others.</summary>
    public bool IsFaulty { get; set; }

    /// <summary>The line is JSON that goes on in the next line.</summary>
    public bool IsUnfinished { get; set; }

    public bool IsArray { get; set; }

    /// <summary>Fingerprint of roles and texts.</summary>
    public ulong Exact { get; set; }

    /// <summary>The same without case, spacing and punctuation.</summary>
    public ulong Loose { get; set; }

    /// <summary>Fingerprint of the system prompt; 0 when there is none.</summary>
    public ulong System { get; set; }

    public LinePlace SystemPlace { get; set; }

    public int Tokens { get; set; }

    /// <summary>The reply that is learned; null where it has no text.</summary>
    public ReplyShape? Reply { get; set; }

    public LinePlace ReplyPlace { get; set; }
}
