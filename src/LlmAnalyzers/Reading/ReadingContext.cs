using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using LlmAnalyzers.Sdks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <summary>What every reader needs: the SDKs the compilation references, its members, and the wish to stop.</summary>
internal sealed record ReadingContext(SdkSymbols Sdks, MemberLookup Members, CallerLookup Callers, Registrations Registrations, CancellationToken CancellationToken)
{
    private const int MaxWrappers = 6;

    /// <summary>Everything a value can come from; what an SDK only wraps in a type of its own is taken out of it.</summary>
    public Origins OriginsOf(IOperation value, Frame frame) => OriginsOf(value, frame, depth: 0);

    /// <summary>The value that a constructor or conversion of an SDK hands on in another type; null when it does more than that.</summary>
    public IOperation? WrappedIn(IOperation operation)
    {
        if (operation is not (IConversionOperation { OperatorMethod: not null } or IObjectCreationOperation { Initializer: null })
            || Sdks.Find<WrapperMember>(SettingReader.MemberOf(operation)) is not { Meaning: var wrapper })
        {
            return null;
        }

        return operation is IConversionOperation conversion ? conversion.Operand : SettingReader.ArgumentOf(operation, wrapper.Parameter)?.Value;
    }

    private Origins OriginsOf(IOperation value, Frame frame, int depth)
    {
        var origins = OriginFinder.Find(value, frame, Members, CancellationToken);
        if (depth >= MaxWrappers || !origins.Known.Any(o => WrappedIn(o.Operation) is not null))
        {
            return origins;
        }

        var hasUnseen = origins.HasUnseen;
        var known = ImmutableArray.CreateBuilder<Origin>();
        foreach (var origin in origins.Known)
        {
            if (WrappedIn(origin.Operation) is not { } wrapped)
            {
                known.Add(origin);
                continue;
            }

            var inner = OriginsOf(wrapped, origin.Frame, depth + 1);
            hasUnseen |= inner.HasUnseen;
            known.AddRange(inner.Known.Select(o => o with { IsCertain = o.IsCertain && origin.IsCertain, Holders = origin.Holders.AddRange(o.Holders) }));
        }

        return new(known.ToImmutable(), hasUnseen);
    }
}
