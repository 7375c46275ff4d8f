using LlmAnalyzers.Schemas;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Calls;

/// <summary>What a schema in a request is for.</summary>
internal enum SchemaPurpose
{
    /// <summary>The form of the reply.</summary>
    ResponseFormat,

    /// <summary>The arguments of a function the model may call.</summary>
    FunctionTool,
}

/// <summary>Whether the request makes the service keep a schema.</summary>
internal enum StrictSwitch
{
    /// <summary>The SDK has no switch the source could show.</summary>
    None,
    NotSet,
    Off,
    On,
    Unknown,
}

/// <summary>A schema as the source gives it: a JSON document, or why it is none.</summary>
/// <param name="Root">The document; null when it is no JSON.</param>
/// <param name="Error">Why it is no JSON.</param>
/// <param name="Text">The text it is read from; null when it is an object that is serialised.</param>
internal sealed record SchemaContent(JsonItem? Root, JsonError? Error, JsonText? Text);

/// <summary>One place in the source that puts a JSON schema into a request.</summary>
/// <param name="Surface">Name of the SDK's surface.</param>
/// <param name="Provider">Provider whose rules hold; null when the source does not tell.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="Creation">The whole expression.</param>
/// <param name="Name">The method or type that takes the schema, for where nothing better can be pointed at.</param>
internal sealed record SchemaUse(string Surface, string? Provider, SchemaPurpose Purpose, Location Creation, Location Name)
{
    public StrictSwitch Strict { get; init; }

    /// <summary>Name of the parameter that is the switch.</summary>
    public string? StrictParameter { get; init; }

    /// <summary>The argument for it, when there is one.</summary>
    public Location? StrictArgument { get; init; }

    /// <summary>A schema is given, whether or not it can be read.</summary>
    public bool HasSchema { get; init; }

    /// <summary>The schema; null when it cannot be read.</summary>
    public SchemaContent? Content { get; init; }

    /// <summary>The expression that gives the schema.</summary>
    public Location? SchemaArgument { get; init; }

    /// <summary>The name the request gives the schema, when it is known.</summary>
    public SourceValue? SchemaName { get; init; }

    /// <summary>The type the SDK makes the schema from; null when it makes none.</summary>
    public ITypeSymbol? Type { get; init; }

    /// <summary>Where the type is named.</summary>
    public Location? TypeLocation { get; init; }

    /// <summary>A type that is no object at the root is fine, or not known to be refused.</summary>
    public bool TakesAnyRoot { get; init; }

    /// <summary>Found by the name of a method: who declares the schema elsewhere in the file can find it too.</summary>
    public bool IsInvocation { get; init; }
}
