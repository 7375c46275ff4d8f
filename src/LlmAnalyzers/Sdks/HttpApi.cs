using System.Collections.Immutable;
using LlmAnalyzers.Calls;

namespace LlmAnalyzers.Sdks;

/// <summary>A method that sends an HTTP request. Parameters are matched by name.</summary>
internal sealed record HttpSendMember : MemberMeaning
{
    /// <summary>Parameter with the address.</summary>
    public string? AddressParameter { get; init; }

    /// <summary>Parameter with the content, already in bytes or text.</summary>
    public string? ContentParameter { get; init; }

    /// <summary>Parameter with an object that is sent as JSON.</summary>
    public string? ValueParameter { get; init; }

    /// <summary>Parameter with a message that has address and content.</summary>
    public string? MessageParameter { get; init; }
}

/// <summary>A method of an SDK that takes the request as JSON and passes it on. An overload without the parameter is not this call.</summary>
/// <param name="Parameter">Parameter with the JSON.</param>
/// <param name="Api">What the JSON means.</param>
internal sealed record BodyCallMember(string Parameter, HttpApi Api) : MemberMeaning;

/// <summary>What a value at a place of a body says about the reply's form.</summary>
/// <param name="Path">Member names, separated by dots.</param>
/// <param name="Value">The value it must have; null when being there is enough.</param>
/// <param name="Contract">What is then enforced.</param>
internal sealed record ContractField(string Path, object? Value, OutputContract Contract);

/// <summary>The end of an address, in whole segments.</summary>
/// <param name="Segments">Such as <c>chat/completions</c>; a segment <c>*:verb</c> begins with the model's name.</param>
internal sealed record PathEnd(string Segments)
{
    /// <summary>Members of the body, of which one from each group must be there: other services have such paths too.</summary>
    public ImmutableArray<string> Confirming { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>The reply comes piece by piece.</summary>
    public bool IsStreaming { get; init; }
}

/// <summary>
/// One way to ask a model over HTTP: its paths, what the members of the JSON body mean, and where in the reply the text is. Data, not code.
/// Names of members are given as the service documents them; paths are separated by dots.
/// </summary>
internal sealed class HttpApi
{
    /// <summary>Name as users know it, such as <c>chat completions</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Who has this API, whatever the host; null when many do.</summary>
    public string? Provider { get; init; }

    public required SurfaceAbilities Abilities { get; init; }

    public required ImmutableArray<PathEnd> Paths { get; init; }

    /// <summary>Members of the body that are settings of a plain value, or only count as set.</summary>
    public required ImmutableDictionary<string, SettingKind> Settings { get; init; }

    /// <summary>Members with the system prompt: a text, or an object or list that holds it.</summary>
    public ImmutableArray<string> Instructions { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>Member with the list of messages; where it is a text, that is what the user says.</summary>
    public required string Messages { get; init; }

    /// <summary>The same for an API that takes one text and no messages.</summary>
    public bool IsSingleText { get; init; }

    /// <summary>Members of a message, or of a part of it, that hold its content.</summary>
    public ImmutableArray<string> Content { get; init; } = ImmutableArray.Create("content");

    /// <summary>The strongest first.</summary>
    public required ImmutableArray<ContractField> Contracts { get; init; }

    /// <summary>Member that says whether a tool must be called.</summary>
    public string? ToolChoice { get; init; }

    /// <summary>Names are also understood in snake case.</summary>
    public bool TakesSnakeCase { get; init; }

    /// <summary>The reply comes piece by piece unless the request says otherwise.</summary>
    public bool StreamsByDefault { get; init; }

    /// <summary>How edits of such a body are spelled.</summary>
    public required SdkSpelling Spelling { get; init; }

    /// <summary>The surface as a fix sees it.</summary>
    public SdkSurface Surface => new() { Name = RawHttp.Surface.Name, Abilities = Abilities, Types = ImmutableArray<SdkType>.Empty, Spelling = Spelling };

    /// <summary>The spelling of an edit.</summary>
    /// <param name="temperature">Path of the temperature.</param>
    /// <param name="format">Path of what says how the reply is to look.</param>
    /// <param name="jsonMode">Code that asks for JSON there.</param>
    /// <param name="schema">Code that asks for a schema there.</param>
    /// <param name="system">Code of a system message, or of the system prompt.</param>
    /// <param name="systemPath">Path of the system prompt, where it is no message.</param>
    internal static SdkSpelling Spell(string temperature, string format, string? jsonMode, string? schema, string system, string? systemPath = null) => new()
    {
        IsJsonBody = true,
        OptionsType = "System.Object",
        OptionsParameter = "",
        MessageType = "System.Object",
        MessagesParameter = "",
        TemperatureProperty = temperature,
        TemperatureZero = "0",
        FormatProperty = format,
        JsonModeExpression = jsonMode,
        SchemaExpression = schema,
        SystemMessageExpression = system,
        SystemProperty = systemPath,
        UserMessageExpression = "",
    };

    /// <summary>Where the text of a reply is; lists do not show in a path.</summary>
    public required ImmutableArray<string> ReplyTexts { get; init; }

    /// <summary>Where a reply tells how it ended: why it stopped, a refusal, calls of tools.</summary>
    public required ImmutableArray<string> ReplyEndings { get; init; }

    /// <summary>These, as a message names them.</summary>
    public required string EndingToldBy { get; init; }
}
