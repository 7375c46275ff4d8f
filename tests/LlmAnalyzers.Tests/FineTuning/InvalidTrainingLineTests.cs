using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace LlmAnalyzers.Tests.FineTuning;

/// <summary>LLM5020. The expected place is line and column of the fault, from 1.</summary>
public class InvalidTrainingLineTests
{
    private const string Sound = """{"messages": [{"role": "user", "content": "q"}, {"role": "assistant", "content": "a"}]}""";

    [Theory]
    // JSON
    [InlineData("""{"messages": [}""", "1:15", "a JSON value is expected here")]
    [InlineData("""{"messages": [{"role": "user" "content": "q"}]}""", "1:31", "',' or '}' is expected here")]
    [InlineData("""{messages: []}""", "1:2", "a name in double quotes")]
    [InlineData("""{"messages": []} {"messages": []}""", "1:18", "more text follows")]
    [InlineData("""{"a": 01}""", "1:7", "not a number of JSON")]
    [InlineData("""{"a": "x\q"}""", "1:10", "this escape is not one of JSON")]
    [InlineData("""{"a": nul}""", "1:7", "a JSON value is expected here")]
    [InlineData("""{'a': 1}""", "1:2", "double quotes")]
    [InlineData("""{"messages": [{"role": "user",}]}""", "1:31", "a name in double quotes")]
    [InlineData("7", "1:1", "one JSON object")]
    [InlineData("""{"messages": [{"role": "user", "content": "q"}, {"role": "assistant", "content": "a"}]""", "1:86", "does not end on its line")]
    // chat
    [InlineData("""{"text": "q"}""", "1:1", "there is no 'messages'")]
    [InlineData("""{"prompt": "q", "completion": "a"}""", "1:31", "chat models are trained on 'messages'")]
    [InlineData("""{"messages": {}}""", "1:14", "'messages' must be a list")]
    [InlineData("""{"messages": []}""", "1:14", "'messages' is empty")]
    [InlineData("""{"messages": ["q", {"role": "assistant", "content": "a"}]}""", "1:15", "a message must be an object")]
    [InlineData("""{"messages": [{"content": "q"}, {"role": "assistant", "content": "a"}]}""", "1:15", "no 'role'")]
    [InlineData("""{"messages": [{"role": "human", "content": "q"}, {"role": "assistant", "content": "a"}]}""", "1:24", "\"human\" is no role")]
    [InlineData("""{"messages": [{"role": "user"}, {"role": "assistant", "content": "a"}]}""", "1:15", "no 'content'")]
    [InlineData("""{"messages": [{"role": "user", "content": null}, {"role": "assistant", "content": "a"}]}""", "1:43", "no 'content'")]
    [InlineData("""{"messages": [{"role": "user", "content": 7}, {"role": "assistant", "content": "a"}]}""", "1:43", "'content' must be text")]
    [InlineData("""{"messages": [{"role": "user", "content": "q"}, {"role": "assistant", "content": " "}]}""", "1:82", "the reply is empty")]
    [InlineData("""{"messages": [{"role": "user", "content": "q"}, {"role": "assistant", "content": "a", "weight": 2}]}""", "1:97", "'weight' is 2")]
    [InlineData("""{"messages": [{"role": "user", "content": "q", "weight": 0}, {"role": "assistant", "content": "a"}]}""", "1:58", "assistant messages only")]
    [InlineData("""{"messages": [{"role": "user", "content": "q"}, {"role": "assistant", "content": "a", "weight": 0}]}""", "1:97", "weight 0")]
    [InlineData("""{"messages": [{"role": "system", "content": "s"}, {"role": "user", "content": "q"}]}""", "1:60", "does not end with a reply")]
    [InlineData("""{"messages": [{"role": "user", "content": [{"text": "q"}]}, {"role": "assistant", "content": "a"}]}""", "1:44", "an object with 'type'")]
    [InlineData("""{"messages": [{"role": "user", "content": "q"}, {"role": "assistant", "content": "a"}], "tools": {}}""", "1:98", "'tools' must be a list")]
    // preference
    [InlineData("""{"input": {}, "preferred_output": [{"role": "assistant", "content": "a"}], "non_preferred_output": [{"role": "assistant", "content": "b"}]}""", "1:11", "'input' with 'messages'")]
    [InlineData("""{"input": {"messages": [{"role": "user", "content": "q"}]}, "preferred_output": [{"role": "assistant", "content": "a"}]}""", "1:1", "'non_preferred_output' is missing")]
    [InlineData("""{"input": {"messages": [{"role": "user", "content": "q"}]}, "preferred_output": [], "non_preferred_output": [{"role": "assistant", "content": "b"}]}""", "1:81", "one assistant message")]
    [InlineData("""{"input": {"messages": [{"role": "user", "content": "q"}]}, "preferred_output": [{"role": "user", "content": "a"}], "non_preferred_output": [{"role": "assistant", "content": "b"}]}""", "1:91", "a message of the assistant")]
    [InlineData("""{"input": {"messages": [{"role": "user", "content": "q"}]}, "preferred_output": [{"role": "assistant", "content": "a"}], "non_preferred_output": [{"role": "assistant", "content": "a"}]}""", "1:180", "nothing is preferred")]
    // another provider's form
    [InlineData("""{"contents": [{"role": "user", "parts": [{"text": "q"}]}, {"role": "model", "parts": [{"text": "a"}]}]}""", "1:1", "OpenAI takes the chat form")]
    [InlineData("""{"schemaVersion": "bedrock-conversation-2024", "messages": [{"role": "user", "content": [{"text": "q"}]}, {"role": "assistant", "content": [{"text": "a"}]}]}""", "1:1", "OpenAI takes the chat form")]
    public async Task A_line_that_OpenAI_refuses_is_reported_at_its_fault(string line, string place, string message)
    {
        var reported = await new TrainingFileRun { Training = line, BaseModel = TrainingFileRun.OpenAIBase }.OfAsync("LLM5020");
        Assert.StartsWith(place + " ", Assert.Single(reported), System.StringComparison.Ordinal);
        Assert.Contains(message, reported[0], System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gemini-3.5-flash", """{"contents": []}""", "1:14")]
    [InlineData("gemini-3.5-flash", """{"contents": [{"parts": [{"text": "q"}]}, {"role": "model", "parts": [{"text": "a"}]}]}""", "1:15")]
    [InlineData("gemini-3.5-flash", """{"contents": [{"role": "user", "parts": []}, {"role": "model", "parts": [{"text": "a"}]}]}""", "1:41")]
    [InlineData("gemini-3.5-flash", """{"contents": [{"role": "user", "parts": [{"text": "q"}]}, {"role": "assistant", "parts": [{"text": "a"}]}]}""", "1:68")]
    [InlineData("gemini-3.5-flash", """{"contents": [{"role": "user", "parts": [{"text": "q"}]}]}""", "1:24")]
    [InlineData("gemini-3.5-flash", """{"contents": [{"role": "user", "parts": ["q"]}, {"role": "model", "parts": [{"text": "a"}]}]}""", "1:42")]
    [InlineData("gemini-3.5-flash", Sound, "1:1")]
    [InlineData("amazon.nova-lite-v1:0", Sound, "1:1")]
    [InlineData("amazon.nova-lite-v1:0", """{"schemaVersion": "v", "messages": []}""", "1:36")]
    [InlineData("amazon.nova-lite-v1:0", """{"schemaVersion": "v", "messages": [{"role": "system", "content": [{"text": "s"}]}, {"role": "assistant", "content": [{"text": "a"}]}]}""", "1:46")]
    [InlineData("amazon.nova-lite-v1:0", """{"schemaVersion": "v", "messages": [{"role": "user", "content": "q"}, {"role": "assistant", "content": [{"text": "a"}]}]}""", "1:65")]
    [InlineData("amazon.nova-lite-v1:0", """{"system": [{"text": "s"}], "messages": [{"role": "user", "content": [{"text": "q"}]}, {"role": "assistant", "content": [{"text": "a"}]}]}""", "1:1")]
    public async Task A_line_that_another_service_refuses_is_reported_at_its_fault(string baseModel, string line, string place) =>
        Assert.StartsWith(place + " ", Assert.Single(await new TrainingFileRun { Training = line, BaseModel = baseModel }.OfAsync("LLM5020")), System.StringComparison.Ordinal);

    [Theory]
    [InlineData(Sound)]
    [InlineData("""{"messages": [{"role": "system", "content": "s"}, {"role": "user", "content": "q"}, {"role": "assistant", "content": "a"}]}""")]
    [InlineData("""{"messages": [{"role": "developer", "content": "s"}, {"role": "user", "content": "q"}, {"role": "assistant", "content": "a"}]}""")]
    [InlineData("""  {"messages":[{"content":"q","role":"user"},{"content":"a","role":"assistant"}]}  """)]
    [InlineData("""{"messages": [{"role": "user", "content": "q"}, {"role": "assistant", "content": "no", "weight": 0}, {"role": "user", "content": "q"}, {"role": "assistant", "content": "a", "weight": 1}]}""")]
    [InlineData("""{"messages": [{"role": "user", "content": [{"type": "text", "text": "q"}, {"type": "image_url", "image_url": {"url": "https://a/b.png"}}]}, {"role": "assistant", "content": "a"}]}""")]
    [InlineData("""{"messages": [{"role": "user", "content": "q"}, {"role": "assistant", "tool_calls": [{"id": "1", "type": "function", "function": {"name": "f", "arguments": "{}"}}]}], "tools": [], "parallel_tool_calls": false}""")]
    [InlineData("""{"messages": [{"role": "user", "content": "q"}, {"role": "assistant", "content": null, "tool_calls": [{"id": "1"}]}, {"role": "tool", "tool_call_id": "1", "content": "r"}, {"role": "assistant", "content": "a"}]}""")]
    [InlineData("""{"messages": [{"role": "user", "content": "q"}, {"role": "assistant", "function_call": {"name": "f", "arguments": "{}"}}]}""")]
    [InlineData("""{"messages": [{"role": "user", "content": ""}, {"role": "assistant", "content": "a"}]}""")]
    [InlineData("""{"messages": [{"role": "user", "content": "a \"quoted\" \u00e9 \\ text\n"}, {"role": "assistant", "content": "a"}]}""")]
    [InlineData("""{"messages": [{"role": "user", "content": "q"}, {"role": "assistant", "content": "{\"a\": [1, -2.5e3, true, null]}"}]}""")]
    [InlineData("""{"input": {"messages": [{"role": "user", "content": "q"}], "tools": []}, "preferred_output": [{"role": "assistant", "content": "a"}], "non_preferred_output": [{"role": "assistant", "content": "b"}]}""")]
    [InlineData("""{"messages": [{"role": "user", "content": "q", "name": "x"}, {"role": "assistant", "content": "a", "name": "y"}]}""")]
    [InlineData("""{"messages": [{"role": "user", "content": "q"}, {"role": "assistant", "refusal": "I cannot."}]}""")]
    [InlineData("\n" + Sound + "\n\n" + Sound + "\n")]
    [InlineData(Sound + "\r\n" + Sound + "\r\n")]
    [InlineData("")]
    [InlineData("\n \n")]
    public async Task A_sound_example_of_OpenAI_is_left_alone(string file) =>
        Assert.Empty(await new TrainingFileRun { Training = file, BaseModel = TrainingFileRun.OpenAIBase }.OfAsync("LLM5020"));

    [Theory]
    [InlineData("gemini-3.5-flash", """{"systemInstruction": {"role": "system", "parts": [{"text": "s"}]}, "contents": [{"role": "user", "parts": [{"text": "q"}]}, {"role": "model", "parts": [{"text": "a"}]}]}""")]
    [InlineData("gemini-3.5-flash", """{"contents": [{"role": "user", "parts": [{"fileData": {"mimeType": "image/png", "fileUri": "gs://b/i.png"}}, {"text": "q"}]}, {"role": "model", "parts": [{"text": "a"}]}]}""")]
    [InlineData("amazon.nova-lite-v1:0", """{"schemaVersion": "bedrock-conversation-2024", "system": [{"text": "s"}], "messages": [{"role": "user", "content": [{"text": "q"}]}, {"role": "assistant", "content": [{"text": "a"}]}]}""")]
    [InlineData("no-such-model", """{"contents": [{"role": "user", "parts": [{"text": "q"}]}, {"role": "model", "parts": [{"text": "a"}]}]}""")]
    [InlineData(null, """{"messages": [{"role": "user", "content": "q"}], "answer": "a"}""")]
    [InlineData("o4-mini@2025-04-16", """{"messages": [{"role": "user", "content": "q"}], "answer": "a"}""")]
    public async Task A_sound_example_of_another_form_is_left_alone(string? baseModel, string line) =>
        Assert.Empty(await new TrainingFileRun { Training = line, BaseModel = baseModel, HasByteOrderMark = true }.OfAsync("LLM5020"));

    [Fact]
    public async Task Azure_takes_the_file_only_with_a_byte_order_mark()
    {
        var without = await new TrainingFileRun { Training = Sound, BaseModel = TrainingFileRun.OpenAIBase, Provider = "azure" }.OfAsync("LLM5020");
        Assert.Contains("byte-order mark", Assert.Single(without), System.StringComparison.Ordinal);
        Assert.Empty(await new TrainingFileRun { Training = Sound, BaseModel = TrainingFileRun.OpenAIBase, Provider = "azure", HasByteOrderMark = true }.OfAsync("LLM5020"));
        Assert.Empty(await new TrainingFileRun { Training = Sound, BaseModel = TrainingFileRun.OpenAIBase }.OfAsync("LLM5020"));
    }

    [Theory]
    [InlineData("[\n" + Sound + ",\n" + Sound + "\n]\n")]
    [InlineData("[" + Sound + "," + Sound + "]")]
    [InlineData("{\n  \"messages\": [\n    {\"role\": \"user\", \"content\": \"q\"}\n  ]\n}\n")]
    public async Task A_file_that_is_no_list_of_lines_is_one_fault(string file) =>
        Assert.StartsWith("1:", Assert.Single(await new TrainingFileRun { Training = file, BaseModel = TrainingFileRun.OpenAIBase }.OfAsync("LLM5020")), System.StringComparison.Ordinal);

    [Fact]
    public async Task An_unfinished_first_line_does_not_hide_the_others()
    {
        var file = TrainingFileRun.Lines("""{"messages": [""", Sound, """{"messages": []}""");
        var reported = await new TrainingFileRun { Training = file, BaseModel = TrainingFileRun.OpenAIBase }.OfAsync("LLM5020");
        Assert.Equal(["1:14", "3:14"], reported.Select(r => r.Split(' ')[0]));
    }

    [Fact]
    public async Task A_line_of_another_form_than_the_rest_is_reported()
    {
        var preference = """{"input": {"messages": [{"role": "user", "content": "q"}]}, "preferred_output": [{"role": "assistant", "content": "a"}], "non_preferred_output": [{"role": "assistant", "content": "b"}]}""";
        var reported = await new TrainingFileRun { Training = TrainingFileRun.Lines(Sound, preference, Sound) }.OfAsync("LLM5020");
        Assert.StartsWith("2:1 ", Assert.Single(reported), System.StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_at_the_end_of_a_reinforcement_example_is_reported()
    {
        var question = """{"messages": [{"role": "user", "content": "q"}], "answer": "a"}""";
        var reported = await new TrainingFileRun { Training = TrainingFileRun.Lines(question, question, Sound), BaseModel = "o4-mini@2025-04-16", HasByteOrderMark = true }.OfAsync("LLM5020");
        Assert.StartsWith("3:", Assert.Single(reported), System.StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hundreds_of_faults_end_in_one_count()
    {
        var reported = await new TrainingFileRun { Training = TrainingFileRun.Lines(Enumerable.Repeat("""{"messages": []}""", 1500)), BaseModel = TrainingFileRun.OpenAIBase }.OfAsync("LLM5020");
        Assert.Equal(20, reported.Length);
        Assert.EndsWith(" (and 1,480 more in this file)", reported[^1], System.StringComparison.Ordinal);
        Assert.DoesNotContain("more in this file", reported[^2], System.StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_the_project_does_not_list_is_not_looked_at() =>
        Assert.Empty(await new TrainingFileRun { Training = "{", IsListed = false }.DiagnosticsAsync());

    [Fact]
    public async Task Deep_nesting_and_stray_characters_do_no_harm()
    {
        var files = new[] { new string('[', 5000), new string('{', 5000), string.Concat(Enumerable.Repeat("{\"a\":", 5000)), "\0\0", "\uFEFF\uFEFF{}", new string('"', 999), "{\"messages\":[{\"role\":\"\\ud800\",\"content\":\"\\ud800\"}]}" };
        foreach (var file in files)
        {
            Assert.NotEmpty(await new TrainingFileRun { Training = file, BaseModel = TrainingFileRun.OpenAIBase }.OfAsync("LLM5020"));
        }
    }
}
