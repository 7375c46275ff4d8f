using System.Collections.Generic;
using System.Linq;
using LlmAnalyzers.FineTuning;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules.FineTuning;

/// <summary>LLM5025: replies to one system prompt that do not share a format.</summary>
internal sealed class RepliesDifferInFormat : TrainingFileRule
{
    public const string Id = "LLM5025";

    /// <summary>Two replies show no usual format yet.</summary>
    private const int FewestReplies = 3;

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Create(
        Id,
        "FineTuning",
        DiagnosticSeverity.Info,
        "Replies do not share one format",
        "{0}: the model learns that either will do{1}",
        "A model copies the format of its training replies, and their variation too. Most jobs are started to get one format.");

    public override void Check(TrainingFile file, TrainingFileContext context)
    {
        var findings = new List<TrainingFinding>();

        // One file may teach several tasks; each has its own prompt.
        foreach (var task in file.Examples.Where(e => e is { IsFaulty: false, Reply: not null }).GroupBy(e => e.System))
        {
            var replies = task.ToList();
            if (replies.Count >= FewestReplies && replies.Any(e => e.Reply!.Format != ReplyFormat.Text))
            {
                Compare(replies, findings);
            }
        }

        findings.Sort((a, b) => a.Place.Line.CompareTo(b.Place.Line));
        context.Report(Descriptor, DiagnosticSeverity.Info, findings, findings.Count);
    }

    private static void Compare(List<TrainingExample> replies, List<TrainingFinding> findings)
    {
        var usual = replies.GroupBy(e => e.Reply!.Format).OrderByDescending(g => g.Count()).First();
        foreach (var example in replies.Where(e => e.Reply!.Format != usual.Key))
        {
            findings.Add(new(example.ReplyPlace, $"The reply is {NameOf(example.Reply!.Format)}, and {Numbers.Of(usual.Count())} of {Numbers.Of(replies.Count)} are {NameOf(usual.Key)}"));
        }

        if (usual.Key == ReplyFormat.JsonObject)
        {
            CompareFields(usual.Where(e => !e.Reply!.Fields.IsEmpty).ToList(), findings);
        }
    }

    private static void CompareFields(List<TrainingExample> objects, List<TrainingFinding> findings)
    {
        var usual = objects.GroupBy(e => e.Reply!.Names).OrderByDescending(g => g.Count()).FirstOrDefault();

        // Without a form that most of them have there is nothing to differ from: the fields may be the data.
        if (usual is null || objects.Count < FewestReplies || usual.Count() * 2 < objects.Count)
        {
            return;
        }

        var shape = usual.First().Reply!;
        foreach (var example in objects.Where(e => e.Reply!.Names != usual.Key))
        {
            var missing = shape.Fields.Where(f => !Has(example.Reply!, f.Name)).Select(f => f.Name).ToList();
            var added = example.Reply!.Fields.Where(f => !Has(shape, f.Name)).Select(f => f.Name).ToList();
            findings.Add(new(example.ReplyPlace, $"The reply {Differences(missing, added)} most others"));
        }

        for (var i = 0; i < shape.Fields.Length; i++)
        {
            CompareKinds(usual.ToList(), i, findings);
        }
    }

    private static void CompareKinds(List<TrainingExample> objects, int field, List<TrainingFinding> findings)
    {
        var kinds = objects.GroupBy(e => e.Reply!.Fields[field].Kind).Where(g => g.Key != JsonKind.Null).OrderByDescending(g => g.Count()).ToList();
        foreach (var other in kinds.Skip(1).SelectMany(g => g))
        {
            var (name, kind) = other.Reply!.Fields[field];
            findings.Add(new(other.ReplyPlace, $"The field '{name}' of the reply is {NameOf(kind)}, and in {Numbers.Of(kinds[0].Count())} others {NameOf(kinds[0].Key)}"));
        }
    }

    private static bool Has(ReplyShape shape, string name) => shape.Fields.Any(f => f.Name == name);

    private static string Differences(List<string> missing, List<string> added) =>
        (missing.Count, added.Count) switch
        {
            ( > 0, > 0) => $"has '{Short(added)}' and lacks '{Short(missing)}', unlike",
            ( > 0, _) => $"lacks '{Short(missing)}', unlike",
            _ => $"has '{Short(added)}', unlike",
        };

    private static string Short(List<string> names) => string.Join("', '", names.Take(3)) + (names.Count > 3 ? "', … '" + names[names.Count - 1] : "");

    private static string NameOf(ReplyFormat format) => format switch
    {
        ReplyFormat.JsonObject => "a JSON object",
        ReplyFormat.JsonArray => "a JSON array",
        ReplyFormat.FencedJson => "JSON in a code fence",
        _ => "plain text",
    };

    private static string NameOf(JsonKind kind) => kind switch
    {
        JsonKind.Object => "an object",
        JsonKind.Array => "an array",
        JsonKind.String => "a string",
        JsonKind.Number => "a number",
        JsonKind.Null => "null",
        _ => "true or false",
    };
}
