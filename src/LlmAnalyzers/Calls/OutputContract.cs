namespace LlmAnalyzers.Calls;

/// <summary>What the request itself enforces about the reply.</summary>
internal enum OutputContract
{
    /// <summary>Free text.</summary>
    None,

    /// <summary>Syntactically valid JSON of any shape.</summary>
    JsonMode,

    /// <summary>A JSON schema the service may depart from.</summary>
    JsonSchema,

    /// <summary>A JSON schema the service keeps.</summary>
    StrictJsonSchema,

    /// <summary>The SDK makes the schema from a type argument and reads the reply into it.</summary>
    TypedCall,

    /// <summary>The model must answer with a tool call.</summary>
    ForcedTool,
}

/// <summary>A response format that the SDK leaves out of the request without an error.</summary>
/// <param name="Display">The format as the code gives it.</param>
/// <param name="Taken">What the SDK would have taken, in words.</param>
internal sealed record DroppedFormat(string Display, string Taken);
