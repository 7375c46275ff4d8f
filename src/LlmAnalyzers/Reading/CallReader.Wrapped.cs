using System.Collections.Generic;
using System.Linq;
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

    /// <summary>An invocation by this name may be a call or lead to one.</summary>
    public bool MayLead(string name, CancellationToken cancellationToken) => _sdks.CallNames.Contains(name) || _wrappers.MayLead(name, cancellationToken);

    /// <summary>It sends a request to a model; an HTTP request may do so where its address comes from a caller.</summary>
    private bool IsCall(IInvocationOperation invocation, CancellationToken cancellationToken) =>
        MayBe(invocation)
        && (_sdks.Find<HttpSendMember>(invocation.TargetMethod) is not { Meaning: var send }
            || IsSentWhereCallersSay(invocation, send, cancellationToken) || Read(invocation, cancellationToken) is not null);

    private bool IsSentWhereCallersSay(IInvocationOperation invocation, HttpSendMember send, CancellationToken cancellationToken)
    {
        var (body, operation) = _members.Models.BodyAround(invocation);
        var context = new ReadingContext(_sdks, _members, _callers, _registrations, cancellationToken);
        return HttpRequestReader.Read((IInvocationOperation)operation, send, new Frame(body), context) is { Addresses.IsEmpty: true };
    }
}
