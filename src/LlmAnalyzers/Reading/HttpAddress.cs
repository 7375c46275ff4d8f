using System;
using System.Collections.Immutable;
using System.Linq;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Sdks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <summary>An address a request is sent to, as far as the source shows it.</summary>
/// <param name="Host">Name and port; null when they cannot be read.</param>
/// <param name="Path">Its segments; one that cannot be read has the mark of a hole in it.</param>
/// <param name="IsRelative">It continues the base address of the client.</param>
internal sealed record HttpAddress(string? Host, ImmutableArray<string> Path, bool IsRelative)
{
    private const string SchemeEnd = "://";

    /// <summary>The addresses an expression can give; those that cannot be read at all are left out.</summary>
    public static ImmutableArray<HttpAddress> Read(IOperation address, Frame frame, ReadingContext context, out bool mayBeOther)
    {
        var found = ImmutableArray.CreateBuilder<HttpAddress>();
        var origins = context.OriginsOf(address, frame);
        mayBeOther = origins.MayBeOther;
        foreach (var origin in origins.Known.Where(o => !o.IsOpen && !o.IsNull))
        {
            if (Of(origin, context) is { } one)
            {
                found.Add(one);
            }
            else
            {
                mayBeOther = true;
            }
        }

        return found.ToImmutable();
    }

    /// <summary>This one below a base; <c>v1</c> and <c>/v1/chat</c> begin anew, as they do at run time.</summary>
    public HttpAddress Below(HttpAddress root) => this with { Host = root.Host, IsRelative = root.IsRelative };

    /// <summary>The path ends so. A segment <c>*:verb</c> begins with a name.</summary>
    public bool EndsWith(PathEnd end)
    {
        var wanted = end.Segments.Split('/');
        if (wanted.Length > Path.Length)
        {
            return false;
        }

        for (var i = 0; i < wanted.Length; i++)
        {
            var (segment, expected) = (Path[Path.Length - wanted.Length + i], wanted[i]);
            var isAlike = expected[0] == '*'
                ? segment.Length >= expected.Length && segment.EndsWith(expected.Substring(1), StringComparison.Ordinal)
                : string.Equals(segment, expected, StringComparison.OrdinalIgnoreCase);
            if (!isAlike)
            {
                return false;
            }
        }

        return true;
    }

    private static HttpAddress? Of(Origin origin, ReadingContext context)
    {
        if (origin.Operation is IObjectCreationOperation { Type.Name: "Uri" } uri)
        {
            var root = SettingReader.ArgumentOf(uri, "baseUri") is { } given ? Read(given.Value, origin.Frame, context, out _).FirstOrDefault() : null;
            var text = SettingReader.ArgumentOf(uri, "uriString") ?? SettingReader.ArgumentOf(uri, "relativeUri");
            var own = text is null ? null : Read(text.Value, origin.Frame, context, out _).FirstOrDefault();
            return own is { IsRelative: true } && SettingReader.ArgumentOf(uri, "baseUri") is not null
                ? own.Below(root ?? new(null, ImmutableArray<string>.Empty, IsRelative: false))
                : own;
        }

        if (origin.Operation.Type?.SpecialType != SpecialType.System_String)
        {
            return null;
        }

        // A part that is only possible stands beside its alternatives: any of them may be there.
        var pieces = PromptTextReader.Read(origin.Operation, origin.Frame, context).Pieces;
        return Of(string.Concat(pieces.Select(p => p is { Literal: { } literal, IsCertain: true } ? literal : PromptText.HoleMark.ToString())));
    }

    /// <summary>Takes a text apart. Holes stand for whatever is filled in: at the head for scheme and host.</summary>
    internal static HttpAddress? Of(string text)
    {
        const int MaxLength = 4_000;
        if (text.Length is 0 or > MaxLength || text.Any(char.IsWhiteSpace))
        {
            return null;
        }

        var end = text.IndexOfAny(['?', '#']);
        var address = end < 0 ? text : text.Substring(0, end);
        string? host = null;
        var isRelative = false;
        if (address.IndexOf(SchemeEnd, StringComparison.Ordinal) is var scheme and > 0)
        {
            var start = scheme + SchemeEnd.Length;
            var slash = address.IndexOf('/', start);
            var name = slash < 0 ? address.Substring(start) : address.Substring(start, slash - start);

            // my-resource.openai.azure.com: what is filled in before the dot does not matter; whatever else may be any host.
            var hole = name.LastIndexOf(PromptText.HoleMark);
            host = hole < 0 ? name : hole + 1 < name.Length && name[hole + 1] == '.' ? name.Substring(hole + 2) : null;
            host = address.IndexOf(PromptText.HoleMark, 0, scheme) >= 0 ? null : host;
            address = slash < 0 ? "" : address.Substring(slash);
        }
        else
        {
            isRelative = address[0] != PromptText.HoleMark;
        }

        return new(host, address.Split(['/'], StringSplitOptions.RemoveEmptyEntries).ToImmutableArray(), isRelative);
    }
}
