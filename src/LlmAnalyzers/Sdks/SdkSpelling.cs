namespace LlmAnalyzers.Sdks;

/// <summary>How an edit of one surface is written. Expressions name types by <c>{Full.Metadata.Name}</c>, which the writer shortens.</summary>
internal sealed class SdkSpelling
{
    /// <summary>
    /// The options are the JSON body of the request, an anonymous object or a dictionary: properties are names of JSON, objects are
    /// written as anonymous ones, and <c>{{</c> stands for a brace.
    /// </summary>
    public bool IsJsonBody { get; init; }

    /// <summary>Full name of the options type, made by its parameterless constructor.</summary>
    public required string OptionsType { get; init; }

    /// <summary>Name of the call's parameter that takes the options.</summary>
    public required string OptionsParameter { get; init; }

    /// <summary>Full name of the element type of the message list.</summary>
    public required string MessageType { get; init; }

    /// <summary>Name of the call's parameter that takes a list of messages.</summary>
    public required string MessagesParameter { get; init; }

    /// <summary>Property of the options that holds the temperature, and the literal for 0.</summary>
    public required string TemperatureProperty { get; init; }

    public required string TemperatureZero { get; init; }

    /// <summary>Property of the options that takes the output contract.</summary>
    public required string FormatProperty { get; init; }

    /// <summary>Expression for JSON mode; null where there is none.</summary>
    public string? JsonModeExpression { get; init; }

    /// <summary>Expression for a strict schema: <c>$name</c> and <c>$schema</c> stand for the two C# literals.</summary>
    public string? SchemaExpression { get; init; }

    /// <summary>Expression for a schema the SDK makes from a type: <c>$type</c> stands for it, <c>$options</c> for serializer options.</summary>
    public string? SchemaFromTypeExpression { get; init; }

    /// <summary>Member that <see cref="SchemaFromTypeExpression"/> needs, as <c>Full.Type.Name.Member</c>; older versions lack it.</summary>
    public string? SchemaFromTypeNeeds { get; init; }

    /// <summary>Expression for a message: <c>$text</c> stands for the text expression.</summary>
    public required string SystemMessageExpression { get; init; }

    /// <summary>Property of the options that takes the system prompt, where it is no message; <see cref="SystemMessageExpression"/> then gives its value.</summary>
    public string? SystemProperty { get; init; }

    public required string UserMessageExpression { get; init; }

    /// <summary>The overload of the call that reads the reply into a type; null where there is none.</summary>
    public TypedCall? Typed { get; init; }

    /// <summary>How a reply is asked whether it is complete; null where no guard is offered.</summary>
    public EndingGuard? Guard { get; init; }

    /// <summary>Call that sends the output cap under its newer name: <c>$options</c> stands for the options; null where it is no call.</summary>
    public string? NewOutputCapNameCall { get; init; }

    /// <summary>Namespace of the extension in <see cref="NewOutputCapNameCall"/>.</summary>
    public string? NewOutputCapNameNamespace { get; init; }

    /// <summary>Id of the diagnostic for previews that the call brings about.</summary>
    public string? NewOutputCapNamePreview { get; init; }
}

/// <summary>A call with a type argument, which asks for the schema of the type and reads the reply into it.</summary>
/// <param name="Needs">The method, as <c>Full.Type.Name.Member`1</c>; it has the name of the plain call.</param>
/// <param name="TextProperty">Property of the reply with its text.</param>
/// <param name="ResultProperty">Property of the typed reply with the object.</param>
internal sealed record TypedCall(string Needs, string TextProperty, string ResultProperty);
