using System.Collections.Immutable;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Sdks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <content>Requests that are sent without an SDK.</content>
internal sealed partial class CallReader
{
    /// <summary>A request that is sent without an SDK.</summary>
    private (LlmCall Call, SdkSurface Surface)? ReadHttp(
        IInvocationOperation invocation, Frame frame, ImmutableArray<Passage> passages, Known<HttpSendMember> send, ReadingContext context)
    {
        var outermost = passages.IsEmpty ? invocation : passages[0].Invocation;
        var (member, type, isTest) = Surroundings(outermost);
        if (HttpCallReader.Read(invocation, send.Meaning, frame, isTest, context) is not { } http)
        {
            return null;
        }

        var (uses, ending) = ReplyFollower.Follow(invocation, BodyOf(frame, passages), passages, context, http.Api);
        var call = new LlmCall
        {
            Surface = send.Surface.Name,
            Provider = http.Provider,
            Abilities = http.Api.Abilities,
            Places = new(outermost.Syntax.GetLocation(), NameLocation(outermost))
            {
                Member = CallerLookup.MemberAround(outermost.Syntax)?.GetLocation(),
                Wrapped = passages.IsEmpty ? null : invocation.Syntax.GetLocation(),
                OptionsArgument = http.BodyCreation,
                OptionsCreations = http.BodyCreation is { } creation ? ImmutableArray.Create(creation) : ImmutableArray<Location>.Empty,
                MessagesArgument = http.MessagesCreation,
                MessagesCreation = http.MessagesCreation,
            },
            Settings = http.Settings,
            Conversation = http.Conversation,
            ReplyUses = uses,
            Ending = ending with { ToldBy = http.Api.EndingToldBy },
            HasCustomEndpoint = http.HasCustomEndpoint,
            IsStreaming = http.IsStreaming,
            MemberName = member,
            TypeName = type,
            WrapperName = passages.IsEmpty ? "" : Surroundings(invocation).Member,
            IsInTest = isTest,
        };
        return (call, http.Api.Surface);
    }
}
