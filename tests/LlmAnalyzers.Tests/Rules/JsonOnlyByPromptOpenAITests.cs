using System.Threading.Tasks;
using Xunit;

namespace LlmAnalyzers.Tests.Rules;

/// <summary>LLM1001 where the package OpenAI is called, reporting cases.</summary>
public class JsonOnlyByPromptOpenAITests() : RuleTests("LLM1001")
{
    private const string Order = "record Order(string Product, int Quantity);";

    [Fact]
    public Task The_prompt_asks_and_the_reply_is_deserialised() => ReportsOpenAIAsync("""
        var messages = new List<ChatMessage>
        {
            new SystemChatMessage("You read orders. Reply with JSON that has the keys Product and Quantity."),
            new UserChatMessage(input),
        };
        ChatCompletion completion = await client.[|CompleteChatAsync|](messages, new ChatCompletionOptions { Temperature = 0 });
        return JsonSerializer.Deserialize<Order>(completion.Content[0].Text);
        """, Order);

    [Fact]
    public Task Messages_without_options_and_a_document() => ReportsOpenAIAsync("""
        var result = await client.[|CompleteChatAsync|](new SystemChatMessage("You read orders out of mail."), new UserChatMessage(input));
        using var document = JsonDocument.Parse(result.Value.Content[0].Text);
        return document.RootElement.GetProperty("product").GetString();
        """);

    [Fact]
    public Task An_array_out_of_a_node() => ReportsOpenAIAsync("""
        ChatMessage[] messages = [new SystemChatMessage($"You know {input}. " + $"Only respond with JSON."), new UserChatMessage("List its towns.")];
        ChatCompletion completion = await client.[|CompleteChatAsync|](messages);
        var text = completion.Content[0].Text;
        return System.Text.Json.Nodes.JsonNode.Parse(text)!.AsArray().Count;
        """);

    [Fact]
    public Task Fences_are_cut_off_and_nobody_parses_in_sight() => ReportsOpenAIAsync("""
        ChatCompletion completion = await client.[|CompleteChatAsync|]([new SystemChatMessage("You read orders."), new UserChatMessage(input)]);
        var text = completion.Content[0].Text;
        text = text.Replace("```json", "").Replace("```", "").Trim();
        return text;
        """);

    [Fact]
    public Task A_pattern_takes_the_object_out() => ReportsOpenAIAsync("""
        ChatCompletion completion = await client.[|CompleteChatAsync|]([new SystemChatMessage("You read orders."), new UserChatMessage(input)]);
        return System.Text.RegularExpressions.Regex.Match(completion.Content[0].Text, @"\{.*\}", System.Text.RegularExpressions.RegexOptions.Singleline).Value;
        """);

    [Fact]
    public Task The_array_is_searched_by_its_brackets() => ReportsOpenAIAsync("""
        ChatCompletion completion = await client.[|CompleteChatAsync|]([new SystemChatMessage("You list towns."), new UserChatMessage(input)]);
        string text = completion.Content.Last().Text;
        int start = text.IndexOf('[');
        int end = text.LastIndexOf(']');
        return start < 0 ? "[]" : text.Substring(start, end - start + 1);
        """);

    [Fact]
    public Task A_request_for_JSON_is_enough_when_the_reply_goes_to_unknown_callers() => ReportsOpenAIAsync("""
        var response = await client.[|CompleteChatAsync|](new SystemChatMessage("Extract the order. Respond in valid JSON."), new UserChatMessage(input));
        return response.Value.Content[0].Text;
        """);

    [Fact]
    public Task An_example_object_is_a_request_too() => ReportsOpenAIAsync(""""
        ChatCompletion completion = await client.[|CompleteChatAsync|](
            new SystemChatMessage("""
                You read orders. Answer in this form:
                { "product": "apples", "quantity": 3 }
                """),
            new UserChatMessage(input));
        return completion.Content[0].Text;
        """");

    [Fact]
    public Task A_stream_is_collected_and_deserialised() => ReportsOpenAIAsync("""
        var all = new System.Text.StringBuilder();
        await foreach (var update in client.[|CompleteChatStreamingAsync|]([new SystemChatMessage("Return the order as JSON."), new UserChatMessage(input)]))
        {
            foreach (var part in update.ContentUpdate)
            {
                all.Append(part.Text);
            }
        }

        return JsonSerializer.Deserialize<Order>(all.ToString());
        """, Order);

    [Fact]
    public Task Text_as_the_explicit_format() => ReportsOpenAIAsync("""
        var options = new ChatCompletionOptions { ResponseFormat = ChatResponseFormat.CreateTextFormat(), MaxOutputTokenCount = 500 };
        ChatCompletion completion = client.[|CompleteChat|]([new SystemChatMessage("Reply in JSON."), new UserChatMessage(input)], options);
        return JsonSerializer.Deserialize<Order>(completion.Content[0].Text);
        """, Order);

    [Fact]
    public Task Guard_first_then_parse_in_a_try() => ReportsOpenAIAsync("""
        try
        {
            ClientResult<ChatCompletion> result = await client.[|CompleteChatAsync|]([new SystemChatMessage(Prompt), new UserChatMessage(input)], cancellationToken: default).ConfigureAwait(false);
            if (result.Value.Content.Count > 0)
            {
                return JsonSerializer.Deserialize<Order>(result.Value.Content[0].Text, new JsonSerializerOptions { PropertyNameCaseInsensitive = true });
            }
        }
        catch (JsonException)
        {
            return null;
        }
        """, Order + "\nconst string Prompt = \"You read orders. Return only JSON.\";");

    [Fact]
    public Task A_parse_method_of_the_class_deserialises() => ReportsOpenAIAsync("""
        ChatCompletion completion = await client.[|CompleteChatAsync|]([new SystemChatMessage(BuildPrompt()), new UserChatMessage($"Mail: {input}")]);
        return Parse(completion.Content.FirstOrDefault()?.Text ?? "{}");
        """, Order + """

        static string BuildPrompt() => @"You read orders.
        Output the result in JSON format.";

        static Order? Parse(string reply)
        {
            var json = reply.Trim();
            return JsonSerializer.Deserialize<Order>(json);
        }
        """);

    [Fact]
    public Task A_wrapper_is_reported_when_a_caller_of_the_project_deserialises() => ReportsOpenAIAsync("""
        var json = await AskAsync("You read orders.", input);
        return JsonSerializer.Deserialize<Order>(json);
        """, Order + """

        async Task<string> AskAsync(string system, string user)
        {
            ChatCompletion completion = await client.[|CompleteChatAsync|]([new SystemChatMessage(system), new UserChatMessage(user)]);
            return completion.Content[0].Text;
        }
        """);

    [Fact]
    public Task Requests_in_other_languages() => ReportsOpenAIAsync("""
        ChatCompletion completion = await client.[|CompleteChatAsync|]([new SystemChatMessage("Du liest Bestellungen. Antworte nur im JSON-Format."), new UserChatMessage(input)]);
        return completion.Content[0].Text;
        """);

    [Fact]
    public Task Another_JSON_library() => ReportsOpenAIAsync("""
        ChatCompletion completion = await client.[|CompleteChatAsync|]([new SystemChatMessage("You read orders."), new UserChatMessage(input)]);
        return Newtonsoft.Json.JsonConvert.DeserializeObject<Order>(completion.Content[0].Text);
        """, Order);

    [Fact]
    public Task A_custom_endpoint_does_not_silence() => ReportsOpenAIAsync("""
        var local = new ChatClient("llama3.2", new ApiKeyCredential("none"), new OpenAIClientOptions { Endpoint = new Uri("http://localhost:11434/v1") });
        ChatCompletion completion = await local.[|CompleteChatAsync|]([new SystemChatMessage("Reply in JSON only."), new UserChatMessage(input)]);
        return JsonSerializer.Deserialize<Order>(completion.Content[0].Text);
        """, Order);

    [Fact]
    public Task An_Azure_deployment_does_not_silence() => ReportsOpenAIAsync("""
        var azure = new Azure.AI.OpenAI.AzureOpenAIClient(new Uri(input), new ApiKeyCredential("key")).GetChatClient("orders");
        ChatCompletion completion = await azure.[|CompleteChatAsync|]([new SystemChatMessage("Reply in JSON only."), new UserChatMessage(input)]);
        return JsonSerializer.Deserialize<Order>(completion.Content[0].Text);
        """, Order);

    [Fact]
    public Task Each_of_two_calls_is_reported_once() => ReportsOpenAIAsync("""
        var messages = new List<ChatMessage> { new SystemChatMessage("Reply in JSON."), new UserChatMessage(input) };
        ChatCompletion first = await client.[|CompleteChatAsync|](messages);
        messages.Add(new AssistantChatMessage(first));
        messages.Add(new UserChatMessage("And the second order, as JSON."));
        ChatCompletion second = await client.[|CompleteChatAsync|](messages);
        return (JsonSerializer.Deserialize<Order>(first.Content[0].Text), JsonSerializer.Deserialize<Order>(second.Content[0].Text));
        """, Order);
}
