using System.Collections.Immutable;
using LlmAnalyzers.Calls;

namespace LlmAnalyzers.Sdks;

/// <summary>What a member of an SDK means to a reader of calls. Overloads share a meaning; parameters are matched by name.</summary>
internal abstract record MemberMeaning;

/// <summary>What a parameter of a call method carries.</summary>
internal enum ParameterMeaning
{
    /// <summary>Does not change the request: cancellation, timeouts, logging.</summary>
    None,

    /// <summary>The receiver of an extension method.</summary>
    Client,

    /// <summary>A list of messages.</summary>
    Messages,

    /// <summary>One message, or a string that becomes a user message.</summary>
    UserMessage,
    Options,

    /// <summary>Of a typed call: <c>false</c> asks for JSON mode, and puts the schema into the prompt.</summary>
    SchemaSwitch,
    Model,
    Instructions,

    /// <summary>Continues a conversation the service keeps.</summary>
    Conversation,

    /// <summary>A text in which message tags, where it has some, become messages of their own; else it is what the user says.</summary>
    Markup,

    /// <summary>The same, after an engine of the SDK has filled in the variables of the text.</summary>
    Template,

    /// <summary>Names or makes the engine that fills in a template; one of the project's own may make anything of it.</summary>
    TemplateEngine,

    /// <summary>Given, it may change the request in ways the other parameters do not show.</summary>
    RawRequest,
}

/// <summary>A method that sends a request. An overload with a parameter that is not listed is not this call.</summary>
internal sealed record CallMember(ImmutableDictionary<string, ParameterMeaning> Parameters) : MemberMeaning
{
    public bool IsStreaming { get; init; }

    /// <summary>The reply is read by the SDK into the call's type argument.</summary>
    public bool IsTyped { get; init; }

    /// <summary>The receiver has a system prompt and options of its own: where its making is not seen, what the call leaves open is unknown.</summary>
    public bool IsByAgent { get; init; }

    /// <summary>The call is only prepared here: whoever sends it may replace its settings.</summary>
    public bool IsPrepared { get; init; }
}

/// <summary>A property of an options type.</summary>
internal sealed record OptionMember(SettingKind Setting) : MemberMeaning
{
    /// <summary>Of a property that can be given any object: what the SDK makes something of. The rest it leaves out without an error.</summary>
    public TakenFormats? Takes { get; init; }
}

/// <summary>The response formats an SDK takes where the property's type allows any object.</summary>
/// <param name="Names">Strings.</param>
/// <param name="Types">Full names of types.</param>
/// <param name="Shown">The same in words, for a message.</param>
internal sealed record TakenFormats(ImmutableArray<string> Names, ImmutableArray<string> Types, string Shown);

/// <summary>A method that sets one thing on the options object it is given, and nothing else.</summary>
/// <param name="Setting">What it sets.</param>
/// <param name="ValueParameter">Parameter with the value.</param>
internal sealed record OptionMethodMember(SettingKind Setting, string ValueParameter) : MemberMeaning;

/// <summary>A property of an options type that holds the messages of the request.</summary>
internal sealed record MessagesMember : MemberMeaning;

/// <summary>A property of an options type whose entries go into the request under the names of their keys.</summary>
/// <param name="Keys">What the keys set that stand for settings, in lower case and without separators.</param>
internal sealed record OptionBagMember(ImmutableDictionary<string, SettingKind> Keys) : MemberMeaning
{
    /// <summary>Every service behind the surface takes the entries as they are; else it may also leave them out.</summary>
    public bool IsAlwaysSent { get; init; }
}

/// <summary>A property of an options type that takes a hook which makes the options of the SDK below.</summary>
internal sealed record RawOptionsMember : MemberMeaning;

/// <summary>A property of an options type that holds another options object, or several by the service they are for, whose settings belong to the request too.</summary>
internal sealed record NestedOptionsMember : MemberMeaning
{
    /// <summary>Whatever a request can carry may be in there; else only an output contract and an effort.</summary>
    public bool HoldsAll { get; init; }
}

/// <summary>A constructor of an options type that takes settings.</summary>
internal sealed record OptionsCreationMember(ImmutableDictionary<string, SettingKind> Settings) : MemberMeaning
{
    /// <summary>Parameter with the messages.</summary>
    public string? MessagesParameter { get; init; }

    /// <summary>Parameter with another options object, or several.</summary>
    public string? NestedParameter { get; init; }

    /// <summary>Parameter with what is no setting.</summary>
    public string? OtherParameter { get; init; }

    /// <summary>The object only hands on another one: an edit of the settings belongs there.</summary>
    public bool IsHolder { get; init; }
}

/// <summary>A constructor of a list of messages that may begin with one.</summary>
internal sealed record MessageListMember : MemberMeaning
{
    /// <summary>Parameters with the text of the first message, each with its role unless <see cref="RoleParameter"/> gives it.</summary>
    public ImmutableDictionary<string, MessageRole> TextParameters { get; init; } = ImmutableDictionary<string, MessageRole>.Empty;

    public string? RoleParameter { get; init; }

    /// <summary>Parameter with messages to begin with.</summary>
    public string? ListParameter { get; init; }
}

/// <summary>A method of a list of messages that makes one and adds it.</summary>
internal sealed record MessageAddMember(MessageRole Role, ImmutableArray<string> ContentParameters) : MemberMeaning
{
    /// <summary>Parameter that gives the role, where <see cref="Role"/> is not fixed.</summary>
    public string? RoleParameter { get; init; }
}

/// <summary>A constructor, factory or conversion that makes a message.</summary>
internal sealed record MessageMember(MessageRole Role, ImmutableArray<string> ContentParameters) : MemberMeaning
{
    /// <summary>Parameter that gives the role, where <see cref="Role"/> is not fixed.</summary>
    public string? RoleParameter { get; init; }
}

/// <summary>A settable property of a message type.</summary>
internal sealed record MessagePropertyMember(bool IsRole) : MemberMeaning;

/// <summary>A constructor, factory or conversion that makes a part of a message; without a text parameter it holds no text.</summary>
internal sealed record PartMember(string? TextParameter) : MemberMeaning;

/// <summary>A static member that names a role.</summary>
internal sealed record RoleMember(MessageRole Role) : MemberMeaning;

/// <summary>A constructor whose string argument names a role.</summary>
internal sealed record RoleNameMember(string Parameter) : MemberMeaning;

/// <summary>A static member or constructor whose value says what the request enforces.</summary>
internal sealed record ContractMember(OutputContract Contract) : MemberMeaning
{
    /// <summary>Parameter that makes a schema strict when it is <c>true</c>.</summary>
    public string? StrictParameter { get; init; }

    /// <summary>Parameter that holds the schema; null there means JSON mode.</summary>
    public string? SchemaParameter { get; init; }
}

/// <summary>A method or constructor that puts a JSON schema into a request.</summary>
/// <param name="Purpose">What the schema is for.</param>
internal sealed record SchemaMember(SchemaPurpose Purpose) : MemberMeaning
{
    /// <summary>Parameter that holds the schema as JSON.</summary>
    public string? SchemaParameter { get; init; }

    /// <summary>Property that an initialiser gives the schema as JSON.</summary>
    public string? SchemaProperty { get; init; }

    /// <summary>Parameter that makes the service keep the schema when it is <c>true</c>.</summary>
    public string? StrictParameter { get; init; }

    /// <summary>Parameter with the name of the schema.</summary>
    public string? NameParameter { get; init; }

    /// <summary>Every schema it is given is kept; there is no switch.</summary>
    public bool IsAlwaysStrict { get; init; }

    /// <summary>The schema is made from the type argument, or from the type this parameter gives.</summary>
    public bool IsFromType { get; init; }

    public string? TypeParameter { get; init; }

    /// <summary>A type that is no object at the root is put into a property of one, or is not known to be refused.</summary>
    public bool TakesAnyRoot { get; init; }

    /// <summary>Parameter that takes the schema out of the request when it is <c>false</c>.</summary>
    public string? SchemaSwitch { get; init; }
}

/// <summary>A static member that stands for a plain value, such as a reasoning effort.</summary>
internal sealed record ValueMember(string Value) : MemberMeaning;

/// <summary>A method that gives a copy of the object it is called on.</summary>
internal sealed record CopyMember : MemberMeaning;

/// <summary>A constructor or conversion that hands on a value in another type: to a reader the value itself.</summary>
/// <param name="Parameter">Parameter with the value; of a conversion, its operand.</param>
internal sealed record WrapperMember(string Parameter) : MemberMeaning;

/// <summary>A constructor or method that makes a client.</summary>
internal sealed record ClientMember : MemberMeaning
{
    /// <summary>Parameter that names the model.</summary>
    public string? ModelParameter { get; init; }

    /// <summary>Parameter with the client that does the work; <c>this</c> for the receiver.</summary>
    public string? InnerParameter { get; init; }

    /// <summary>Parameter with the client's options.</summary>
    public string? OptionsParameter { get; init; }

    /// <summary>Parameter with the system prompt of every call of this client.</summary>
    public string? InstructionsParameter { get; init; }

    /// <summary>Parameter with the options every call of this client starts from.</summary>
    public string? DefaultsParameter { get; init; }

    /// <summary>Parameter with a function that is handed the options of every call.</summary>
    public string? ConfigureParameter { get; init; }

    /// <summary>Parameters with settings of calls that leave them open.</summary>
    public ImmutableDictionary<string, SettingKind> SettingParameters { get; init; } = ImmutableDictionary<string, SettingKind>.Empty;

    /// <summary>What is passed as model is a name the team gave to a deployment.</summary>
    public bool NamesDeployment { get; init; }

    /// <summary>Settings that this client leaves out of the requests it makes.</summary>
    public ImmutableArray<DroppedSettings> Drops { get; init; } = ImmutableArray<DroppedSettings>.Empty;

    /// <summary>Changes requests on their way in a manner the call site does not show.</summary>
    public bool ChangesRequests { get; init; }

    /// <summary>Parameters that send requests to a service of the team's choice.</summary>
    public string? EndpointParameter { get; init; }

    /// <summary>Who serves it, where the surface serves any provider.</summary>
    public string? Provider { get; init; }

    /// <summary>Makes the client known to a container, which hands it to calls elsewhere.</summary>
    public bool IsRegistration { get; init; }
}

/// <summary>Settings that a client made around another one does not pass on to it.</summary>
/// <param name="InnerParameter">Parameter that takes the other one: an adapter has overloads for several.</param>
/// <param name="Kinds">What is left out.</param>
internal sealed record DroppedSettings(string InnerParameter, params ImmutableArray<SettingKind> Kinds)
{
    /// <summary>Member, as <c>Full.Type.Name.Member</c>, whose presence shows a version that passes them on; null for none.</summary>
    public string? UnlessHas { get; init; }
}

/// <summary>A property of a client's options that sends requests to a service of the team's choice.</summary>
internal sealed record EndpointMember : MemberMeaning;

/// <summary>Where a member of a reply leads.</summary>
internal enum ReplyStep
{
    /// <summary>To another object on the way to the text.</summary>
    Envelope,

    /// <summary>To the text of the reply.</summary>
    Text,

    /// <summary>To the reply as the SDK parsed it.</summary>
    Typed,

    /// <summary>To why the reply ended, or to a refusal.</summary>
    Ending,
}

/// <summary>A member of a reply type.</summary>
internal sealed record ReplyMember(ReplyStep Step) : MemberMeaning
{
    /// <summary>A list that holds nothing after a refusal, a tool call, or where the thinking used up the output cap.</summary>
    public bool MayBeEmpty { get; init; }

    /// <summary>Out parameter through which it leads there; null for the member's own value.</summary>
    public string? OutParameter { get; init; }

    /// <summary>Parameter with options that replace those of a call that was only prepared.</summary>
    public string? OptionsParameter { get; init; }
}
