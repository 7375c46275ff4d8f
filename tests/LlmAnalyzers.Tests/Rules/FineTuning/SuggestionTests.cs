using System;
using System.Collections.Immutable;
using System.Linq;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Rules;
using LlmAnalyzers.Rules.FineTuning;
using LlmAnalyzers.Tests.Reading;
using Microsoft.CodeAnalysis;
using Xunit;

namespace LlmAnalyzers.Tests.Rules.FineTuning;

/// <summary>Reads a call out of source and asks one suggestion about it.</summary>
internal static class Suggestion
{
    public const string Model = "gpt-4o-2024-08-06";

    public static string Client(string model = Model) => $"new ChatClient(\"{model}\", \"key\")";

    /// <summary>The body of a call with a system prompt, which is written as a C# expression.</summary>
    public static string Call(string system, string? client = null) =>
        $"ChatCompletion completion = await {client ?? Client()}.CompleteChatAsync([new SystemChatMessage({system}), new UserChatMessage(input)]);";

    public static ImmutableArray<Diagnostic> On(CallRule rule, string body, string members = "", params (string, string)[] options) =>
        MadeCall.Check(rule, ReadCall.OpenAI(body, members), options);

    public static string Literal(string text) => "@\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    public static string Examples(int count, string form = "Input: ticket {0}\nOutput: label {0}\n") =>
        Literal("You sort tickets.\n" + string.Concat(Enumerable.Range(1, count).Select(i => string.Format(System.Globalization.CultureInfo.InvariantCulture, form, i))));
}

/// <summary>LLM5005.</summary>
public class TuneInsteadOfExamplesTests
{
    private static readonly TuneInsteadOfExamples Rule = new();

    [Theory]
    [InlineData("Input: ticket {0}\nOutput: label {0}\n", 10)]
    [InlineData("Q: what is {0}?\nA: it is {0}\n", 12)]
    [InlineData("User: hello {0}\nAssistant: hi {0}\n", 10)]
    [InlineData("<example>ticket {0} is label {0}</example>\n", 10)]
    [InlineData("{0}. \"ticket {0}\" -> label {0}\n", 15)]
    [InlineData("- ticket {0} => label {0}\n", 10)]
    [InlineData("{{\"input\": \"ticket {0}\", \"output\": \"label {0}\"}}\n", 10)]
    [InlineData("Text: ticket {0}\nLabel: label {0}\n", 30)]
    public void Many_examples_in_any_form(string form, int count)
    {
        var message = Assert.Single(Suggestion.On(Rule, Suggestion.Call(Suggestion.Examples(count, form)))).GetMessage(null);
        Assert.StartsWith(count + " worked examples", message, StringComparison.Ordinal);
        Assert.Contains("Azure OpenAI (existing customers, tuned models end 2027-10-14)", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gpt-4.1")]
    [InlineData("gpt-5.1")]
    [InlineData("no-such-model")]
    public void Whatever_model_of_a_provider_that_tunes(string model) =>
        Assert.Single(Suggestion.On(Rule, Suggestion.Call(Suggestion.Examples(12), Suggestion.Client(model))));

    [Fact]
    public void Made_up_turns_are_examples()
    {
        var turns = string.Join(", ", Enumerable.Range(1, 10).Select(i => $"new UserChatMessage(\"ticket {i}\"), new AssistantChatMessage(\"label {i}\")"));
        var body = $"ChatCompletion completion = await {Suggestion.Client()}.CompleteChatAsync([new SystemChatMessage(\"You sort tickets.\"), {turns}, new UserChatMessage(input)]);";
        Assert.Contains("10 worked examples (user and assistant messages)", Assert.Single(Suggestion.On(Rule, body)).GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public void The_examples_may_stand_in_a_constant_and_in_the_user_message()
    {
        Assert.Single(Suggestion.On(Rule, Suggestion.Call("Prompt"), "private const string Prompt = " + Suggestion.Examples(11) + ";"));
        Assert.Single(Suggestion.On(Rule, $"ChatCompletion completion = await {Suggestion.Client()}.CompleteChatAsync([new UserChatMessage({Suggestion.Examples(11)} + input)]);"));
    }

    [Fact]
    public void The_limit_is_an_option_and_the_volume_gives_a_price()
    {
        var body = Suggestion.Call(Suggestion.Examples(6));
        Assert.Empty(Suggestion.On(Rule, body));
        var found = Assert.Single(Suggestion.On(Rule, body, "", ("dotnet_code_quality.llm5005.maximum_examples", "5"), ("dotnet_code_quality.llm5003.monthly_calls", "100000")));
        Assert.Matches(@"about \d+ tokens, \$\d+(\.\d\d)? a month", found.GetMessage(null));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(9)]
    public void A_few_examples_teach_a_format(int count) => Assert.Empty(Suggestion.On(Rule, Suggestion.Call(Suggestion.Examples(count))));

    [Theory]
    [InlineData("ft:gpt-4o-2024-08-06:acme::abc")]
    [InlineData("ft:gpt-99:acme::abc")]
    public void A_tuned_model_is_another_rules_matter(string model) => Assert.Empty(Suggestion.On(Rule, Suggestion.Call(Suggestion.Examples(12), Suggestion.Client(model))));

    [Theory]
    [InlineData("string.Join(\"\\n\", input.Split(';').Select(e => \"Input: \" + e + \"\\nOutput: x\"))")]
    [InlineData("$\"Input: {input}\\nOutput: {input}\\nInput: {input}\\nOutput: {input}\"")]
    [InlineData("Load()")]
    [InlineData("input")]
    public void Examples_chosen_at_run_time_are_not_counted(string system) => Assert.Empty(Suggestion.On(Rule, Suggestion.Call(system), "private string Load() => System.IO.File.ReadAllText(\"p.txt\");"));

    [Fact]
    public void Turns_of_a_real_conversation_are_no_examples()
    {
        var turns = string.Join(", ", Enumerable.Range(1, 12).Select(i => "new UserChatMessage(input), new AssistantChatMessage(input)"));
        Assert.Empty(Suggestion.On(Rule, $"ChatCompletion completion = await {Suggestion.Client()}.CompleteChatAsync([{turns}, new UserChatMessage(input)]);"));
    }

    [Theory]
    [InlineData("System.Text.Json.JsonSerializer.Deserialize<int[]>(completion.Content[0].Text);")]
    public void A_format_that_the_request_could_enforce_comes_first(string use) => Assert.Empty(Suggestion.On(Rule, Suggestion.Call(Suggestion.Examples(12)) + use));

    [Fact]
    public void Behind_an_endpoint_of_its_own_an_unknown_model_cannot_be_judged() =>
        Assert.Empty(Suggestion.On(Rule, Suggestion.Call(
            Suggestion.Examples(12), "new ChatClient(\"llama\", new ApiKeyCredential(\"k\"), new OpenAIClientOptions { Endpoint = new Uri(\"http://localhost:1234\") })")));

    [Theory]
    [InlineData("anthropic")]
    [InlineData("mistral")]
    [InlineData("ollama")]
    [InlineData("deepseek")]
    public void Where_nobody_tunes_such_models_nothing_is_said(string provider) => Assert.Empty(TuningAdviceOf(provider));

    [Theory]
    [InlineData("openai")]
    [InlineData("google")]
    [InlineData("bedrock")]
    [InlineData(null)]
    public void Where_somebody_does_it_is(string? provider) => Assert.Single(TuningAdviceOf(provider));

    private static ImmutableArray<Diagnostic> TuningAdviceOf(string? provider)
    {
        var made = MadeCall.Of(provider, "some-model");
        var text = new PromptText([new PromptPiece(string.Concat(Enumerable.Range(0, 12).Select(i => $"Input: a{i}\nOutput: b{i}\n")), made.Places.Invocation)]);
        var call = new LlmCall
        {
            Surface = made.Surface,
            Provider = provider,
            Abilities = made.Abilities,
            Places = made.Places,
            Settings = made.Settings,
            Conversation = new([new PromptMessage(MessageRole.User, text, made.Places.Invocation)]),
            ReplyUses = [],
        };
        return MadeCall.Check(Rule, call);
    }
}

/// <summary>LLM5006.</summary>
public class TunedModelWithExamplesTests
{
    private const string Tuned = "ft:gpt-4.1-mini-2025-04-14:acme:tickets:abc123";

    private static readonly TunedModelWithExamples Rule = new();

    [Theory]
    [InlineData("Input: ticket {0}\nOutput: label {0}\n", 3)]
    [InlineData("Q: what is {0}?\nA: it is {0}\n", 5)]
    [InlineData("<example>ticket {0} is label {0}</example>\n", 3)]
    [InlineData("{0}. \"ticket {0}\" -> label {0}\n", 4)]
    [InlineData("{{\"input\": \"ticket {0}\", \"output\": \"label {0}\"}}\n", 20)]
    [InlineData("Text: ticket {0}\nLabel: label {0}\n", 10)]
    [InlineData("User: hello {0}\nAssistant: hi {0}\n", 3)]
    [InlineData("- ticket {0} => label {0}\n", 3)]
    public void Examples_for_a_tuned_model(string form, int count)
    {
        var found = Assert.Single(Suggestion.On(Rule, Suggestion.Call(Suggestion.Examples(count, form), Suggestion.Client(Tuned))));
        Assert.Contains($"'{Tuned}' is fine-tuned and still gets {count} worked examples", found.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public void Made_up_turns_count()
    {
        var turns = string.Join(", ", Enumerable.Range(1, 3).Select(i => $"new UserChatMessage(\"ticket {i}\"), new AssistantChatMessage(\"label {i}\")"));
        Assert.Single(Suggestion.On(Rule, $"ChatCompletion completion = await {Suggestion.Client(Tuned)}.CompleteChatAsync([{turns}, new UserChatMessage(input)]);"));
    }

    [Theory]
    [InlineData("tickets-prod", "tickets-prod")]
    [InlineData("tickets-prod", "other|Tickets-Prod")]
    [InlineData("gpt-4o", "gpt-4o")]
    public void A_name_that_the_team_calls_tuned(string model, string option) =>
        Assert.Single(Suggestion.On(Rule, Suggestion.Call(Suggestion.Examples(3), Suggestion.Client(model)), "", ("dotnet_code_quality.fine_tuned_models", option)));

    [Theory]
    [InlineData("gpt-4o", 12)]
    [InlineData("gpt-4.1-mini-2025-04-14", 12)]
    [InlineData("tickets-prod", 12)]
    [InlineData("ft", 12)]
    [InlineData("ft:", 12)]
    [InlineData("lift:gpt-4o:x", 12)]
    [InlineData(Tuned, 0)]
    [InlineData(Tuned, 1)]
    [InlineData(Tuned, 2)]
    public void Other_models_and_a_couple_of_examples(string model, int count) =>
        Assert.Empty(Suggestion.On(Rule, Suggestion.Call(Suggestion.Examples(count), Suggestion.Client(model))));

    [Theory]
    [InlineData("input")]
    [InlineData("$\"Input: {input}\\nOutput: {input}\\nInput: {input}\\nOutput: {input}\\nInput: {input}\\nOutput: {input}\"")]
    [InlineData("\"You sort tickets.\"")]
    [InlineData("\"You sort tickets. Answer with one label: billing, delivery or other.\"")]
    [InlineData("\"1. Read the ticket.\\n2. Find the label.\\n3. Answer.\"")]
    [InlineData("\"Input: the ticket\\nOutput: the label\"")]
    [InlineData("\"\"")]
    [InlineData("\"name: x\\nage: 3\\nname: y\\nage: 4\\nname: z\\nage: 5\"")]
    [InlineData("\"a -> b -> c\"")]
    [InlineData("System.IO.File.ReadAllText(\"prompt.txt\")")]
    public void Prompts_without_examples_of_their_own(string system) => Assert.Empty(Suggestion.On(Rule, Suggestion.Call(system, Suggestion.Client(Tuned))));
}

/// <summary>LLM5002.</summary>
public class TuneForVocabularyTests
{
    private static readonly TuneForVocabulary Rule = new();

    private static string Glossary(int terms, string head = "Glossary:") =>
        Suggestion.Literal("You answer questions of customers.\n" + head + "\n" + string.Concat(Enumerable.Range(0, terms).Select(i => $"term{(char)('a' + i)}: what we call the thing {i}\n")));

    [Theory]
    [InlineData(8, "Glossary:")]
    [InlineData(20, "## Terminology")]
    [InlineData(9, "Our terms:")]
    [InlineData(8, "<glossary>")]
    [InlineData(12, "**Abbreviations**")]
    [InlineData(8, "Definitions:")]
    [InlineData(8, "Key terms")]
    public void A_glossary(int terms, string head)
    {
        var message = Assert.Single(Suggestion.On(Rule, Suggestion.Call(Glossary(terms, head)))).GetMessage(null);
        Assert.StartsWith($"The prompt explains {terms} terms to the model, 'terma' and others:", message, StringComparison.Ordinal);
        Assert.Contains("Azure OpenAI", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("You are a medical coding assistant.\nMI: myocardial infarction\nCOPD: chronic obstructive disease\nHTN: high blood pressure", "medical")]
    [InlineData("You review legal contracts.\nGlossary:\nindemnity: a promise to pay\nestoppel: a bar to a claim\nlien: a right in a thing", "legal")]
    [InlineData("You are an expert in insurance.\n\"Cedent\" means who gives the risk away.\n\"Treaty\" means a contract for many risks.\n\"Retention\" means what stays.", "insurance")]
    [InlineData("You are a tax adviser.\nVAT stands for value added tax\nDTA stands for double taxation agreement\nPE stands for permanent establishment", "tax")]
    [InlineData("Act as a compliance officer.\nKYC: know your customer\nAML: anti money laundering\nPEP: politically exposed person", "compliance")]
    public void Three_terms_in_a_declared_domain(string prompt, string domain) =>
        Assert.Contains($"({domain})", Assert.Single(Suggestion.On(Rule, Suggestion.Call(Suggestion.Literal(prompt)))).GetMessage(null), StringComparison.Ordinal);

    [Fact]
    public void The_number_is_an_option() =>
        Assert.Single(Suggestion.On(Rule, Suggestion.Call(Glossary(4)), "", ("dotnet_code_quality.llm5002.minimum_glossary_terms", "4")));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    public void A_few_terms_outside_a_domain(int terms) => Assert.Empty(Suggestion.On(Rule, Suggestion.Call(Glossary(terms))));

    [Theory]
    [InlineData("You are a medical assistant.\nMI: myocardial infarction\nHTN: high blood pressure")]
    [InlineData("You are a medical assistant. Answer with one of: urgent, normal, none.")]
    [InlineData("You are a medical assistant.\nname: string\nage: number\ndiagnosis: string\ncode: string")]
    [InlineData("Never give medical or legal advice.\nUPB: unpaid balance\nLTV: loan to value\nDTI: debt to income")]
    [InlineData("You sort mail.\nbilling: questions about invoices\ndelivery: questions about parcels\nreturns: things sent back\nother: the rest\nspam: advertising\nsales: offers\npress: journalists\nlegal: lawyers")]
    [InlineData("Rules:\nTone: friendly and warm\nLength: three sentences\nLanguage: the one of the customer\nName: never use it\nPrice: never name it\nDate: write it out\nSignature: add it\nLinks: leave them out")]
    [InlineData("Step 1: read the mail\nStep 2: find the order\nStep 3: check the date\nStep 4: write the reply\nStep 5: sign it\nStep 6: send it\nStep 7: log it\nStep 8: stop")]
    [InlineData("You are a helpful assistant.")]
    [InlineData("")]
    public void Labels_fields_and_rules_are_no_glossary(string prompt) => Assert.Empty(Suggestion.On(Rule, Suggestion.Call(Suggestion.Literal(prompt))));

    [Theory]
    [InlineData("\"You are a medical assistant.\\nGlossary:\\n\" + input")]
    [InlineData("$\"Glossary:\\n{input}: {input}\\n{input}: {input}\"")]
    [InlineData("input")]
    [InlineData("\"Glossary:\\n\" + string.Join(\"\\n\", input.Split(',').Select(t => t + \": a thing\"))")]
    public void A_glossary_that_is_filled_in_at_run_time(string system) => Assert.Empty(Suggestion.On(Rule, Suggestion.Call(system)));

    [Theory]
    [InlineData("ft:gpt-4o-2024-08-06:acme::abc")]
    [InlineData("ft:own:acme::abc")]
    public void A_model_that_is_tuned_already(string model) => Assert.Empty(Suggestion.On(Rule, Suggestion.Call(Glossary(12), Suggestion.Client(model))));

    [Fact]
    public void A_format_that_the_request_could_enforce_comes_first() =>
        Assert.Empty(Suggestion.On(Rule, Suggestion.Call(Glossary(12)) + "System.Text.Json.JsonSerializer.Deserialize<int[]>(completion.Content[0].Text);"));
}

/// <summary>LLM5003.</summary>
public class TuneForCostTests
{
    private static readonly TuneForCost Rule = new();

    private static readonly string Long = Suggestion.Literal(string.Concat(Enumerable.Repeat("You sort tickets of the shop by what they ask for. ", 200)));

    private static (string, string)[] Volume(string key, string value) => [("dotnet_code_quality.llm5003." + key, value)];

    [Theory]
    [InlineData("gpt-4o-2024-08-06", "monthly_calls", "1000000")]
    [InlineData("gpt-4o", "monthly_calls", "500000")]
    [InlineData("gpt-4.1", "monthly_calls", "1000000")]
    [InlineData("gpt-5.1", "monthly_calls", "1000000")]
    [InlineData("gpt-4o", "monthly_tokens", "100000000")]
    [InlineData("gpt-4o", "monthly_tokens", "1e10")]
    [InlineData("gpt-5", "monthly_tokens", "1000000000")]
    public void At_volume_a_tuned_model_pays_back(string model, string key, string value)
    {
        var message = Assert.Single(Suggestion.On(Rule, Suggestion.Call(Long, Suggestion.Client(model)), "", Volume(key, value))).GetMessage(null);
        Assert.Matches(@"^About \$[\d,.]+ a month on '.+' would be \$[\d,.]+ on a tuned '.+', which pays \$[\d,.]+ of training back in \d+\.\d months; first try ", message);
        Assert.Contains("a shorter prompt; tuning is still to be had at", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Caching_and_a_smaller_model_come_first_with_what_they_save()
    {
        var message = Assert.Single(Suggestion.On(Rule, Suggestion.Call(Long), "", Volume("monthly_calls", "1000000"))).GetMessage(null);
        Assert.Matches(@"first try prompt caching \(saves up to \$[\d,]+\), '.+' as it is \(saves \$[\d,]+\), a shorter prompt", message);
    }

    [Theory]
    [InlineData("foreach (var line in input.Split(';')) { BODY }")]
    [InlineData("while (input.Length > 3) { BODY }")]
    [InlineData("for (var i = 0; i < input.Length; i++) { BODY }")]
    [InlineData("foreach (var line in input.Split(';')) { if (line.Length > 0) { BODY } }")]
    [InlineData("do { BODY } while (input.Length > 3);")]
    public void Without_a_volume_a_long_prompt_in_a_loop(string loop)
    {
        var found = Suggestion.On(Rule, loop.Replace("BODY", Suggestion.Call(Long), StringComparison.Ordinal));
        Assert.Contains("of constant prompt go with every request of a loop", Assert.Single(found).GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("monthly_calls", "10")]
    [InlineData("monthly_calls", "0")]
    [InlineData("monthly_tokens", "1000")]
    [InlineData("monthly_tokens", "0")]
    public void At_a_small_volume_nothing_pays_back(string key, string value) => Assert.Empty(Suggestion.On(Rule, Suggestion.Call(Long), "", Volume(key, value)));

    [Theory]
    [InlineData("gpt-4.1-nano")]
    [InlineData("gpt-5-nano")]
    [InlineData("no-such-model")]
    [InlineData("ft:gpt-4o-2024-08-06:acme::abc")]
    public void A_cheap_tuned_or_unpriced_model(string model) => Assert.Empty(Suggestion.On(Rule, Suggestion.Call(Long, Suggestion.Client(model)), "", Volume("monthly_calls", "1000000")));

    [Fact]
    public void Labelling_that_costs_more_than_is_saved_before_the_base_ends() =>
        Assert.Empty(Suggestion.On(
            Rule, Suggestion.Call(Long), "", ("dotnet_code_quality.llm5003.monthly_calls", "10000"), ("dotnet_code_quality.llm5003.labelling_cost_per_example", "5")));

    [Fact]
    public void A_prompt_of_which_nothing_is_known_has_no_price() =>
        Assert.Empty(Suggestion.On(Rule, $"ChatCompletion completion = await {Suggestion.Client()}.CompleteChatAsync([new UserChatMessage(input)]);", "", Volume("monthly_calls", "1000000")));

    [Theory]
    [InlineData("foreach (var line in input.Split(';')) { BODY }")]
    [InlineData("while (input.Length > 3) { BODY }")]
    [InlineData("BODY")]
    [InlineData("for (var i = 0; i < input.Length; i++) { BODY }")]
    public void A_short_prompt_in_a_loop(string loop) => Assert.Empty(Suggestion.On(Rule, loop.Replace("BODY", Suggestion.Call("\"You sort tickets.\""), StringComparison.Ordinal)));

    [Theory]
    [InlineData("BODY")]
    [InlineData("if (input.Length > 3) { BODY }")]
    [InlineData("for (var attempt = 0; attempt < 3; attempt++) { BODY }")]
    [InlineData("while (true) { var line = Console.ReadLine(); BODY }")]
    [InlineData("do { BODY } while (Console.ReadLine() is not null);")]
    public void A_long_prompt_that_is_not_sent_over_and_over(string around) => Assert.Empty(Suggestion.On(Rule, around.Replace("BODY", Suggestion.Call(Long), StringComparison.Ordinal)));
}

/// <summary>LLM5004.</summary>
public class TuneForLatencyTests
{
    private static readonly TuneForLatency Rule = new();

    private static string Body(string before, string token, string model = "gpt-4o") =>
        before + $" ChatCompletion completion = await {Suggestion.Client(model)}.CompleteChatAsync([new SystemChatMessage(\"You sort tickets.\"), new UserChatMessage(input)], cancellationToken: {token});";

    [Theory]
    [InlineData("using var source = new CancellationTokenSource(300);", "source.Token", "300")]
    [InlineData("using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));", "source.Token", "200")]
    [InlineData("using var source = new CancellationTokenSource(TimeSpan.FromSeconds(0.5));", "source.Token", "500")]
    [InlineData("using var source = new CancellationTokenSource(); source.CancelAfter(100);", "source.Token", "100")]
    [InlineData("using var source = new CancellationTokenSource(); source.CancelAfter(TimeSpan.FromMilliseconds(450));", "source.Token", "450")]
    [InlineData("using var source = CancellationTokenSource.CreateLinkedTokenSource(default(CancellationToken)); source.CancelAfter(250);", "source.Token", "250")]
    [InlineData("var token = new CancellationTokenSource(300).Token;", "token", "300")]
    [InlineData("using var source = new CancellationTokenSource(new TimeSpan(0, 0, 0, 0, 400));", "source.Token", "400")]
    [InlineData("const int Budget = 50; using var source = new CancellationTokenSource(Budget);", "source.Token", "50")]
    [InlineData("var budget = TimeSpan.FromMilliseconds(80); using var source = new CancellationTokenSource(budget);", "source.Token", "80")]
    public void A_short_budget_for_a_large_model(string before, string token, string milliseconds)
    {
        var message = Assert.Single(Suggestion.On(Rule, Body(before, token))).GetMessage(null);
        Assert.StartsWith($"'gpt-4o' has {milliseconds} ms to answer", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_short_wait_around_the_call() =>
        Assert.Single(Suggestion.On(Rule, $"var completion = await {Suggestion.Client()}.CompleteChatAsync([new SystemChatMessage(\"You sort tickets.\"), new UserChatMessage(input)]).WaitAsync(TimeSpan.FromMilliseconds(300));"));

    [Theory]
    [InlineData("gpt-4.1")]
    [InlineData("gpt-5.1")]
    public void Other_large_models(string model) => Assert.Single(Suggestion.On(Rule, Body("using var source = new CancellationTokenSource(300);", "source.Token", model)));

    [Theory]
    [InlineData("using var source = new CancellationTokenSource(501);", "source.Token")]
    [InlineData("using var source = new CancellationTokenSource(30_000);", "source.Token")]
    [InlineData("using var source = new CancellationTokenSource(TimeSpan.FromSeconds(30));", "source.Token")]
    [InlineData("using var source = new CancellationTokenSource(TimeSpan.FromMinutes(1));", "source.Token")]
    [InlineData("using var source = new CancellationTokenSource();", "source.Token")]
    [InlineData("using var source = new CancellationTokenSource(input.Length);", "source.Token")]
    [InlineData("using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(input.Length));", "source.Token")]
    [InlineData("using var source = new CancellationTokenSource(-1);", "source.Token")]
    [InlineData("using var source = new CancellationTokenSource(Timeout.InfiniteTimeSpan);", "source.Token")]
    [InlineData("using var source = new CancellationTokenSource(); using var other = new CancellationTokenSource(100);", "source.Token")]
    [InlineData("using var source = new CancellationTokenSource(); using var other = new CancellationTokenSource(); other.CancelAfter(100);", "source.Token")]
    [InlineData("", "default")]
    [InlineData("", "CancellationToken.None")]
    [InlineData("var source = new CancellationTokenSource(input.Length > 3 ? 100 : 60_000);", "source.Token")]
    public void A_long_or_unknown_budget(string before, string token) => Assert.Empty(Suggestion.On(Rule, Body(before, token)));

    [Theory]
    [InlineData("gpt-4.1-nano")]
    [InlineData("gpt-4o-mini")]
    [InlineData("gpt-5-nano")]
    [InlineData("no-such-model")]
    [InlineData("ft:gpt-4o-2024-08-06:acme::abc")]
    public void Small_tuned_and_unknown_models(string model) => Assert.Empty(Suggestion.On(Rule, Body("using var source = new CancellationTokenSource(300);", "source.Token", model)));

    [Fact]
    public void Streaming_answers_with_its_first_words() =>
        Assert.Empty(Suggestion.On(Rule, $"using var source = new CancellationTokenSource(300); await foreach (var u in {Suggestion.Client()}.CompleteChatStreamingAsync([new UserChatMessage(input)], cancellationToken: source.Token)) {{ }}"));

    [Fact]
    public void The_budget_is_an_option() =>
        Assert.Single(Suggestion.On(Rule, Body("using var source = new CancellationTokenSource(900);", "source.Token"), "", ("dotnet_code_quality.llm5004.latency_budget_ms", "1000")));
}

/// <summary>LLM5001.</summary>
public class TuneForFormatTests
{
    private static readonly TuneForFormat Rule = new();

    private static string Body(string loop, string model = Suggestion.Model) => loop.Replace(
        "CALL", $"ChatCompletion completion = await {Suggestion.Client(model)}.CompleteChatAsync([new SystemChatMessage(\"You write part numbers.\"), new UserChatMessage(input)]); var reply = completion.Content[0].Text;", StringComparison.Ordinal);

    private const string Match = "System.Text.RegularExpressions.Regex.IsMatch(reply, \"^[A-Z]{3}-[0-9]{4}$\")";

    [Theory]
    [InlineData("for (var attempt = 0; attempt < 3; attempt++) { CALL if (MATCH) { return reply; } }")]
    [InlineData("for (var i = 0; i < 5; i++) { CALL if (!MATCH) { continue; } return reply; }")]
    [InlineData("while (true) { CALL if (MATCH) return reply; }")]
    [InlineData("while (true) { CALL if (MATCH) { break; } }")]
    [InlineData("while (true) { CALL if (!MATCH) continue; return reply; }")]
    [InlineData("var tries = 0; while (tries++ < 3) { CALL if (MATCH) { return reply; } }")]
    [InlineData("for (var i = 0; i < 3; i++) { CALL if (MATCH) { return reply; } input += \" Only the number.\"; }")]
    [InlineData("while (true) { CALL if (MATCH) { return reply; } await Task.Delay(100); }")]
    [InlineData("for (var i = 0; ; i++) { CALL if (MATCH) { return reply; } if (i > 3) throw new InvalidOperationException(); }")]
    public void The_request_is_repeated_until_the_reply_matches(string loop)
    {
        var message = Assert.Single(Suggestion.On(Rule, Body(loop.Replace("MATCH", Match, StringComparison.Ordinal)))).GetMessage(null);
        Assert.Contains("a form that is no JSON", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("for (var i = 0; i < 3; i++) { CALL try { return JsonSerializer.Deserialize<int[]>(reply); } catch (JsonException) { } }", "gpt-3.5-turbo")]
    [InlineData("for (var i = 0; i < 3; i++) { CALL if (int.TryParse(reply, out var number)) { return number; } }", "gpt-3.5-turbo")]
    [InlineData("while (true) { CALL try { return int.Parse(reply); } catch (FormatException) { Console.WriteLine(\"again\"); } }", "gpt-4o-2024-05-13")]
    public void The_model_has_no_structured_output(string loop, string model)
    {
        var found = Suggestion.On(Rule, Body(loop, model));
        if (found.IsEmpty)
        {
            // LLM1001 comes first where JSON mode is a way out.
            Assert.Contains("Deserialize", loop, StringComparison.Ordinal);
            return;
        }

        Assert.Contains("no structured output", Assert.Single(found).GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CALL if (MATCH) { return reply; }")]
    [InlineData("foreach (var line in input.Split(';')) { CALL if (MATCH) { Console.WriteLine(reply); } }")]
    [InlineData("for (var i = 0; i < 3; i++) { CALL Console.WriteLine(reply); }")]
    [InlineData("while (true) { CALL Console.WriteLine(MATCH); }")]
    [InlineData("while (true) { CALL if (MATCH) { Console.WriteLine(reply); } }")]
    [InlineData("for (var i = 0; i < 3; i++) { CALL return reply; }")]
    [InlineData("foreach (var line in input.Split(';')) { CALL if (MATCH) { return reply; } }")]
    [InlineData("for (var i = 0; i < 3; i++) { try { CALL return reply; } catch (ClientResultException) { } }")]
    [InlineData("CALL while (!MATCH) { reply = reply.Trim(); }")]
    [InlineData("for (var i = 0; i < 3; i++) { CALL if (reply.Length > 0) { return reply; } }")]
    [InlineData("for (var i = 0; i < 3; i++) { CALL if (!string.IsNullOrEmpty(reply)) { return reply; } }")]
    [InlineData("CALL for (var i = 0; i < 3; i++) { if (MATCH) { return reply; } }")]
    public void Nothing_is_repeated_or_not_for_the_form(string loop) => Assert.Empty(Suggestion.On(Rule, Body(loop.Replace("MATCH", Match, StringComparison.Ordinal))));

    [Theory]
    [InlineData("for (var i = 0; i < 3; i++) { CALL try { return JsonSerializer.Deserialize<int[]>(reply); } catch (JsonException) { } }")]
    [InlineData("for (var i = 0; i < 3; i++) { CALL if (int.TryParse(reply, out var number)) { return number; } }")]
    [InlineData("while (true) { CALL try { return int.Parse(reply); } catch (FormatException) { } }")]
    [InlineData("for (var i = 0; i < 3; i++) { CALL if (Enum.TryParse<DayOfWeek>(reply, out var day)) { return day; } }")]
    [InlineData("for (var i = 0; i < 3; i++) { CALL if (bool.TryParse(reply, out var yes)) { return yes; } }")]
    public void A_schema_could_enforce_it(string loop) => Assert.Empty(Suggestion.On(Rule, Body(loop)));

    [Theory]
    [InlineData("ft:gpt-4o-2024-08-06:acme::abc")]
    public void A_model_that_is_tuned_already(string model) =>
        Assert.Empty(Suggestion.On(Rule, Body("while (true) { CALL if (MATCH) return reply; }".Replace("MATCH", Match, StringComparison.Ordinal), model)));
}
