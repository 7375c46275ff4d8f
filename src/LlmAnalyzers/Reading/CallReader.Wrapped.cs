using System.Collections.Generic;
using System.Threading;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Sdks;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <content>Calls behind methods of the project, read for each caller.</content>
internal sealed partial class CallReader
{
    /// <summary>The calls behind an invocation of a method of the project, for <see cref="ReadThrough"/>.</summary>
    public IEnumerable<WrappedCall> CallsBehind(IInvocationOperation invocation, CancellationToken cancellationToken) =>
        _wrappers.MayLead(invocation.TargetMethod, cancellationToken) && !IsInExpressionTree(invocation)
            ? _wrappers.CallsBehind((IInvocationOperation)_members.Models.BodyAround(invocation).Operation, cancellationToken)
            : [];

    /// <summary>
    /// The call as one caller of a wrapper makes it: with the arguments of this caller and with what it does with the reply.
    /// </summary>
    /// <param name="wrapped">The call behind the wrappers.</param>
    /// <param name="level">The wrapper whose invocation is the caller's: 0 for the outermost; beyond the last, the call itself.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public LlmCall? ReadThrough(WrappedCall wrapped, int level, CancellationToken cancellationToken)
    {
        var passages = wrapped.Passages.RemoveRange(0, level);
        var frame = new Frame(level > 0 ? wrapped.Passages[level - 1].Body : _members.Models.BodyAround(passages[0].Invocation).Body);
        foreach (var passage in passages)
        {
            frame = (frame.Enter(passage.Body, passage.Invocation) with { Entry = NameLocation(passages[0].Invocation) }).Bind(passage.Invocation, passage.Target, frame);
        }

        return Read(wrapped.Call, frame, passages, cancellationToken)?.Call;
    }

    /// <summary>It sends a request to a model; of an HTTP request, where it goes is read.</summary>
    private bool IsCall(IInvocationOperation invocation, CancellationToken cancellationToken) =>
        MayBe(invocation) && (_sdks.Find<HttpSendMember>(invocation.TargetMethod) is null || Read(invocation, cancellationToken) is not null);
}
