using System.Threading.Tasks;
using LlmAnalyzers.CodeFixes;
using Xunit;

namespace LlmAnalyzers.Tests.CodeFixes;

/// <summary>What a fix does to the whole file: usings, aliases, top-level statements.</summary>
public class FixedFileTests
{
    [Fact]
    public Task Missing_usings_are_added()
        => Fix.FileAsync<RequestJsonSchema>(
            """
            // Copyright Contoso.

            using OpenAI.Chat;

            namespace App;

            internal record Score(int Points);

            internal class Reader
            {
                private readonly ChatClient _client = new("gpt-4.1", "key");

                internal Score? Read()
                {
                    ChatCompletion completion = _client.[|CompleteChat|]("Score this. Reply with JSON only.");
                    return System.Text.Json.JsonSerializer.Deserialize<Score>(completion.Content[0].Text);
                }
            }
            """,
            """"
            // Copyright Contoso.

            using System;
            using OpenAI.Chat;

            namespace App;

            internal record Score(int Points);

            internal class Reader
            {
                private readonly ChatClient _client = new("gpt-4.1", "key");

                internal Score? Read()
                {
                    ChatCompletion completion = _client.CompleteChat(["Score this. Reply with JSON only."], new ChatCompletionOptions
                    {
                        ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat(
                            "score",
                            BinaryData.FromString(
                                """
                                {
                                  "type": "object",
                                  "properties": {
                                    "Points": {
                                      "type": "integer"
                                    }
                                  },
                                  "required": ["Points"],
                                  "additionalProperties": false
                                }
                                """),
                            jsonSchemaIsStrict: true),
                    });
                    return System.Text.Json.JsonSerializer.Deserialize<Score>(completion.Content[0].Text);
                }
            }
            """");

    [Fact]
    public Task Serializer_options_need_a_using_of_their_own()
        => Fix.FileAsync<RequestJsonSchema>(
            """
            using Microsoft.Extensions.AI;
            using System.Threading.Tasks;

            namespace App;

            internal record Score(int Points);

            internal class Reader(IChatClient client)
            {
                internal async Task<Score?> Read()
                {
                    var response = await client.[|GetResponseAsync|]("Score this. Reply with JSON only.");
                    return System.Text.Json.JsonSerializer.Deserialize<Score>(response.Text);
                }
            }
            """,
            """
            using Microsoft.Extensions.AI;
            using System.Text.Json;
            using System.Threading.Tasks;

            namespace App;

            internal record Score(int Points);

            internal class Reader(IChatClient client)
            {
                internal async Task<Score?> Read()
                {
                    var response = await client.GetResponseAsync("Score this. Reply with JSON only.", new ChatOptions
                    {
                        ResponseFormat = ChatResponseFormat.ForJsonSchema<Score>(JsonSerializerOptions.Default),
                    });
                    return System.Text.Json.JsonSerializer.Deserialize<Score>(response.Text);
                }
            }
            """);

    [Fact]
    public Task Top_level_statements()
        => Fix.FileAsync<RequestJsonSchema>(
            """
            using System.Text.Json;
            using OpenAI.Chat;

            var client = new ChatClient("gpt-4.1", "key");
            var options = new ChatCompletionOptions();
            options.Temperature = 0;
            ChatCompletion completion = await client.[|CompleteChatAsync|]([new UserChatMessage("Reply with JSON only.")], options);
            return JsonSerializer.Deserialize<Score>(completion.Content[0].Text)!.Points;

            internal record Score(int Points);
            """,
            """"
            using System;
            using System.Text.Json;
            using OpenAI.Chat;

            var client = new ChatClient("gpt-4.1", "key");
            var options = new ChatCompletionOptions();
            options.Temperature = 0;
            options.ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat(
                "score",
                BinaryData.FromString(
                    """
                    {
                      "type": "object",
                      "properties": {
                        "Points": {
                          "type": "integer"
                        }
                      },
                      "required": ["Points"],
                      "additionalProperties": false
                    }
                    """),
                jsonSchemaIsStrict: true);
            ChatCompletion completion = await client.CompleteChatAsync([new UserChatMessage("Reply with JSON only.")], options);
            return JsonSerializer.Deserialize<Score>(completion.Content[0].Text)!.Points;

            internal record Score(int Points);
            """");

    [Fact]
    public Task Both_SDKs_by_an_alias()
        => Fix.FileAsync<RequestJsonSchema>(
            """
            using System;
            using System.Text.Json;
            using Microsoft.Extensions.AI;
            using OpenAI.Chat;
            using AIMessage = Microsoft.Extensions.AI.ChatMessage;

            internal record Score(int Points);

            internal class Reader(ChatClient open, IChatClient chat)
            {
                internal Score? Read()
                {
                    ChatCompletion completion = open.[|CompleteChat|]("Score this. Reply with JSON only.");
                    return JsonSerializer.Deserialize<Score>(completion.Content[0].Text);
                }

                internal async System.Threading.Tasks.Task<Score?> ReadAsync()
                {
                    var response = await chat.[|GetResponseAsync|]([new AIMessage(ChatRole.User, "Reply with JSON only.")]);
                    return JsonSerializer.Deserialize<Score>(response.Text);
                }
            }
            """,
            """"
            using System;
            using System.Text.Json;
            using Microsoft.Extensions.AI;
            using OpenAI.Chat;
            using AIMessage = Microsoft.Extensions.AI.ChatMessage;

            internal record Score(int Points);

            internal class Reader(ChatClient open, IChatClient chat)
            {
                internal Score? Read()
                {
                    ChatCompletion completion = open.CompleteChat(["Score this. Reply with JSON only."], new ChatCompletionOptions
                    {
                        ResponseFormat = OpenAI.Chat.ChatResponseFormat.CreateJsonSchemaFormat(
                            "score",
                            BinaryData.FromString(
                                """
                                {
                                  "type": "object",
                                  "properties": {
                                    "Points": {
                                      "type": "integer"
                                    }
                                  },
                                  "required": ["Points"],
                                  "additionalProperties": false
                                }
                                """),
                            jsonSchemaIsStrict: true),
                    });
                    return JsonSerializer.Deserialize<Score>(completion.Content[0].Text);
                }

                internal async System.Threading.Tasks.Task<Score?> ReadAsync()
                {
                    var response = await chat.GetResponseAsync([new AIMessage(ChatRole.User, "Reply with JSON only.")], new ChatOptions
                    {
                        ResponseFormat = Microsoft.Extensions.AI.ChatResponseFormat.ForJsonSchema<Score>(JsonSerializerOptions.Default),
                    });
                    return JsonSerializer.Deserialize<Score>(response.Text);
                }
            }
            """");
}
