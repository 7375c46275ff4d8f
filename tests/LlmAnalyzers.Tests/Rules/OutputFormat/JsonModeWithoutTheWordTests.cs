using System.Threading.Tasks;
using LlmAnalyzers.Tests.Verification;
using Xunit;

namespace LlmAnalyzers.Tests.Rules.OutputFormat;

/// <summary>LLM1003: JSON mode without the word JSON in any message.</summary>
public class JsonModeWithoutTheWordTests() : RuleTests("LLM1003")
{
    private const string Members = """
        private const string Prompt = "You name towns.";
        private const string JsonPrompt = "You name towns as json.";
        private static string Text() => "You name towns.";
        private readonly string _prompt = "You name towns.";
        """;

    private static string Body(string messages, string options = "ResponseFormat = [|ChatResponseFormat.CreateJsonObjectFormat()|]", string client = "new ChatClient(\"gpt-5.1\", \"key\")") => $$"""
        ChatCompletion completion = await {{client}}.CompleteChatAsync([{{messages}}], new ChatCompletionOptions { {{options}} });
        return completion.Content[0].Text;
        """;

    [Theory]
    [InlineData("new UserChatMessage(\"Name three towns.\")")]
    [InlineData("new SystemChatMessage(\"You name towns.\"), new UserChatMessage(\"Three, please.\")")]
    [InlineData("new SystemChatMessage(Prompt), new UserChatMessage(\"Three, please.\")")]
    [InlineData("new SystemChatMessage(Prompt + \" Be brief.\"), new UserChatMessage(\"Three, please.\")")]
    [InlineData("new SystemChatMessage(Text()), new UserChatMessage(\"Three, please.\")")]
    [InlineData("new SystemChatMessage(_prompt), new UserChatMessage(\"Three, please.\")")]
    [InlineData("new SystemChatMessage($\"You name towns. Today is {DateTime.Now}.\"), new UserChatMessage($\"Name {input.Length}.\")")]
    [InlineData("new DeveloperChatMessage(\"You name towns.\"), new UserChatMessage(\"Three, please.\")")]
    [InlineData("new SystemChatMessage(\"You name towns.\"), new UserChatMessage(\"Three.\"), new AssistantChatMessage(\"Ulm\"), new UserChatMessage(\"More.\")")]
    [InlineData("new SystemChatMessage(\"Answer with an object that has the keys name and size.\"), new UserChatMessage(\"Ulm\")")]
    public Task No_text_has_the_word(string messages) => ReportsOpenAIAsync(Body(messages), Members);

    [Fact]
    public Task A_list_that_is_filled() => ReportsOpenAIAsync("""
        var messages = new List<ChatMessage> { new SystemChatMessage("You name towns.") };
        messages.Add(new UserChatMessage("Three, please."));
        var options = new ChatCompletionOptions { Temperature = 0 };
        options.ResponseFormat = [|ChatResponseFormat.CreateJsonObjectFormat()|];
        await client.CompleteChatAsync(messages, options);
        """, Members);

    [Fact]
    public Task A_client_from_outside_is_a_plain_one() => ReportsOpenAIAsync(Body("new UserChatMessage(\"Name three towns.\")", client: "client"), Members);

    [Theory]
    [InlineData("client.CompleteChat")]
    [InlineData("client.CompleteChatStreaming")]
    public Task Other_calls(string call) => ReportsOpenAIAsync(
        $"_ = {call}([new UserChatMessage(\"Name three towns.\")], new ChatCompletionOptions {{ ResponseFormat = [|ChatResponseFormat.CreateJsonObjectFormat()|] }});");

    [Fact]
    public Task An_Azure_deployment() => ReportsAsync("""
        using System;
        using System.ClientModel;
        using Azure.AI.OpenAI;
        using OpenAI.Chat;

        var client = new AzureOpenAIClient(new Uri("https://x.openai.azure.com"), new ApiKeyCredential("key")).GetChatClient("towns");
        ChatCompletion completion = client.CompleteChat([new UserChatMessage("Name three towns.")], new ChatCompletionOptions { ResponseFormat = [|ChatResponseFormat.CreateJsonObjectFormat()|] });
        """, references: Sdk.AzureOpenAI);

    [Theory]
    [InlineData("new UserChatMessage(\"Name three towns«¦ in Bavaria».«Answer in JSON.¦»\")")]
    [InlineData("new UserChatMessage(\"Name three towns. «Format: json¦»\")")]
    [InlineData("new SystemChatMessage(«JsonPrompt¦Prompt»), new UserChatMessage(\"Three, please.\")")]
    [InlineData("new SystemChatMessage(\"You name towns.\"), new UserChatMessage(\"Three.\"), new AssistantChatMessage(\"«{ JSON }¦Ulm»\"), new UserChatMessage(\"More.\")")]
    [InlineData("new SystemChatMessage(\"You name towns.\"), new UserChatMessage(«input¦\"Three\"»)")]
    [InlineData("new SystemChatMessage(\"You name towns.\"), new UserChatMessage(\"Three of \" + «input¦input.Length»)")]
    [InlineData("new SystemChatMessage($\"You name towns of {«input¦input.Length»}.\"), new UserChatMessage(\"Three.\")")]
    [InlineData("new SystemChatMessage(«System.IO.File.ReadAllText(input)¦Prompt»), new UserChatMessage(\"Three.\")")]
    [InlineData("new UserChatMessage(ChatMessageContentPart.CreateTextPart(\"What is this?\")«, ChatMessageContentPart.CreateImagePart(new Uri(input))¦»)")]
    public Task A_text_has_the_word_or_may_have_it(string messages) => SilentOpenAIAsync(Body(messages), Members);

    [Theory]
    [InlineData("ResponseFormat = «ChatResponseFormat.CreateTextFormat()¦[|ChatResponseFormat.CreateJsonObjectFormat()|]»")]
    [InlineData("ResponseFormat = «ChatResponseFormat.CreateJsonSchemaFormat(\"towns\", BinaryData.FromString(\"{}\"))¦[|ChatResponseFormat.CreateJsonObjectFormat()|]»")]
    [InlineData("ResponseFormat = «input.Length > 3 ? null : ¦»[|ChatResponseFormat.CreateJsonObjectFormat()|]")]
    [InlineData("Temperature = 0«¦, ResponseFormat = [|ChatResponseFormat.CreateJsonObjectFormat()|]»")]
    public Task JSON_mode_is_off_or_not_always_on(string options) => SilentOpenAIAsync(Body("new UserChatMessage(\"Name three towns.\")", options), Members);

    [Theory]
    [InlineData("new ChatClient(\"local\", new ApiKeyCredential(\"key\"), new OpenAIClientOptions { «Endpoint = new Uri(input)¦» })")]
    public Task Another_service(string client) => SilentOpenAIAsync(Body("new UserChatMessage(\"Name three towns.\")", client: client), Members);

    [Theory]
    [InlineData("«messages¦[new UserChatMessage(\"Name three towns.\")]»")]
    [InlineData("«messages.Append(new UserChatMessage(\"Name three towns.\"))¦[new UserChatMessage(\"Name three towns.\")]»")]
    [InlineData("[«.. messages, ¦»new UserChatMessage(\"Name three towns.\")]")]
    public Task A_history_from_outside(string messages) => SilentOpenAIAsync(
        "", $$"""
        object Ask(List<ChatMessage> messages) =>
            client.CompleteChat({{messages}}, new ChatCompletionOptions { ResponseFormat = [|ChatResponseFormat.CreateJsonObjectFormat()|] });
        """);

    [Theory]
    [InlineData("«client¦new OpenAI.Chat.ChatClient(\"gpt-5.1\", \"key\").AsIChatClient()»")]
    public Task Behind_an_interface_only_where_the_service_is_known(string client) => SilentAsync(Sources.ExtensionsAI($$"""
        IChatClient chat = {{client}};
        var response = await chat.GetResponseAsync("Name three towns.", new ChatOptions { ResponseFormat = [|ChatResponseFormat.Json|] });
        """), references: Sdk.ExtensionsAIFull);

    [Theory]
    [InlineData("Instructions = \"«Answer in JSON.¦Answer.»\"")]
    [InlineData("Instructions = «input¦\"Answer.\"»")]
    [InlineData("ConversationId = «input¦null»")]
    public Task Beside_the_messages(string option) => SilentAsync(Sources.ExtensionsAI($$"""
        IChatClient chat = new OpenAI.Chat.ChatClient("gpt-5.1", "key").AsIChatClient();
        var response = await chat.GetResponseAsync("Name three towns.", new ChatOptions { {{option}}, ResponseFormat = [|ChatResponseFormat.Json|] });
        """), references: Sdk.ExtensionsAIFull);
}
