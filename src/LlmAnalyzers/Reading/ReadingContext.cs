using System.Threading;
using LlmAnalyzers.Sdks;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Reading;

/// <summary>What every reader needs: the SDKs the compilation references, its members, and the wish to stop.</summary>
internal sealed record ReadingContext(SdkSymbols Sdks, MemberLookup Members, CallerLookup Callers, CancellationToken CancellationToken)
{
    public Origins OriginsOf(IOperation value, Frame frame) => OriginFinder.Find(value, frame, Members, CancellationToken);
}
