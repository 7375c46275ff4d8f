using System.Threading.Tasks;
using LlmAnalyzers.Tests.Verification;
using Xunit;

namespace LlmAnalyzers.Tests.Rules.Replies;

/// <summary>LLM7001: nobody asks why the reply ended.</summary>
public class EndingNotAskedForTests() : RuleTests("LLM7001")
{
    private const string Members = """
        record Order(string Product, int Quantity);
        enum Size { Small, Large }
        private ChatCompletion? _last;
        private Order? Parse(string text) => JsonSerializer.Deserialize<Order>(text);
        private static Order? TryRead(string text)
        {
            try { return JsonSerializer.Deserialize<Order>(text); }
            catch (JsonException) { return null; }
        }

        private static string TextOf(ChatCompletion completion) => completion.FinishReason == ChatFinishReason.Stop ? completion.Content[0].Text : throw new InvalidOperationException();
        private static string FirstOf(ChatCompletion completion) => completion.Content[0].Text;
        private static string? Cleaned(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
        """;

    private static string Body(string use, string options = "new ChatCompletionOptions()") =>
        $"ChatCompletion completion = await client.CompleteChatAsync([new UserChatMessage(input)], {options});\n{use}";

    [Theory]
    [InlineData("return [|completion.Content[0]|].Text;")]
    [InlineData("return [|completion.Content[^1]|].Text;")]
    [InlineData("return [|completion.Content.First()|].Text;")]
    [InlineData("return [|completion.Content.Last()|].Text;")]
    [InlineData("return [|completion.Content.Single()|].Text.Trim();")]
    [InlineData("return [|completion.Content.ElementAt(0)|].Text;")]
    [InlineData("var content = completion.Content; return [|content[0]|].Text;")]
    [InlineData("var text = [|completion.Content[0]|].Text ?? \"\"; return text;")]
    [InlineData("Console.WriteLine([|completion.Content[0]|].Text); return completion.Usage.TotalTokenCount;")]
    [InlineData("return [|JsonSerializer.Deserialize<Order>(completion.Content[0].Text)|];")]
    [InlineData("var text = completion.Content[0].Text; return [|JsonSerializer.Deserialize<Order>(text)|];")]
    [InlineData("return [|JsonDocument.Parse(completion.Content[0].Text)|].RootElement.ToString();")]
    [InlineData("return [|int.Parse(completion.Content[0].Text)|];")]
    [InlineData("return [|Enum.Parse<Size>(completion.Content[0].Text)|];")]
    [InlineData("return [|Parse(completion.Content[0].Text)|];")]
    [InlineData("return [|JsonSerializer.Deserialize<Order>(completion.Content[0].Text.Replace(\"```json\", \"\").Trim())|];")]
    [InlineData("return [|JsonSerializer.Deserialize<Order>(string.Concat(completion.Content.Select(p => p.Text)))|];")]
    [InlineData("return [|FirstOf(completion)|];")]
    [InlineData("return int.TryParse([|completion.Content[0]|].Text, out var n) ? n : 0;")]
    [InlineData("try { return [|completion.Content[0]|].Text; } catch (ClientResultException) { return null; }")]
    [InlineData("try { return [|completion.Content[0]|].Text; } finally { Console.WriteLine(); }")]
    public Task Nothing_is_asked(string use) => ReportsOpenAIAsync(Body(use), Members);

    [Theory]
    [InlineData("return [|client.CompleteChat(input).Value.Content[0]|].Text;")]
    [InlineData("return [|(await client.CompleteChatAsync(input)).Value.Content[0]|].Text;")]
    [InlineData("var result = await client.CompleteChatAsync(input); return [|result.Value.Content[0]|].Text;")]
    [InlineData("await foreach (var update in client.CompleteChatStreamingAsync(input)) { Console.Write([|update.ContentUpdate[0]|].Text); }")]
    public Task Other_ways_to_the_text(string body) => ReportsOpenAIAsync(body, Members);

    [Fact]
    public Task A_stream_that_is_put_together_and_parsed() => ReportsOpenAIAsync("""
        var all = new System.Text.StringBuilder();
        await foreach (var update in client.CompleteChatStreamingAsync(input))
        {
            foreach (var part in update.ContentUpdate) { all.Append(part.Text); }
        }

        return [|JsonSerializer.Deserialize<Order>(all.ToString())|];
        """, Members);

    [Theory]
    [InlineData("return [|JsonSerializer.Deserialize<Order>(response.Text)|];")]
    [InlineData("return [|JsonSerializer.Deserialize<Order>(response.Text.Trim('`'))|];")]
    [InlineData("return [|Convert.ToInt32(response.Text)|];")]
    [InlineData("string json = response.ToString(); return [|JsonDocument.Parse(json)|].RootElement.ToString();")]
    [InlineData("return [|JsonSerializer.Deserialize<Order>(response.Text ?? \"\")|];")]
    public Task Behind_an_interface(string use) => ReportsExtensionsAIAsync("var response = await client.GetResponseAsync(input);\n" + use, "record Order(string Product);");

    [Fact]
    public Task A_handler_in_the_caller_does_not_cover_the_index() => ReportsOpenAIAsync("""
        try { return JsonSerializer.Deserialize<Order>(await Ask(input)); }
        catch (JsonException) { return null; }
        """, Members + """

        private async Task<string> Ask(string text)
        {
            ChatCompletion completion = await client.CompleteChatAsync(text);
            return [|completion.Content[0]|].Text;
        }
        """);

    [Theory]
    [InlineData("«if (completion.FinishReason != ChatFinishReason.Stop) throw new InvalidOperationException();¦» return [|completion.Content[0]|].Text;")]
    [InlineData("«if (completion.Refusal is not null) return null;¦» return [|completion.Content[0]|].Text;")]
    [InlineData("«if (completion.Content.Count == 0) return null;¦» return [|completion.Content[0]|].Text;")]
    [InlineData("«if (!completion.Content.Any()) return null;¦» return [|completion.Content[0]|].Text;")]
    [InlineData("«Console.WriteLine(completion.FinishReason);¦» return [|completion.Content[0]|].Text;")]
    [InlineData("return «completion.Content.Count > 0 ? completion.Content[0].Text : null¦[|completion.Content[0]|].Text»;")]
    [InlineData("return «completion is { FinishReason: ChatFinishReason.Stop } ? completion.Content[0].Text : null¦[|completion.Content[0]|].Text»;")]
    [InlineData("return «completion.Content is [var part, ..] ? part.Text : null¦[|completion.Content[0]|].Text»;")]
    [InlineData("return «completion is { Content: { Count: > 0 } } ? completion.Content[0].Text : null¦[|completion.Content[0]|].Text»;")]
    [InlineData("switch («completion.FinishReason¦1») { case «ChatFinishReason.Stop¦1»: return [|completion.Content[0]|].Text; default: return null; }")]
    [InlineData("return «completion.FinishReason switch { ChatFinishReason.Stop => completion.Content[0].Text, _ => null }¦[|completion.Content[0]|].Text»;")]
    [InlineData("return «TextOf¦[|FirstOf»(completion)«¦|]»;")]
    [InlineData("«if (completion.ToolCalls.Count > 0) return null;¦» return [|completion.Content[0]|].Text;")]
    [InlineData("foreach (var part in completion.Content) { return «part.Text¦[|int.Parse(part.Text)|]»; }")]
    [InlineData("return «completion.Content.First(p => p.Kind == ChatMessageContentPartKind.Text)¦[|completion.Content.First()|]».Text;")]
    public Task Something_is_asked(string use) => SilentOpenAIAsync(Body(use), Members);

    [Theory]
    [InlineData("try { return [|JsonSerializer.Deserialize<Order>(completion.Content[0].Text)|]; } catch («JsonException¦ClientResultException») { return null; }")]
    [InlineData("try { return [|JsonSerializer.Deserialize<Order>(completion.Content[0].Text)|]; } catch («Exception e¦TimeoutException e») { throw new InvalidOperationException(\"reply\", e); }")]
    [InlineData("try { return [|JsonSerializer.Deserialize<Order>(completion.Content[0].Text)|]; } catch «¦(TimeoutException)» { return null; }")]
    [InlineData("try { return [|int.Parse(completion.Content[0].Text)|]; } catch («FormatException¦TimeoutException») { return 0; }")]
    [InlineData("try { return [|completion.Content[0]|].Text; } catch («ArgumentOutOfRangeException¦TimeoutException») { return null; }")]
    [InlineData("try { return [|Parse(completion.Content[0].Text)|]; } catch («JsonException¦TimeoutException») { return null; }")]
    [InlineData("return «TryRead¦[|Parse»(completion.Content[0].Text)«¦|]»;")]
    public Task A_handler_expects_it(string use) => SilentOpenAIAsync(Body(use), Members);

    [Theory]
    [InlineData("var text = completion.Content[0].Text; «if (string.IsNullOrWhiteSpace(text)) return null;¦» return [|JsonSerializer.Deserialize<Order>(text)|];")]
    [InlineData("var text = completion.Content[0].Text; «if (text.Length == 0) return null;¦» return [|JsonSerializer.Deserialize<Order>(text)|];")]
    [InlineData("var text = completion.Content[0].Text; «if (text is null or \"\") return null;¦» return [|JsonSerializer.Deserialize<Order>(text)|];")]
    [InlineData("return [|JsonSerializer.Deserialize<Order>(completion.Content[0].Text ?? «\"{}\"¦\"\"»)|];")]
    [InlineData("return [|JsonSerializer.Deserialize<Order>(completion.Content[0].Text ?? «throw new InvalidOperationException()¦string.Empty»)|];")]
    [InlineData("«ArgumentException.ThrowIfNullOrEmpty(completion.Content[0].Text);¦» return [|JsonSerializer.Deserialize<Order>(completion.Content[0].Text)|];")]
    public Task The_text_is_looked_at(string use) => SilentOpenAIAsync(Body(use), Members);

    [Theory]
    [InlineData("«_last = completion;¦» return [|completion.Content[0]|].Text;")]
    [InlineData("«Look(completion);¦» return [|completion.Content[0]|].Text;")]
    [InlineData("«_ = new Kept(completion);¦» return [|completion.Content[0]|].Text;")]
    public Task It_goes_where_nobody_can_follow(string use) => SilentOpenAIAsync(
        Body(use), Members + "\nclass Kept(object reply) { public object Reply => reply; }\nprotected virtual void Look(object reply) { }");

    [Theory]
    [InlineData("return «response.Text¦[|JsonSerializer.Deserialize<Order>(response.Text)|]»;")]
    [InlineData("«if (response.FinishReason == ChatFinishReason.Length) return null;¦» return [|JsonSerializer.Deserialize<Order>(response.Text)|];")]
    [InlineData("return «int.TryParse(response.Text, out var n) ? n : 0¦[|int.Parse(response.Text)|]»;")]
    [InlineData("return «response.Text.Contains(\"yes\")¦[|bool.Parse(response.Text)|]»;")]
    [InlineData("return «response.Messages[0].Text¦[|JsonSerializer.Deserialize<Order>(response.Messages[0].Text)|]»;")]
    [InlineData("return «response.Text.Length > 9 ? JsonSerializer.Deserialize<Order>(response.Text) : null¦[|JsonSerializer.Deserialize<Order>(response.Text)|]»;")]
    public Task Behind_an_interface_something_is_asked_or_nothing_parsed(string use) =>
        SilentExtensionsAIAsync("var response = await client.GetResponseAsync(input);\n" + use, "record Order(string Product);");

    [Fact]
    public Task The_SDK_reads_a_typed_reply() => SilentAsync(Sources.ExtensionsAI("""
        var response = await client.GetResponseAsync<Order>(input);
        return «response.Result¦[|JsonSerializer.Deserialize<Order>(response.Text)|]»;
        """, "record Order(string Product);"), references: Sdk.ExtensionsAIFull);

    [Fact]
    public Task Part_of_a_test() => SilentAsync("""
        using System.Threading.Tasks;
        using OpenAI.Chat;

        class FactAttribute : System.Attribute { }

        class Tests(ChatClient client)
        {
            «[Fact]¦»
            public async Task<string> Answers()
            {
                ChatCompletion completion = await client.CompleteChatAsync("Who are you?");
                return [|completion.Content[0]|].Text;
            }
        }
        """, references: Sdk.OpenAI);

    [Fact]
    public Task A_caller_looks_before_it_parses() => SilentExtensionsAIAsync("""
        var text = await Ask(input);
        «if (string.IsNullOrEmpty(text)) return null;
        ¦»return JsonSerializer.Deserialize<Order>(text);
        """, """
        record Order(string Product);
        private async Task<string> Ask(string text)
        {
            var response = await client.GetResponseAsync(text);
            return [|response.Text|];
        }
        """);
}
