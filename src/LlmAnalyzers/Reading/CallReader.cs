using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Schemas;
using LlmAnalyzers.Sdks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <summary>Reads each call of one compilation into an <see cref="LlmCall"/>. Made once per compilation; what it learns is kept.</summary>
internal sealed partial class CallReader
{
    private static readonly SettingKind[] OptionKinds = (SettingKind[])Enum.GetValues(typeof(SettingKind));

    private readonly SdkSymbols _sdks;
    private readonly MemberLookup _members;
    private readonly CallerLookup _callers;
    private readonly PipelineDefaults _pipelines;
    private readonly RegisteredClients _registered;
    private readonly WrapperLookup _wrappers;
    private readonly Registrations _registrations;

    private CallReader(SdkSymbols sdks, SemanticModels models, Func<SyntaxTree, TreeIndex> indexOf)
    {
        _sdks = sdks;
        _members = new(models, new Implementations(models, indexOf));
        _callers = new(models, indexOf);
        _pipelines = new(models, sdks, indexOf);
        _registered = new(models, sdks, indexOf);
        _registrations = new(_members, _callers, indexOf);
        _wrappers = new(_members, _callers, sdks, indexOf, IsCall);
    }

    /// <summary>A reader for the compilation; null when it references nothing that could send a request to a model.</summary>
    public static CallReader? Create(Compilation compilation, Func<SyntaxTree, TreeIndex> indexOf, bool readsRawHttp = true, ProjectFiles? files = null) =>
        SdkSymbols.Create(compilation, readsRawHttp) is { } sdks ? new(sdks, new SemanticModels(compilation, files), indexOf) : null;

    /// <summary>An SDK is referenced; else a call is an HTTP request, and rare.</summary>
    public bool HasSdk => _sdks.HasSdk;

    /// <summary>Names of the methods that are calls.</summary>
    public IReadOnlyCollection<string> CallNames => _sdks.CallNames;

    /// <summary>A quick look at a method: it may send a request to a model.</summary>
    public bool MayBeCall(IMethodSymbol method) =>
        _sdks.MayBeCall(method) && (_sdks.Find<HttpSendMember>(method.ReducedFrom ?? method) is not null || _sdks.Find<CallMember>(method.ReducedFrom ?? method) is not null);

    /// <summary>A reader of the constants that calls of the compilation receive as model.</summary>
    public ModelConstantReader ModelConstants(Func<SyntaxTree, NameIndex> namesOf) => new(_sdks, _members, ContextOf, namesOf);

    /// <summary>A reader of what reaches APIs that are shut down; null when the compilation references none.</summary>
    public RetiredApiReader? RetiredApiUses(Func<SyntaxTree, NameIndex> namesOf) => RetiredApis.Create(_members.Models.Compilation) is { } apis
        ? new(apis, _members, ContextOf, namesOf)
        : null;

    private ReadingContext ContextOf(CancellationToken cancellationToken) => new(_sdks, _members, _callers, _registrations, cancellationToken);

    /// <summary>The call, with the surface it belongs to; null when the invocation sends no request to a model.</summary>
    public (LlmCall Call, SdkSurface Surface)? Read(IInvocationOperation invocation, CancellationToken cancellationToken)
    {
        if (!MayBe(invocation))
        {
            return null;
        }

        var (body, operation) = _members.Models.BodyAround(invocation);
        return Read((IInvocationOperation)operation, new Frame(body), ImmutableArray<Passage>.Empty, cancellationToken);
    }

    /// <summary>Reads it as one of an SDK, or as an HTTP request.</summary>
    private (LlmCall Call, SdkSurface Surface)? Read(IInvocationOperation invocation, Frame frame, ImmutableArray<Passage> passages, CancellationToken cancellationToken)
    {
        var context = ContextOf(cancellationToken);
        if (_sdks.Find<HttpSendMember>(invocation.TargetMethod) is { } send)
        {
            return ReadHttp(invocation, frame, passages, send, context);
        }

        if (TakesBody(invocation))
        {
            return ReadBody(invocation, frame, passages, context);
        }

        return _sdks.Find<CallMember>(invocation.TargetMethod) is { } known
            ? (Read(invocation, frame, passages, known, context), known.Surface)
            : null;
    }

    /// <summary>By its symbol it sends a request; of an HTTP request it is not yet known where to.</summary>
    private bool MayBe(IInvocationOperation invocation) =>
        _sdks.MayBeCall(invocation.TargetMethod)
        && (_sdks.Find<HttpSendMember>(invocation.TargetMethod) is not null || TakesBody(invocation)
            || (_sdks.Find<CallMember>(invocation.TargetMethod) is { } known && invocation.TargetMethod.Parameters.All(p => known.Meaning.Parameters.ContainsKey(p.Name))))
        && !IsInExpressionTree(invocation);

    /// <summary>Every call of the project, file by file. For fixes that must know who else uses what they edit; a rule never asks this.</summary>
    public IEnumerable<(LlmCall Call, SdkSurface Surface)> ReadAll(CancellationToken cancellationToken)
    {
        foreach (var invocation in _callers.InvocationsOf(_sdks.CallNames, cancellationToken))
        {
            if (Read(invocation, cancellationToken) is { } read)
            {
                yield return read;
            }
        }
    }

    /// <summary>An options object of a known SDK that is kept in a variable, and which calls of the member could take it; null for any other object.</summary>
    public OptionsObject? ReadOptions(IObjectCreationOperation creation, CancellationToken cancellationToken)
    {
        if (!_sdks.IsOptions(creation.Type))
        {
            return null;
        }

        var (body, operation) = _members.Models.BodyAround(creation);
        if (OptionsObjectReader.Read((IObjectCreationOperation)operation, body) is not { IsUsed: false } options)
        {
            return null;
        }

        var calls = ImmutableArray.CreateBuilder<LlmCall>();
        foreach (var invocation in body.Invocations.OrderBy(i => i.Syntax.SpanStart))
        {
            if (Read(invocation, cancellationToken) is var (call, surface) && call.Places.OptionsArgument is null
                && surface.Spelling is { } spelling && SdkSymbols.Is(creation.Type, spelling.OptionsType))
            {
                calls.Add(call);
            }
        }

        return options with { CallsWithout = calls.ToImmutable() };
    }

    /// <summary>What the deserialising call of a reply use says about the JSON it reads; null when it cannot be read.</summary>
    public (SerializationConventions Conventions, IArgumentOperation? Options)? ConventionsOf(ReplyUse use, CancellationToken cancellationToken)
    {
        var node = use.Location.SourceTree?.GetRoot(cancellationToken).FindNode(use.Location.SourceSpan, getInnermostNodeForTie: true);
        if (node is null || CallerLookup.MemberAround(node) is not { } member || _members.Models.BodyOf(member, cancellationToken) is not { } body
            || body.Root.Descendants().OfType<IInvocationOperation>().FirstOrDefault(i => i.Syntax.Span == use.Location.SourceSpan) is not { } deserialize)
        {
            return null;
        }

        var context = ContextOf(cancellationToken);
        return SerializerOptionsReader.Read(deserialize, new Frame(body), context) is { } conventions
            ? (conventions, SerializerOptionsReader.OptionsOf(deserialize))
            : null;
    }

    /// <param name="invocation">The call.</param>
    /// <param name="frame">Where it stands, with what its member was given.</param>
    /// <param name="passages">How the member that is read leads to it; empty when it stands there itself.</param>
    /// <param name="known">What it means.</param>
    /// <param name="context">To look things up.</param>
    private LlmCall Read(IInvocationOperation invocation, Frame frame, ImmutableArray<Passage> passages, Known<CallMember> known, ReadingContext context)
    {
        var outermost = passages.IsEmpty ? invocation : passages[0].Invocation;
        var meaning = known.Meaning;
        var client = ReadClient(invocation, meaning, frame, context);
        if (client.Model.IsUnknown && _registered.For(invocation, known.Surface, frame, context) is { } registered)
        {
            client = client with { Model = registered.Model, Deployment = registered.Deployment, Provider = registered.Provider, HasCustomEndpoint = registered.HasCustomEndpoint };
        }

        var optionsArgument = Argument(invocation, meaning, ParameterMeaning.Options);
        var options = optionsArgument is null ? OptionsReading.Absent : OptionsReader.Read(optionsArgument.Value, frame, context);
        var conversation = ReadConversation(invocation, meaning, options, frame, context, out var messagesArgument, out var messagesCreation);
        var mayBeChanged = client.ChangesRequests || (meaning.IsByAgent && !client.IsSeen) || (meaning.IsPrepared && !PreparedCall.KeepsItsOptions(invocation, frame, context));
        var mayBePiped = !client.IsSeen || meaning.IsByAgent;
        var settings = Pipeline.Apply(client.Stages, OptionKinds.ToImmutableDictionary(k => k, Own), context);
        var model = settings[SettingKind.Model];
        settings = settings.ToImmutableDictionary(s => s.Key, s => Complete(s.Key, s.Value, mayBeChanged, mayBePiped, context.CancellationToken));
        settings = settings.SetItem(SettingKind.Model, model.IsNotSet ? client.Model : model);
        settings = SetByArgument(settings, invocation, meaning, frame, context);
        if ((client.Provider ?? known.Surface.Provider) == "azure")
        {
            // A deployment's name is the team's own, wherever it is given.
            var named = settings[SettingKind.Model] is { IsKnown: true } given ? given : client.Deployment;
            settings = settings.SetItem(SettingKind.Deployment, named).SetItem(SettingKind.Model, Setting.Unknown);
        }

        if (meaning.IsTyped)
        {
            settings = settings.SetItem(SettingKind.OutputContract, TypedContract(invocation, meaning));
        }

        // What never gets into the request is nobody's setting, except for the rule that says so. A hook may put it there after all.
        var dropped = settings[SettingKind.RawRequest].IsNotSet
            ? client.Dropped.Where(k => settings[k] is { IsKnown: true, MayBeOther: false }).ToImmutableDictionary(k => k, k => settings[k])
            : ImmutableDictionary<SettingKind, Setting>.Empty;
        settings = settings.SetItems(client.Dropped.Select(k => new KeyValuePair<SettingKind, Setting>(k, Setting.Unknown)));

        Setting Own(SettingKind kind) => options[kind] is { IsNotSet: false } own || client.Defaults is null ? options[kind] : client.Defaults[kind];

        var (uses, ending) = ReplyFollower.Follow(invocation, BodyOf(frame, passages), passages, context);
        var (member, type, isTest) = Surroundings(outermost);
        var repairLoop = LoopReader.RepairOf(outermost, uses);
        return new()
        {
            Surface = known.Surface.Name,
            Provider = client.Provider ?? known.Surface.Provider,
            Abilities = context.Sdks.AbilitiesOf(known.Surface),
            Places = new(outermost.Syntax.GetLocation(), NameLocation(outermost))
            {
                Member = CallerLookup.MemberAround(outermost.Syntax)?.GetLocation(),
                Wrapped = passages.IsEmpty ? null : invocation.Syntax.GetLocation(),
                OptionsArgument = optionsArgument is { IsImplicit: false } ? optionsArgument.Syntax.GetLocation() : null,
                OptionsCreations = options.Creations,
                MessagesArgument = messagesArgument is { IsImplicit: false } ? messagesArgument.Syntax.GetLocation() : null,
                MessagesCreation = messagesCreation,
            },
            Settings = settings,
            Dropped = dropped,
            Conversation = conversation,
            ReplyUses = uses,
            RepairLoop = repairLoop,
            RepeatedBy = repairLoop is null ? LoopReader.RepetitionOf(outermost) : null,
            TimeBudget = TimeBudgetReader.Read(invocation, frame, context),
            Ending = ending with { ToldBy = known.Surface.EndingToldBy },
            HasCustomEndpoint = client.HasCustomEndpoint,
            IsStreaming = meaning.IsStreaming,
            SendsOldOutputCapName = known.Surface.OldOutputCapNameTo is { } host && host == client.Provider,
            MemberName = member,
            TypeName = type,
            WrapperName = passages.IsEmpty ? "" : Surroundings(invocation).Member,
            IsInTest = isTest,
        };
    }

    /// <summary>The member that is read: of the call, or of the outermost caller.</summary>
    private MemberBody BodyOf(Frame frame, ImmutableArray<Passage> passages) =>
        passages.IsEmpty ? frame.Body : _members.Models.BodyAround(passages[0].Invocation).Body;

    /// <summary>What a typed call asks the service for: a schema, unless it is told not to.</summary>
    private static Setting TypedContract(IInvocationOperation invocation, CallMember meaning) =>
        Argument(invocation, meaning, ParameterMeaning.SchemaSwitch) switch
        {
            { ArgumentKind: not ArgumentKind.DefaultValue, Value: var chosen } when OriginFinder.Bare(chosen).ConstantValue is not { HasValue: true, Value: null or true } =>
                OriginFinder.Bare(chosen).ConstantValue is { HasValue: true, Value: false }
                    ? Setting.Known(new(OutputContract.JsonMode, chosen.Syntax.GetLocation()))
                    : Setting.Unknown,
            _ => Setting.Known(new(OutputContract.TypedCall, invocation.Syntax.GetLocation())),
        };

    /// <summary>An expression tree describes a call, as in the set-up of a mock; it sends nothing.</summary>
    private static bool IsInExpressionTree(IOperation operation)
    {
        for (var current = operation.Parent; current is not null; current = current.Parent)
        {
            if (current is IAnonymousFunctionOperation
                && current.Parent is { Type: INamedTypeSymbol { Name: "Expression", Arity: 1, ContainingNamespace: { Name: "Expressions", ContainingNamespace.Name: "Linq" } } })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What the call leaves open, a pipeline in front of the client may fill in.</summary>
    private Setting Complete(SettingKind kind, Setting setting, bool mayBeChanged, bool mayBePiped, CancellationToken cancellationToken)
    {
        if (setting.IsExact)
        {
            return setting;
        }

        return mayBeChanged || (mayBePiped && _pipelines.MaySet(kind, cancellationToken)) ? setting.Or(Setting.Unknown) : setting;
    }

    /// <summary>Settings that are arguments of the call itself.</summary>
    private static ImmutableDictionary<SettingKind, Setting> SetByArgument(
        ImmutableDictionary<SettingKind, Setting> settings, IInvocationOperation invocation, CallMember meaning, Frame frame, ReadingContext context)
    {
        foreach (var (wanted, kind) in new[]
        {
            (ParameterMeaning.Model, SettingKind.Model),
            (ParameterMeaning.Instructions, SettingKind.Instructions),
            (ParameterMeaning.Conversation, SettingKind.Conversation),
            (ParameterMeaning.RawRequest, SettingKind.RawRequest),
        })
        {
            if (Argument(invocation, meaning, wanted) is { ArgumentKind: not ArgumentKind.DefaultValue } given)
            {
                settings = settings.SetItem(kind, SettingReader.Read(kind, given.Value, frame, context));
            }
        }

        return settings;
    }

    private static ClientReading ReadClient(IInvocationOperation invocation, CallMember meaning, Frame frame, ReadingContext context)
    {
        var client = invocation.Instance ?? Argument(invocation, meaning, ParameterMeaning.Client)?.Value;
        return client is null ? ClientReading.Plain : ClientReader.Read(client, frame, context);
    }

    private static Conversation ReadConversation(
        IInvocationOperation invocation, CallMember meaning, OptionsReading options, Frame frame, ReadingContext context, out IArgumentOperation? argument, out Location? creation)
    {
        creation = null;
        if (Argument(invocation, meaning, ParameterMeaning.Messages) is { } list)
        {
            argument = list;
            // The element of a covariant list, or a params call with a single string, is handled as a list either way.
            return ConversationReader.Read(list.Value, frame, context, out creation);
        }

        if ((Argument(invocation, meaning, ParameterMeaning.Template) ?? Argument(invocation, meaning, ParameterMeaning.Markup)) is { } template)
        {
            // What is said in tags is not edited as messages are.
            argument = null;
            var hasVariables = Argument(invocation, meaning, ParameterMeaning.Markup) is null;
            var engines = invocation.Arguments.Where(a => a.ArgumentKind != ArgumentKind.DefaultValue && IsFor(a, meaning, ParameterMeaning.TemplateEngine)).ToList();
            var read = PromptTemplateReader.Read(template.Value, hasVariables, isOtherEngine: engines.Count > 0, frame, context);
            return engines.All(e => IsOfLibrary(e.Value, frame, context)) ? read : read with { MayHoldMore = true, MoreFrom = template.Syntax.GetLocation() };
        }

        argument = Argument(invocation, meaning, ParameterMeaning.UserMessage);
        return argument switch
        {
            null => ConversationReader.Read(options.Messages, options.MayHoldMore || options.Messages.IsEmpty, context),
            // Whatever the text, it is what the user says.
            { Value: { Type.SpecialType: SpecialType.System_String } text } =>
                new(ImmutableArray.Create(new PromptMessage(MessageRole.User, PromptTextReader.Read(text, frame, context), text.Syntax.GetLocation()))),
            _ => ConversationReader.ReadSingle(argument.Value, frame, context),
        };
    }

    private static IArgumentOperation? Argument(IInvocationOperation invocation, CallMember meaning, ParameterMeaning wanted) =>
        invocation.Arguments.FirstOrDefault(a => IsFor(a, meaning, wanted));

    private static bool IsFor(IArgumentOperation argument, CallMember meaning, ParameterMeaning wanted) =>
        argument.Parameter is { } parameter && meaning.Parameters.TryGetValue(parameter.Name, out var found) && found == wanted;

    /// <summary>A name, or an object that a library makes: nothing of the project's own.</summary>
    private static bool IsOfLibrary(IOperation value, Frame frame, ReadingContext context) =>
        context.OriginsOf(value, frame) is { MayBeOther: false } origins
        && origins.Known.All(o => o.Operation.ConstantValue.HasValue || (o.Operation is IObjectCreationOperation { Type: { } type } && type.Locations.All(l => !l.IsInSource)));

    private static Location NameLocation(IInvocationOperation invocation) =>
        invocation.Syntax is InvocationExpressionSyntax syntax && CallerLookup.NameOf(syntax.Expression) is { } name
            ? name.Identifier.GetLocation()
            : invocation.Syntax.GetLocation();

    private static bool IsTestMethod(MethodDeclarationSyntax method) => method.AttributeLists.SelectMany(l => l.Attributes).Any(a => a.Name.ToString() is
        "Fact" or "Theory" or "Test" or "TestCase" or "TestMethod" or "DataTestMethod");

    /// <summary>The names around the call, and whether it stands in a test: helpers beside tests are part of them.</summary>
    private static (string Member, string Type, bool IsTest) Surroundings(IInvocationOperation invocation)
    {
        string? member = null;
        var isTest = false;
        for (SyntaxNode? node = invocation.Syntax; node is not null; node = node.Parent)
        {
            switch (node)
            {
                case LocalFunctionStatementSyntax function:
                    member ??= function.Identifier.ValueText;
                    break;
                case MethodDeclarationSyntax method:
                    member ??= method.Identifier.ValueText;
                    isTest = IsTestMethod(method);
                    break;
                case PropertyDeclarationSyntax property:
                    member ??= property.Identifier.ValueText;
                    break;
                case TypeDeclarationSyntax { Members: var members } type when !isTest && members.OfType<MethodDeclarationSyntax>().Any(IsTestMethod):
                    return (member ?? "", type.Identifier.ValueText, true);
                case BaseTypeDeclarationSyntax type:
                    return (member ?? "", type.Identifier.ValueText, isTest);
            }
        }

        return (member ?? "", "", isTest);
    }
}
