using System.Collections.Immutable;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Sdks;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <content>Requests that are written as JSON and sent through an SDK.</content>
internal sealed partial class CallReader
{
    /// <summary>The overload takes the request as JSON.</summary>
    private bool TakesBody(IInvocationOperation invocation) =>
        _sdks.Find<BodyCallMember>(invocation.TargetMethod) is { Meaning: var meaning }
        && invocation.TargetMethod.Parameters is [{ Type.Name: "BinaryContent" } body, ..] && body.Name == meaning.Parameter;

    private (LlmCall Call, SdkSurface Surface)? ReadBody(
        IInvocationOperation invocation, Frame frame, ImmutableArray<Passage> passages, ReadingContext context)
    {
        var outermost = passages.IsEmpty ? invocation : passages[0].Invocation;
        if (_sdks.Find<BodyCallMember>(invocation.TargetMethod) is not { } known
            || SettingReader.ArgumentOf(invocation, known.Meaning.Parameter) is not { } argument)
        {
            return null;
        }

        var client = invocation.Instance is { } receiver ? ClientReader.Read(receiver, frame, context) : ClientReading.Plain;
        var read = HttpCallReader.Of(known.Meaning.Api, BinaryBodyReader.Read(argument.Value, frame, context), context);
        var provider = client.Provider ?? known.Surface.Provider;
        var settings = provider == "azure"
            ? read.Settings.SetItem(SettingKind.Deployment, read.Settings[SettingKind.Model]).SetItem(SettingKind.Model, Setting.Unknown)
            : read.Settings;
        var (uses, ending) = ReplyFollower.Follow(invocation, BodyOf(frame, passages), passages, context, known.Meaning.Api);
        var (member, type, isTest) = Surroundings(outermost);
        var call = new LlmCall
        {
            Surface = known.Surface.Name,
            Provider = provider,
            Abilities = known.Meaning.Api.Abilities,
            Places = new(outermost.Syntax.GetLocation(), NameLocation(outermost))
            {
                Member = CallerLookup.MemberAround(outermost.Syntax)?.GetLocation(),
                Wrapped = passages.IsEmpty ? null : invocation.Syntax.GetLocation(),
                OptionsArgument = read.BodyCreation,
                OptionsCreations = read.BodyCreation is { } creation ? ImmutableArray.Create(creation) : ImmutableArray<Microsoft.CodeAnalysis.Location>.Empty,
                MessagesArgument = read.MessagesCreation,
                MessagesCreation = read.MessagesCreation,
            },
            Settings = client.ChangesRequests ? settings.ToImmutableDictionary(s => s.Key, s => s.Value.Or(Setting.Unknown)) : settings,
            Conversation = read.Conversation,
            ReplyUses = uses,
            Ending = ending with { ToldBy = known.Meaning.Api.EndingToldBy },
            HasCustomEndpoint = client.HasCustomEndpoint,
            IsStreaming = read.IsStreaming,
            MemberName = member,
            TypeName = type,
            IsInTest = isTest,
        };
        return (call, known.Meaning.Api.Surface);
    }
}
