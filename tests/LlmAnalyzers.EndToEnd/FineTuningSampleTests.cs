using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Xunit;

namespace LlmAnalyzers.EndToEnd;

[Collection(PackageCollection.Name)]
public sealed partial class FineTuningSampleTests
{
    private static readonly string Folder = Path.Combine(BuildFacts.RepositoryRoot, "docs", "samples", "FineTuning");

    [Fact]
    public async Task Each_planted_fault_is_shown_once_with_file_line_and_column()
    {
        var build = (await DotNet.RunAsync(
            BuildFacts.RepositoryRoot,
            "build", Folder, "--no-incremental", "--configuration", BuildFacts.Configuration, "-p:BuildProjectReferences=false", "-nodeReuse:false"))
            .Expect(success: true);

        string[] reported = Reported().Matches(build.Output)
            .Select(m => $"{Path.GetFileName(m.Groups["file"].Value)}:{m.Groups["line"].Value} {m.Groups["id"].Value}").Distinct().Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(
            [
                "TicketSorter.cs:11 LLM5006",
                "TicketSorter.cs:11 LLM5014",
                "TicketTraining.cs:14 LLM5013",
                "TicketTraining.cs:18 LLM5012",
                "TicketTraining.cs:25 LLM5010",
                "TicketTraining.cs:25 LLM5011",
                "train.jsonl:1 LLM5021",
                "train.jsonl:10 LLM5023",
                "train.jsonl:5 LLM5022",
                "train.jsonl:6 LLM5025",
                "train.jsonl:7 LLM5024",
                "train.jsonl:8 LLM5020",
                "train.jsonl:9 LLM5027",
            ],
            reported);
        Assert.DoesNotContain("6467", build.Output, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"(?<file>[^\s(]+)\((?<line>\d+),\d+\): warning (?<id>LLM\d{4}):")]
    private static partial Regex Reported();
}
