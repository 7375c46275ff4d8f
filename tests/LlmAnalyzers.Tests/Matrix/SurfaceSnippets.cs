using System.Collections.Generic;
using LlmAnalyzers.Tests.Verification;

namespace LlmAnalyzers.Tests.Matrix;

/// <summary>
/// How one call is written on one surface. In <see cref="Call"/> the marks <c>SYSTEM</c>, <c>USER</c>, <c>SETTINGS</c> and
/// <c>MESSAGES</c> are filled in; the name of the call method stands in <c>[|…|]</c>, and <c>text</c> is the reply's text.
/// </summary>
internal sealed record SurfaceSnippets(string Name, SdkReferences References)
{
    public required string Usings { get; init; }

    /// <summary>Type of the client, a field of the class around the call.</summary>
    public required string Client { get; init; }

    /// <summary>Statements that send the request and declare <c>text</c>.</summary>
    public required string Call { get; init; }

    /// <summary>Code of a system prompt: <c>$</c> stands for the literal.</summary>
    public required string System { get; init; }

    /// <summary>Code that sets the temperature to <c>$</c>; empty where the surface has none.</summary>
    public string Temperature { get; init; } = "";

    /// <summary>Code that makes the request enforce JSON; empty where the surface cannot.</summary>
    public string Format { get; init; } = "";

    /// <summary>Code that turns JSON mode on, <c>$</c> stands for the value; empty where the surface has none.</summary>
    public string JsonMode { get; init; } = "";

    public string JsonModeValue { get; init; } = "";

    /// <summary>A new options object with one setting; empty where the surface has none.</summary>
    public string Options { get; init; } = "";

    /// <summary>Behind the reply, what tells why it ended.</summary>
    public required string Ending { get; init; }

    /// <summary>Code that makes the service keep the schema <c>$</c>, a literal; empty where the SDK takes none, or decides by itself.</summary>
    public string Schema { get; init; } = "";

    /// <summary>The same with the switch left out; empty where there is no switch.</summary>
    public string LooseSchema { get; init; } = "";

    /// <summary>Code that has the SDK make a schema from the type <c>$</c>.</summary>
    public string SchemaOfType { get; init; } = "";

    /// <summary>Type of a list of messages that comes from outside, and the call that sends it.</summary>
    public string OutsideType { get; init; } = "";

    public string OutsideCall { get; init; } = "";

    public override string ToString() => Name;
}

/// <summary>Every surface the project reads.</summary>
internal static class Surfaces
{
    public static IReadOnlyList<SurfaceSnippets> All { get; } =
    [
        new("OpenAI chat", Sdk.OpenAI)
        {
            Usings = "using OpenAI.Chat;",
            Ending = ".Refusal",
            Options = "new ChatCompletionOptions { Temperature = 0 }",
            Client = "ChatClient",
            Call = """
                ChatCompletion reply = await client.[|CompleteChatAsync|]([SYSTEM new UserChatMessage(USER)], new ChatCompletionOptions { SETTINGS });
                var text = reply.Content[0].Text;
                """,
            System = "new SystemChatMessage($),",
            Temperature = "Temperature = $,",
            Format = "ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat(),",
            JsonMode = "ResponseFormat = $,",
            JsonModeValue = "ChatResponseFormat.CreateJsonObjectFormat()",
            Schema = "ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat(\"order\", System.BinaryData.FromString($), jsonSchemaIsStrict: true),",
            LooseSchema = "ResponseFormat = ChatResponseFormat.[|CreateJsonSchemaFormat|](\"order\", System.BinaryData.FromString($)),",
            OutsideType = "List<ChatMessage>",
            OutsideCall = "ChatCompletion reply = await client.CompleteChatAsync(history); var text = reply.Content[0].Text;",
        },
        new("OpenAI Responses", Sdk.OpenAI)
        {
            Usings = "using OpenAI.Responses;",
            Ending = ".Status",
            Options = "new CreateResponseOptions { Temperature = 0 }",
            Client = "ResponsesClient",
            Call = """
                ResponseResult reply = await client.[|CreateResponseAsync|](new CreateResponseOptions { Model = "gpt-4.1-2025-04-14", SYSTEM InputItems = { ResponseItem.CreateUserMessageItem(USER) }, SETTINGS });
                var text = reply.GetOutputText();
                """,
            System = "Instructions = $,",
            Temperature = "Temperature = $,",
            Format = "TextOptions = new ResponseTextOptions { TextFormat = ResponseTextFormat.CreateJsonObjectFormat() },",
            JsonMode = "TextOptions = new ResponseTextOptions { TextFormat = $ },",
            JsonModeValue = "ResponseTextFormat.CreateJsonObjectFormat()",
            Schema = "TextOptions = new ResponseTextOptions { TextFormat = ResponseTextFormat.CreateJsonSchemaFormat(\"order\", System.BinaryData.FromString($), jsonSchemaIsStrict: true) },",
            LooseSchema = "TextOptions = new ResponseTextOptions { TextFormat = ResponseTextFormat.[|CreateJsonSchemaFormat|](\"order\", System.BinaryData.FromString($)) },",
            OutsideType = "List<ResponseItem>",
            OutsideCall = "ResponseResult reply = await client.CreateResponseAsync(\"gpt-4.1-2025-04-14\", history); var text = reply.GetOutputText();",
        },
        new("Microsoft.Extensions.AI", Sdk.ExtensionsAI)
        {
            Usings = "using Microsoft.Extensions.AI;",
            Ending = ".FinishReason",
            Options = "new ChatOptions { Temperature = 0 }",
            Client = "IChatClient",
            Call = """
                ChatResponse reply = await client.[|GetResponseAsync|]([SYSTEM new ChatMessage(ChatRole.User, USER)], new ChatOptions { SETTINGS });
                var text = reply.Text;
                """,
            System = "new ChatMessage(ChatRole.System, $),",
            Temperature = "Temperature = $,",
            Format = "ResponseFormat = ChatResponseFormat.Json,",
            JsonMode = "ResponseFormat = $,",
            JsonModeValue = "ChatResponseFormat.Json",
            SchemaOfType = "ResponseFormat = ChatResponseFormat.ForJsonSchema<$>(),",
            OutsideType = "List<ChatMessage>",
            OutsideCall = "ChatResponse reply = await client.GetResponseAsync(history); var text = reply.Text;",
        },
        new("Azure.AI.OpenAI 1.0 beta", Sdk.AzureOpenAIBeta)
        {
            Usings = "using Azure; using Azure.AI.OpenAI;",
            Ending = ".Value.Choices[0].FinishReason.ToString()",
            Options = "new ChatCompletionsOptions { Temperature = 0 }",
            Client = "OpenAIClient",
            Call = """
                Response<ChatCompletions> reply = await client.[|GetChatCompletionsAsync|]("my-deployment", new ChatCompletionsOptions { Messages = { SYSTEM new ChatMessage(ChatRole.User, USER) }, SETTINGS });
                var text = reply.Value.Choices[0].Message.Content;
                """,
            System = "new ChatMessage(ChatRole.System, $),",
            Temperature = "Temperature = $,",
            OutsideType = "List<ChatMessage>",
            OutsideCall = "Response<ChatCompletions> reply = await client.GetChatCompletionsAsync(\"my-deployment\", new ChatCompletionsOptions(history)); var text = reply.Value.Choices[0].Message.Content;",
        },
        new("Anthropic", Sdk.Anthropic)
        {
            Usings = "using Anthropic; using Anthropic.Helpers; using Anthropic.Models.Messages;",
            Ending = ".StopReason",
            Options = "new MessageCreateParams { Model = \"claude-sonnet-4-5-20250929\", MaxTokens = 800, Messages = [] }",
            Client = "AnthropicClient",
            Call = """
                var reply = await client.Messages.[|Create|](new MessageCreateParams { Model = "claude-sonnet-4-5-20250929", MaxTokens = 800, SYSTEM Messages = [new UserMessageParam(USER)], SETTINGS });
                var text = reply.Content[0].TryPickText(out var block) ? block.Text : "";
                """,
            System = "System = $,",
            Format = "OutputConfig = new OutputConfig { Format = StructuredOutput.CreateJsonFormat<Order>() },",
            Schema = "OutputConfig = new OutputConfig { Format = new JsonOutputFormat { Schema = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>($) } },",
            SchemaOfType = "OutputConfig = new OutputConfig { Format = StructuredOutput.CreateJsonFormat<$>() },",
            OutsideType = "List<MessageParam>",
            OutsideCall = "var reply = await client.Messages.Create(new MessageCreateParams { Model = \"claude-sonnet-4-5-20250929\", MaxTokens = 800, Messages = history }); var text = reply.Content[0].TryPickText(out var block) ? block.Text : \"\";",
        },
        new("Anthropic beta", Sdk.Anthropic)
        {
            Usings = "using Anthropic; using Anthropic.Helpers; using Anthropic.Models.Beta.Messages;",
            Ending = ".StopReason",
            Options = "new MessageCreateParams { Model = \"claude-sonnet-4-5-20250929\", MaxTokens = 800, Messages = [] }",
            Client = "AnthropicClient",
            Call = """
                var reply = await client.Beta.Messages.[|Create|](new MessageCreateParams { Model = "claude-sonnet-4-5-20250929", MaxTokens = 800, SYSTEM Messages = [new BetaUserMessageParam(USER)], SETTINGS });
                var text = reply.Content[0].TryPickText(out var block) ? block.Text : "";
                """,
            System = "System = $,",
            Format = "OutputConfig = new BetaOutputConfig { Format = StructuredOutput.CreateBetaJsonFormat<Order>() },",
            Schema = "OutputConfig = new BetaOutputConfig { Format = new BetaJsonOutputFormat { Schema = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>($) } },",
            SchemaOfType = "OutputConfig = new BetaOutputConfig { Format = StructuredOutput.CreateBetaJsonFormat<$>() },",
            OutsideType = "List<BetaMessageParam>",
            OutsideCall = "var reply = await client.Beta.Messages.Create(new MessageCreateParams { Model = \"claude-sonnet-4-5-20250929\", MaxTokens = 800, Messages = history }); var text = reply.Content[0].TryPickText(out var block) ? block.Text : \"\";",
        },
        new("Semantic Kernel", Sdk.SemanticKernel)
        {
            Usings = "using Microsoft.SemanticKernel; using Microsoft.SemanticKernel.ChatCompletion; using Microsoft.SemanticKernel.Connectors.OpenAI;",
            Ending = ".Metadata",
            Options = "new OpenAIPromptExecutionSettings { Temperature = 0 }",
            Client = "IChatCompletionService",
            Call = """
                var history = new ChatHistory();
                SYSTEM
                history.AddUserMessage(USER);
                var reply = await client.[|GetChatMessageContentAsync|](history, new OpenAIPromptExecutionSettings { SETTINGS });
                var text = reply.Content;
                """,
            System = "history.AddSystemMessage($);",
            Temperature = "Temperature = $,",
            Format = "ResponseFormat = typeof(Order),",
            JsonMode = "ResponseFormat = $,",
            JsonModeValue = "\"json_object\"",
            Schema = "ResponseFormat = OpenAI.Chat.ChatResponseFormat.CreateJsonSchemaFormat(\"order\", System.BinaryData.FromString($), jsonSchemaIsStrict: true),",
            LooseSchema = "ResponseFormat = OpenAI.Chat.ChatResponseFormat.[|CreateJsonSchemaFormat|](\"order\", System.BinaryData.FromString($)),",
            SchemaOfType = "ResponseFormat = typeof($),",
            OutsideType = "ChatHistory",
            OutsideCall = "var reply = await client.GetChatMessageContentAsync(history); var text = reply.Content;",
        },
        new("Agent Framework", Sdk.AgentFramework)
        {
            Usings = "using Microsoft.Agents.AI; using Microsoft.Extensions.AI;",
            Ending = ".FinishReason",
            Options = "new ChatClientAgentRunOptions { ChatOptions = new ChatOptions() }",
            Client = "IChatClient",
            Call = """
                var agent = new ChatClientAgent(client, new ChatClientAgentOptions { ChatOptions = new ChatOptions { SYSTEM SETTINGS } });
                var reply = await agent.[|RunAsync|](USER);
                var text = reply.Text;
                """,
            System = "Instructions = $,",
            Temperature = "Temperature = $,",
            Format = "ResponseFormat = ChatResponseFormat.Json,",
            JsonMode = "ResponseFormat = $,",
            JsonModeValue = "ChatResponseFormat.Json",
            SchemaOfType = "ResponseFormat = ChatResponseFormat.ForJsonSchema<$>(),",
            OutsideType = "List<ChatMessage>",
            OutsideCall = "var agent = new ChatClientAgent(client, \"\"); var reply = await agent.RunAsync(history); var text = reply.Text;",
        },
        new("Raw HTTP", Sdk.None)
        {
            Usings = "using System.Net.Http; using System.Net.Http.Json;",
            Ending = ".GetProperty(\"finish_reason\").GetString()",
            Client = "HttpClient",
            Call = """
                var body = new { model = "gpt-4.1-2025-04-14", SETTINGS messages = new[] { SYSTEM new { role = "user", content = USER } } };
                var response = await client.[|PostAsJsonAsync|]("https://api.openai.com/v1/chat/completions", body);
                using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
                var reply = document.RootElement.GetProperty("choices")[0];
                var text = reply.GetProperty("message").GetProperty("content").GetString();
                """,
            System = "new { role = \"system\", content = $ },",
            Temperature = "temperature = $,",
            Format = "response_format = new { type = \"json_object\" },",
            JsonMode = "response_format = new { type = $ },",
            JsonModeValue = "\"json_object\"",
            OutsideType = "List<object>",
            OutsideCall = """
                var reply = await client.PostAsJsonAsync("https://api.openai.com/v1/chat/completions", new { model = "gpt-4.1-2025-04-14", messages = history });
                var text = JsonDocument.Parse(await reply.Content.ReadAsStringAsync()).RootElement.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString();
                """,
        },
    ];

    /// <summary>A whole file around a call of the surface.</summary>
    public static string Source(this SurfaceSnippets surface, string call, string use, string parameters = "string input") => $$"""
        #nullable disable
        using System.Collections.Generic;
        using System.Text.Json;
        using System.Threading.Tasks;
        {{surface.Usings}}

        public class Order { public string Product { get; set; } public int Quantity { get; set; } }

        public class Desk({{surface.Client}} client)
        {
            public async Task<object> RunAsync({{parameters}})
            {
                {{call}}
                return {{use}};
            }
        }
        """;
}
