namespace LlmAnalyzers.Calls;

/// <summary>What a value in the request means, whatever the SDK calls it.</summary>
internal enum SettingKind
{
    /// <summary>Model id or deployment name; a string.</summary>
    Model,

    /// <summary>Name that a team gave to a deployment; a string. The model behind it is not in the code.</summary>
    Deployment,

    /// <summary>Sampling temperature; a number whose range is the provider's.</summary>
    Temperature,

    /// <summary>Nucleus sampling, 0 to 1; a number.</summary>
    TopP,

    /// <summary>Candidates per step; a number.</summary>
    TopK,

    /// <summary>Output cap in tokens; a number.</summary>
    MaxOutputTokens,

    /// <summary>Whether the output cap goes out under its newer name, where an SDK sends it under the older one by itself; a bool.</summary>
    NewOutputCapName,

    /// <summary>−2 to 2; a number.</summary>
    FrequencyPenalty,

    /// <summary>−2 to 2; a number.</summary>
    PresencePenalty,

    /// <summary>Sampling seed; a number.</summary>
    Seed,

    /// <summary>Stop sequences; read only as set or not set.</summary>
    StopSequences,

    /// <summary>Whether the probabilities of the tokens are returned; a bool.</summary>
    LogProbabilities,

    /// <summary>Likely tokens returned at each position; a number.</summary>
    TopLogProbabilities,

    /// <summary>What the request enforces about the reply; an <see cref="OutputContract"/>, or a <see cref="DroppedFormat"/>.</summary>
    OutputContract,

    /// <summary>System prompt given beside the messages; a <see cref="PromptText"/>.</summary>
    Instructions,

    /// <summary>How much a reasoning model thinks; a lower-case string such as <c>none</c>, <c>low</c>.</summary>
    ReasoningEffort,

    /// <summary>Tools the model may call; read only as set or not set.</summary>
    Tools,

    /// <summary>Whether the model must call a tool; an <see cref="OutputContract"/> of none or forced tool.</summary>
    ToolChoice,

    /// <summary>A conversation kept by the service; read only as set or not set.</summary>
    Conversation,

    /// <summary>A hook that replaces or extends the request in ways the other settings do not show.</summary>
    RawRequest,
}
