using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Sdks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <summary>Reads each call of one compilation into an <see cref="LlmCall"/>. Made once per compilation; what it learns is kept.</summary>
internal sealed class CallReader
{
    private static readonly SettingKind[] OptionKinds = (SettingKind[])Enum.GetValues(typeof(SettingKind));

    private readonly SdkSymbols _sdks;
    private readonly MemberLookup _members;
    private readonly CallerLookup _callers;
    private readonly PipelineDefaults _pipelines;

    private CallReader(SdkSymbols sdks, SemanticModels models, Func<SyntaxTree, TreeIndex> indexOf)
    {
        _sdks = sdks;
        _members = new(models);
        _callers = new(models, indexOf);
        _pipelines = new(models, sdks, indexOf);
    }

    /// <summary>A reader for the compilation; null when it references no known SDK.</summary>
    public static CallReader? Create(Compilation compilation, Func<SyntaxTree, TreeIndex> indexOf) =>
        SdkSymbols.Create(compilation) is { } sdks ? new(sdks, new SemanticModels(compilation), indexOf) : null;

    /// <summary>The call, with the surface it belongs to; null when the invocation sends no request to a model.</summary>
    public (LlmCall Call, SdkSurface Surface)? Read(IInvocationOperation invocation, CancellationToken cancellationToken)
    {
        if (!_sdks.MayBeCall(invocation.TargetMethod) || _sdks.Find<CallMember>(invocation.TargetMethod) is not { } known
            || !invocation.TargetMethod.Parameters.All(p => known.Meaning.Parameters.ContainsKey(p.Name)))
        {
            return null;
        }

        var context = new ReadingContext(_sdks, _members, _callers, cancellationToken);
        var (body, operation) = _members.Models.BodyAround(invocation);
        return (Read((IInvocationOperation)operation, new Frame(body), known, context), known.Surface);
    }

    private LlmCall Read(IInvocationOperation invocation, Frame frame, Known<CallMember> known, ReadingContext context)
    {
        var meaning = known.Meaning;
        var client = ReadClient(invocation, meaning, frame, context);
        var optionsArgument = Argument(invocation, meaning, ParameterMeaning.Options);
        var options = optionsArgument is null ? OptionsReading.Absent : OptionsReader.Read(optionsArgument.Value, frame, context);
        var conversation = ReadConversation(invocation, meaning, frame, context, out var messagesArgument, out var messagesCreation);
        var settings = OptionKinds.ToImmutableDictionary(k => k, k => Complete(k, options[k], client, context.CancellationToken));
        settings = settings.SetItem(SettingKind.Model, options[SettingKind.Model] is { IsNotSet: false } chosen ? chosen : client.Model);
        if (meaning.IsTyped)
        {
            settings = settings.SetItem(SettingKind.OutputContract, Setting.Known(new(OutputContract.TypedCall, invocation.Syntax.GetLocation())));
        }

        var (member, type, isTest) = Surroundings(invocation);
        return new()
        {
            Surface = known.Surface.Name,
            Provider = client.Provider ?? known.Surface.Provider,
            Abilities = known.Surface.Abilities,
            Places = new(invocation.Syntax.GetLocation(), NameLocation(invocation))
            {
                OptionsArgument = optionsArgument is { IsImplicit: false } ? optionsArgument.Syntax.GetLocation() : null,
                OptionsCreations = options.Creations,
                OptionsAreShared = options.IsShared,
                MessagesArgument = messagesArgument is { IsImplicit: false } ? messagesArgument.Syntax.GetLocation() : null,
                MessagesCreation = messagesCreation,
            },
            Settings = settings,
            Conversation = conversation,
            ReplyUses = ReplyFollower.Follow(invocation, frame.Body, context),
            HasCustomEndpoint = client.HasCustomEndpoint,
            IsStreaming = meaning.IsStreaming,
            MemberName = member,
            TypeName = type,
            IsInTest = isTest,
        };
    }

    /// <summary>What the call leaves open, a pipeline in front of the client may fill in.</summary>
    private Setting Complete(SettingKind kind, Setting setting, ClientReading client, CancellationToken cancellationToken)
    {
        if (setting.IsExact)
        {
            return setting;
        }

        return client.ChangesRequests || _pipelines.MaySet(kind, cancellationToken) ? setting.Or(Setting.Unknown) : setting;
    }

    private static ClientReading ReadClient(IInvocationOperation invocation, CallMember meaning, Frame frame, ReadingContext context)
    {
        var client = invocation.Instance ?? Argument(invocation, meaning, ParameterMeaning.Client)?.Value;
        return client is null ? ClientReading.Plain : ClientReader.Read(client, frame, context);
    }

    private static Conversation ReadConversation(
        IInvocationOperation invocation, CallMember meaning, Frame frame, ReadingContext context, out IArgumentOperation? argument, out Location? creation)
    {
        creation = null;
        if (Argument(invocation, meaning, ParameterMeaning.Messages) is { } list)
        {
            argument = list;
            // The element of a covariant list, or a params call with a single string, is handled as a list either way.
            return ConversationReader.Read(list.Value, frame, context, out creation);
        }

        argument = Argument(invocation, meaning, ParameterMeaning.UserMessage);
        return argument is null ? Conversation.Unknown : ConversationReader.ReadSingle(argument.Value, frame, context);
    }

    private static IArgumentOperation? Argument(IInvocationOperation invocation, CallMember meaning, ParameterMeaning wanted) =>
        invocation.Arguments.FirstOrDefault(a => a.Parameter is { } parameter && meaning.Parameters.TryGetValue(parameter.Name, out var found) && found == wanted);

    private static Location NameLocation(IInvocationOperation invocation) =>
        invocation.Syntax is InvocationExpressionSyntax syntax && CallerLookup.NameOf(syntax.Expression) is { } name
            ? name.Identifier.GetLocation()
            : invocation.Syntax.GetLocation();

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
                    isTest = method.AttributeLists.SelectMany(l => l.Attributes).Any(a => a.Name.ToString() is
                        "Fact" or "Theory" or "Test" or "TestCase" or "TestMethod" or "DataTestMethod");
                    break;
                case PropertyDeclarationSyntax property:
                    member ??= property.Identifier.ValueText;
                    break;
                case BaseTypeDeclarationSyntax type:
                    return (member ?? "", type.Identifier.ValueText, isTest);
            }
        }

        return (member ?? "", "", isTest);
    }
}
