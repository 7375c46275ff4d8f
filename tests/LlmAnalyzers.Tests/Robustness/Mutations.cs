using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LlmAnalyzers.Tests.Robustness;

/// <summary>A damaged source, and how it was damaged.</summary>
internal sealed record Mutation(string Description, string Source);

/// <summary>Damages sources as typing, pasting and merging do. The same seed gives the same damage.</summary>
internal static class Mutations
{
    /// <summary>How many tokens in a row are deleted or repeated at most.</summary>
    private const int LongestRun = 6;

    /// <summary>What is typed in the middle of a file before the rest of it follows.</summary>
    private static readonly string[] Fragments = ["{", "}", "(", ")", "\"", "\"\"\"", "$\"{", "[", "]", ";", ".", "=>", "await ", "new ", "/*", "#if", "{|", "\0", "\ud800"];

    private static readonly Func<Random, string, IReadOnlyList<SyntaxToken>, Mutation>[] Kinds = [Delete, Repeat, Swap, Replace, Insert, HalfType];

    /// <summary>Gives <paramref name="count"/> mutations of a source, every kind in turn, one in three damaged twice.</summary>
    public static IEnumerable<Mutation> Of(string source, int seed, int count)
    {
        // Not for secrets: the sequence has to be the same on every run.
#pragma warning disable CA5394
        for (var i = 0; i < count; i++)
        {
            var random = new Random(HashCodeOf(seed, i));
            var mutation = Kinds[i % Kinds.Length](random, source, Tokens(source));
            if (i % 3 == 2)
            {
                var second = Kinds[random.Next(Kinds.Length)](random, mutation.Source, Tokens(mutation.Source));
                mutation = new($"{mutation.Description}, {second.Description}", second.Source);
            }

            yield return mutation with { Description = $"seed {seed}, mutation {i}: {mutation.Description}" };
        }
    }

    private static Mutation Delete(Random random, string source, IReadOnlyList<SyntaxToken> tokens)
    {
        var (start, end) = Run(random, tokens);
        return new($"delete {start}..{end}", source.Remove(start, end - start));
    }

    private static Mutation Repeat(Random random, string source, IReadOnlyList<SyntaxToken> tokens)
    {
        var (start, end) = Run(random, tokens);
        return new($"repeat {start}..{end}", source.Insert(end, " " + source[start..end]));
    }

    private static Mutation Swap(Random random, string source, IReadOnlyList<SyntaxToken> tokens)
    {
        var (first, second) = (tokens[random.Next(tokens.Count)].Span, tokens[random.Next(tokens.Count)].Span);
        if (second.Start < first.Start)
        {
            (first, second) = (second, first);
        }

        return first == second
            ? new("swap nothing", source)
            : new($"swap {first} and {second}", source[..first.Start] + source[second.Start..second.End] + source[first.End..second.Start] + source[first.Start..first.End] + source[second.End..]);
    }

    private static Mutation Replace(Random random, string source, IReadOnlyList<SyntaxToken> tokens)
    {
        var (target, other) = (tokens[random.Next(tokens.Count)].Span, tokens[random.Next(tokens.Count)].Text);
        return new($"replace {target} by {other}", source[..target.Start] + other + source[target.End..]);
    }

    private static Mutation Insert(Random random, string source, IReadOnlyList<SyntaxToken> tokens)
    {
        var (at, fragment) = (tokens[random.Next(tokens.Count)].SpanStart, Fragments[random.Next(Fragments.Length)]);
        return new($"insert {fragment} at {at}", source.Insert(at, fragment));
    }

    private static Mutation HalfType(Random random, string source, IReadOnlyList<SyntaxToken> tokens)
    {
        var length = random.Next(source.Length + 1);
        return new($"only the first {length} characters", source[..length]);
    }

    private static (int Start, int End) Run(Random random, IReadOnlyList<SyntaxToken> tokens)
    {
        var first = random.Next(tokens.Count);
        var last = Math.Min(tokens.Count - 1, first + random.Next(LongestRun));
        return (tokens[first].SpanStart, tokens[last].Span.End);
    }

    /// <summary>The tokens with text; an empty source has its end as only token.</summary>
    private static List<SyntaxToken> Tokens(string source)
    {
        var root = CSharpSyntaxTree.ParseText(source).GetRoot();
        var tokens = root.DescendantTokens().Where(token => token.Span.Length > 0).ToList();
        return tokens.Count > 0 ? tokens : [root.GetLastToken(includeZeroWidth: true)];
    }
#pragma warning restore CA5394

    /// <summary>One number from two, the same in every process.</summary>
    private static int HashCodeOf(int seed, int index) => unchecked((seed * 397) ^ (index * 7919));
}
