using System;
using System.Linq;
using System.Threading.Tasks;
using Xunit;
using static LlmAnalyzers.Tests.FineTuning.TrainingFileRun;

namespace LlmAnalyzers.Tests.FineTuning;

/// <summary>LLM5021: how many examples there are.</summary>
public class TooFewExamplesTests
{
    [Theory]
    [InlineData(1, OpenAIBase, null, "1 example: OpenAI refuses fewer than 10")]
    [InlineData(9, OpenAIBase, null, "9 examples: OpenAI refuses fewer than 10")]
    [InlineData(0, OpenAIBase, null, "0 examples: OpenAI refuses")]
    [InlineData(9, "gpt-4.1@2025-04-14", null, "9 examples: Azure OpenAI refuses fewer than 10")]
    [InlineData(9, null, "openai", "refuses fewer than 10")]
    [InlineData(10, OpenAIBase, null, "10 examples: below 50")]
    [InlineData(49, OpenAIBase, null, "49 examples: below 50")]
    [InlineData(49, null, null, "49 examples: below 50")]
    [InlineData(1, null, null, "1 example: below 50")]
    [InlineData(49, "gemini-3.5-flash", null, "49 examples: below 50")]
    [InlineData(60, "amazon.nova-lite-v1:0", null, "60 examples: below 100")]
    [InlineData(49, "my-own-model", null, "below 50")]
    public async Task Few_examples_are_reported(int count, string? baseModel, string? provider, string message) =>
        Assert.Contains(message, Assert.Single(await new TrainingFileRun { Training = Many(count), BaseModel = baseModel, Provider = provider }.OfAsync("LLM5021")), StringComparison.Ordinal);

    [Fact]
    public async Task Below_the_minimum_it_is_a_warning_and_above_it_an_info()
    {
        Assert.Equal(Microsoft.CodeAnalysis.DiagnosticSeverity.Warning, (await new TrainingFileRun { Training = Many(9), BaseModel = OpenAIBase }.DiagnosticsAsync()).Single(d => d.Id == "LLM5021").Severity);
        Assert.Equal(Microsoft.CodeAnalysis.DiagnosticSeverity.Info, (await new TrainingFileRun { Training = Many(10), BaseModel = OpenAIBase }.DiagnosticsAsync()).Single(d => d.Id == "LLM5021").Severity);
    }

    [Theory]
    [InlineData(50, OpenAIBase, null)]
    [InlineData(51, null, null)]
    [InlineData(100, "amazon.nova-lite-v1:0", null)]
    [InlineData(1000, OpenAIBase, null)]
    [InlineData(50, "gemini-3.5-flash", null)]
    [InlineData(50, null, "azure")]
    [InlineData(99, "my-own-model", "house")]
    [InlineData(50, "gpt-4.1@2025-04-14", null)]
    public async Task Enough_examples_are_not(int count, string? baseModel, string? provider) =>
        Assert.Empty(await new TrainingFileRun { Training = Many(count), BaseModel = baseModel, Provider = provider }.OfAsync("LLM5021"));

    [Theory]
    [InlineData("dotnet_code_quality.LLM5021.minimum_training_examples", "10", 10, 0)]
    [InlineData("dotnet_code_quality.minimum_training_examples", "10", 10, 0)]
    [InlineData("dotnet_code_quality.minimum_training_examples", "20", 10, 1)]
    [InlineData("dotnet_code_quality.minimum_training_examples", "200", 199, 1)]
    [InlineData("dotnet_code_quality.minimum_training_examples", "200", 200, 0)]
    [InlineData("dotnet_code_quality.minimum_training_examples", "1", 9, 1)]
    [InlineData("dotnet_code_quality.minimum_training_examples", "few", 50, 0)]
    public async Task The_advised_number_is_an_option(string key, string value, int count, int reports) =>
        Assert.Equal(reports, (await new TrainingFileRun { Training = Many(count), BaseModel = OpenAIBase, Options = { [key] = value } }.OfAsync("LLM5021")).Length);

    [Theory]
    [InlineData("[\n{}\n]")]
    [InlineData("{\n\"messages\":\n[]}")]
    public async Task A_file_that_cannot_be_read_is_not_counted(string file) =>
        Assert.Empty(await new TrainingFileRun { Training = file, BaseModel = OpenAIBase }.OfAsync("LLM5021"));

    [Fact]
    public async Task A_validation_file_may_be_small() =>
        Assert.Empty(await new TrainingFileRun { Training = Many(60), Validation = Chat("other", "reply"), BaseModel = OpenAIBase }.OfAsync("LLM5021"));

    [Fact]
    public async Task Blank_lines_are_no_examples() =>
        Assert.Contains("9 examples", Assert.Single(await new TrainingFileRun { Training = Many(9) + "\n\n\n", BaseModel = OpenAIBase }.OfAsync("LLM5021")), StringComparison.Ordinal);
}

/// <summary>LLM5022: the same example twice.</summary>
public class DuplicateExamplesTests
{
    private const string Question = "Where is my order?";

    [Theory]
    [InlineData("Where is my order?", "delivery", "repeats")]
    [InlineData("where is my order?", "delivery", "differs only in case")]
    [InlineData("Where is my order", "delivery", "differs only in")]
    [InlineData("Where  is my\\n order?", "delivery", "differs only in")]
    [InlineData(" Where is my order? ", "delivery", "differs only in")]
    [InlineData("Where is my order?!", "delivery", "differs only in")]
    [InlineData("\\\"Where is my order?\\\"", "delivery", "differs only in")]
    [InlineData("Where is my order?", "Delivery", "differs only in")]
    [InlineData("Where is my order?", "delivery.", "differs only in")]
    [InlineData("(Where is my order?)", "delivery", "differs only in")]
    [InlineData("Where is my order…", "delivery", "differs only in")]
    [InlineData("WHERE IS MY ORDER?", "DELIVERY", "differs only in")]
    [InlineData("Wh\\u0065re is my order?", "delivery", "repeats")]
    public async Task A_second_one_is_reported_where_it_stands(string question, string reply, string message)
    {
        var second = $$"""{"messages": [{"role": "system", "content": "You sort mail."}, {"role": "user", "content": "{{question}}"}, {"role": "assistant", "content": "{{reply}}"}]}""";
        var reported = Assert.Single(await new TrainingFileRun { Training = Lines(Chat("Hello", "other"), Chat(Question, "delivery"), second) }.OfAsync("LLM5022"));
        Assert.StartsWith("3:1 ", reported, StringComparison.Ordinal);
        Assert.Contains(message, reported, StringComparison.Ordinal);
        Assert.Contains("the one in line 2", reported, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Where is my parcel?", "delivery")]
    [InlineData("Where is my order?", "billing")]
    [InlineData("Where is my order 2?", "delivery")]
    [InlineData("Where is my-order?", "delivery")]
    [InlineData("Whereis my order?", "delivery")]
    [InlineData("Where is my order? Now.", "delivery")]
    [InlineData("Wo ist mein Paket?", "delivery")]
    [InlineData("Where is myorder?", "delivery")]
    [InlineData("Where was my order?", "delivery")]
    [InlineData("Where is my order? +1", "delivery")]
    [InlineData("", "delivery")]
    [InlineData("Where is my order?", "delivery; billing")]
    [InlineData("Where is my ordér?", "delivery")]
    [InlineData("order my is Where?", "delivery")]
    public async Task A_different_example_is_not(string question, string reply) =>
        Assert.Empty(await new TrainingFileRun { Training = Lines(Chat(Question, "delivery"), Chat(question, reply)) }.OfAsync("LLM5022"));

    [Theory]
    [InlineData("a > b", "a < b")]
    [InlineData("1.5", "15")]
    [InlineData("2+2", "2-2")]
    [InlineData("10%", "10$")]
    public async Task Signs_that_carry_a_meaning_make_a_difference(string one, string other) =>
        Assert.Empty(await new TrainingFileRun { Training = Lines(Chat(one, "x"), Chat(other, "x")) }.OfAsync("LLM5022"));

    [Fact]
    public async Task The_same_question_under_another_system_prompt_or_grader_is_another_example()
    {
        Assert.Empty(await new TrainingFileRun { Training = Lines(Chat("q", "a", "One."), Chat("q", "a", "Two.")) }.OfAsync("LLM5022"));
        Assert.Empty(await new TrainingFileRun { Training = Lines("""{"messages":[{"role":"user","content":"q"}],"answer":"1"}""", """{"messages":[{"role":"user","content":"q"}],"answer":"2"}""") }.OfAsync("LLM5022"));
    }

    [Fact]
    public async Task A_line_that_cannot_be_read_is_compared_with_none() =>
        Assert.Empty(await new TrainingFileRun { Training = Lines("{", Chat("q", "a"), "{", "{}", "{}") }.OfAsync("LLM5022"));

    [Fact]
    public async Task Every_further_one_is_reported() =>
        Assert.Equal(4, (await new TrainingFileRun { Training = Lines(Enumerable.Repeat(Chat("q", "a"), 5)) }.OfAsync("LLM5022")).Length);
}

/// <summary>LLM5023: validation examples that are trained on.</summary>
public class ValidationOverlapsTrainingTests
{
    [Theory]
    [InlineData("Mail 3", "x")]
    [InlineData("mail 3", "x")]
    [InlineData("Mail 3.", "X")]
    [InlineData(" Mail  3", "x")]
    [InlineData("Mail 3!", "x.")]
    [InlineData("\"Mail 3\"", "x")]
    [InlineData("MAIL 3", "x")]
    [InlineData("Mail\n3", "x")]
    [InlineData("Mail 3?", "x")]
    [InlineData("(Mail 3)", "x")]
    public async Task A_shared_example_is_reported_in_the_training_file(string question, string reply)
    {
        var reported = await new TrainingFileRun { Training = Numbered(1, 5), Validation = Lines(Chat("Mail 9", "x"), Chat(question, reply)) }.OfAsync("LLM5023");
        Assert.StartsWith("3:1 The example stands also in line 2 of the validation file 'validation.jsonl'", Assert.Single(reported), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("data/validation.jsonl")]
    [InlineData("./data/validation.jsonl")]
    [InlineData("data\\validation.jsonl")]
    [InlineData("../app/data/validation.jsonl")]
    [InlineData("/app/data/validation.jsonl")]
    [InlineData("validation.jsonl")]
    public async Task The_validation_file_is_found_as_the_project_names_it(string item) =>
        Assert.Equal(5, (await new TrainingFileRun { Training = Numbered(1, 5), Validation = Numbered(1, 5), ValidationItem = item }.OfAsync("LLM5023")).Length);

    [Fact]
    public async Task A_file_that_validates_itself_is_one_report() =>
        Assert.StartsWith("1:1 The training file is its own validation file", Assert.Single(await new TrainingFileRun { Training = Numbered(1, 5), ValidationItem = "data/train.jsonl" }.OfAsync("LLM5023")), StringComparison.Ordinal);

    [Theory]
    [InlineData(6, 9)]
    [InlineData(100, 200)]
    public async Task Separate_files_are_not_reported(int first, int last) =>
        Assert.Empty(await new TrainingFileRun { Training = Numbered(1, 5), Validation = Numbered(first, last) }.OfAsync("LLM5023"));

    [Theory]
    [InlineData("Mail 3", "y")]
    [InlineData("Mail 33", "x")]
    [InlineData("Mail 3 again", "x")]
    [InlineData("Mail", "x")]
    [InlineData("Post 3", "x")]
    [InlineData("3 Mail", "x")]
    [InlineData("Mail -3", "x")]
    [InlineData("Mail 3.0", "x")]
    [InlineData("Mail3", "x")]
    [InlineData("Email 3", "x")]
    [InlineData("Mail 3", "x x")]
    public async Task Examples_that_are_only_alike_are_not_reported(string question, string reply) =>
        Assert.Empty(await new TrainingFileRun { Training = Numbered(1, 5), Validation = Chat(question, reply) }.OfAsync("LLM5023"));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    public async Task A_validation_file_that_holds_nothing_is_not_compared(string file) =>
        Assert.Empty(await new TrainingFileRun { Training = Lines(Chat("q", "a"), "{", "{}"), Validation = file }.OfAsync("LLM5023"));

    [Theory]
    [InlineData(null)]
    [InlineData("data/other.jsonl")]
    public async Task Without_a_validation_file_there_is_no_overlap(string? item) =>
        Assert.Empty(await new TrainingFileRun { Training = Numbered(1, 5), ValidationItem = item }.OfAsync("LLM5023"));

    private static string Numbered(int first, int last) => Lines(Enumerable.Range(first, last - first + 1).Select(i => Chat($"Mail {i}", "x")));
}

/// <summary>LLM5024: system prompts within one file.</summary>
public class SystemPromptsDifferTests
{
    [Theory]
    [InlineData("You sort mail")]
    [InlineData("You sort mail. ")]
    [InlineData("you sort mail.")]
    [InlineData("You sort e-mail.")]
    [InlineData("")]
    [InlineData("You sort mail.\n")]
    [InlineData("You are a helpful assistant.")]
    [InlineData("Du sortierst Post.")]
    [InlineData("You sort mail. Reply with one word.")]
    public async Task One_that_differs_is_reported_at_its_text(string prompt)
    {
        var file = Lines(Chat("1", "a"), Chat("2", "a"), Chat("3", "a", prompt), Chat("4", "a"));
        var reported = Assert.Single(await new TrainingFileRun { Training = file }.OfAsync("LLM5024"));
        Assert.StartsWith("3:41 This example has another system prompt than the 3 like line 1", reported, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_one_is_reported_with_the_line()
    {
        var file = Lines(Chat("1", "a"), Chat("2", "a", null), Chat("3", "a"), Chat("4", "a", null), Chat("5", "a"));
        Assert.StartsWith("2:1 This and 1 more have no system prompt, and 3 others have one (line 1)", Assert.Single(await new TrainingFileRun { Training = file }.OfAsync("LLM5024")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_system_prompt_among_examples_without_is_reported()
    {
        var file = Lines(Chat("1", "a", null), Chat("2", "a", "S"), Chat("3", "a", null));
        Assert.Contains("has a system prompt, and 2 others have none", Assert.Single(await new TrainingFileRun { Training = file }.OfAsync("LLM5024")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_different_one_is_reported_once_with_its_number()
    {
        var file = Lines(Chat("1", "a"), Chat("2", "a"), Chat("3", "a"), Chat("4", "a", "B"), Chat("5", "a", "B"), Chat("6", "a", "C"));
        var reported = await new TrainingFileRun { Training = file }.OfAsync("LLM5024");
        Assert.Equal(2, reported.Length);
        Assert.Contains("This and 1 more have another", reported[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_for_each_example_is_one_report()
    {
        var file = Lines(Enumerable.Range(1, 30).Select(i => Chat("q", "a", $"You answer customer {i}.")));
        Assert.Contains("30 different system prompts stand in 30 examples", Assert.Single(await new TrainingFileRun { Training = file }.OfAsync("LLM5024")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gemini_and_Nova_have_system_prompts_too()
    {
        static string Gemini(string s, string q) => $$$"""{"systemInstruction": {"parts": [{"text": "{{{s}}}"}]}, "contents": [{"role": "user", "parts": [{"text": "{{{q}}}"}]}, {"role": "model", "parts": [{"text": "a"}]}]}""";
        static string Nova(string s, string q) => $$"""{"schemaVersion": "v", "system": [{"text": "{{s}}"}], "messages": [{"role": "user", "content": [{"text": "{{q}}"}]}, {"role": "assistant", "content": [{"text": "a"}]}]}""";
        Assert.Single(await new TrainingFileRun { Training = Lines(Gemini("A", "1"), Gemini("A", "2"), Gemini("B", "3")) }.OfAsync("LLM5024"));
        Assert.Single(await new TrainingFileRun { Training = Lines(Nova("A", "1"), Nova("A", "2"), Nova("B", "3")) }.OfAsync("LLM5024"));
        Assert.Empty(await new TrainingFileRun { Training = Lines(Nova("A", "1"), Nova("A", "2"), Nova("A", "3")) }.OfAsync("LLM5024"));
        Assert.Empty(await new TrainingFileRun { Training = Lines(Gemini("A", "1"), Gemini("A", "2"), Gemini("A", "3")) }.OfAsync("LLM5024"));
    }

    [Theory]
    [InlineData("You sort mail.")]
    [InlineData("")]
    [InlineData("A \"quoted\" prompt\nin two lines")]
    [InlineData(null)]
    [InlineData("Ä")]
    public async Task The_same_one_throughout_is_not_reported(string? prompt) =>
        Assert.Empty(await new TrainingFileRun { Training = Many(60, prompt), Validation = Many(3, "You measure.") }.OfAsync("LLM5024"));

    [Theory]
    [InlineData("""{"messages":[{"role":"developer","content":"You sort mail."},{"role":"user","content":"q"},{"role":"assistant","content":"a"}]}""")]
    [InlineData("""{"messages": [ {"content": "You sort mail.", "role": "system"}, {"role":"user","content":"q"}, {"role":"assistant","content":"a"} ]}""")]
    [InlineData("""{"messages":[{"role":"system","content":"\u0059ou sort mail."},{"role":"user","content":"q"},{"role":"assistant","content":"a"}]}""")]
    [InlineData("""{"messages":[{"role":"system","content":[{"type":"text","text":"You sort mail."}]},{"role":"user","content":"q"},{"role":"assistant","content":"a"}]}""")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("")]
    public async Task The_same_one_in_another_spelling_is_not_reported(string line) =>
        Assert.Empty(await new TrainingFileRun { Training = Lines(Chat("1", "a"), line, Chat("2", "a")) }.OfAsync("LLM5024"));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_single_example_differs_from_nothing(int count) =>
        Assert.Empty(await new TrainingFileRun { Training = Many(count) }.OfAsync("LLM5024"));
}
