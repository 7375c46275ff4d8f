using System.Threading.Tasks;
using LlmAnalyzers.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace LlmAnalyzers.Tests.CodeFixes;

/// <summary>A schema is written as the file is: its language version, tabs, line ends.</summary>
public class SchemaFileStyleTests
{
    [Fact]
    public Task CSharp_10()
        => Fix.FileAsync<RequestJsonSchema>(
            """
            using System;
            using System.Text.Json;
            using OpenAI.Chat;

            namespace App
            {
                internal class Score
                {
                    public int Points { get; set; }
                }

                internal class Reader
                {
                    private readonly ChatClient _client = new ChatClient("gpt-4.1", "key");

                    internal Score? Read(string text)
                    {
                        ChatCompletion completion = _client.[|CompleteChat|](new SystemChatMessage("Reply with JSON only."), new UserChatMessage(text));
                        return JsonSerializer.Deserialize<Score>(completion.Content[0].Text);
                    }

                    internal Score? ReadLines(string text)
                    {
                        ChatCompletion completion = _client.[|CompleteChat|](
                            new SystemChatMessage("Reply with JSON only."),
                            new UserChatMessage(text));
                        return JsonSerializer.Deserialize<Score>(completion.Content[0].Text);
                    }
                }
            }
            """,
            """
            using System;
            using System.Text.Json;
            using OpenAI.Chat;

            namespace App
            {
                internal class Score
                {
                    public int Points { get; set; }
                }

                internal class Reader
                {
                    private readonly ChatClient _client = new ChatClient("gpt-4.1", "key");

                    internal Score? Read(string text)
                    {
                        ChatCompletion completion = _client.CompleteChat(new ChatMessage[] { new SystemChatMessage("Reply with JSON only."), new UserChatMessage(text) }, new ChatCompletionOptions
                        {
                            ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat(
                                "score",
                                BinaryData.FromString(
                                    @"{
              ""type"": ""object"",
              ""properties"": {
                ""Points"": {
                  ""type"": ""integer""
                }
              },
              ""required"": [""Points""],
              ""additionalProperties"": false
            }"),
                                jsonSchemaIsStrict: true),
                        });
                        return JsonSerializer.Deserialize<Score>(completion.Content[0].Text);
                    }

                    internal Score? ReadLines(string text)
                    {
                        ChatCompletion completion = _client.CompleteChat(
                            new ChatMessage[]
                            {
                                new SystemChatMessage("Reply with JSON only."),
                                new UserChatMessage(text),
                            },
                            new ChatCompletionOptions
                            {
                                ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat(
                                    "score",
                                    BinaryData.FromString(
                                        @"{
              ""type"": ""object"",
              ""properties"": {
                ""Points"": {
                  ""type"": ""integer""
                }
              },
              ""required"": [""Points""],
              ""additionalProperties"": false
            }"),
                                    jsonSchemaIsStrict: true),
                            });
                        return JsonSerializer.Deserialize<Score>(completion.Content[0].Text);
                    }
                }
            }
            """,
            LanguageVersion.CSharp10);

    [Fact]
    public Task Tabs_and_carriage_returns()
        => Fix.TabbedFileAsync<RequestJsonSchema>(
            """
            using System;
            using System.Text.Json;
            using OpenAI.Chat;

            namespace App
            {
            →internal class Score
            →{
            →→public int Points { get; set; }
            →}

            →internal class Reader
            →{
            →→private readonly ChatClient _client = new ChatClient("gpt-4.1", "key");

            →→internal Score? Read(string text)
            →→{
            →→→ChatCompletion completion = _client.[|CompleteChat|](new SystemChatMessage("Reply with JSON only."), new UserChatMessage(text));
            →→→return JsonSerializer.Deserialize<Score>(completion.Content[0].Text);
            →→}

            →→internal Score? ReadLines(string text)
            →→{
            →→→ChatCompletion completion = _client.[|CompleteChat|](
            →→→→new SystemChatMessage("Reply with JSON only."),
            →→→→new UserChatMessage(text));
            →→→return JsonSerializer.Deserialize<Score>(completion.Content[0].Text);
            →→}
            →}
            }
            """,
            """"
            using System;
            using System.Text.Json;
            using OpenAI.Chat;

            namespace App
            {
            →internal class Score
            →{
            →→public int Points { get; set; }
            →}

            →internal class Reader
            →{
            →→private readonly ChatClient _client = new ChatClient("gpt-4.1", "key");

            →→internal Score? Read(string text)
            →→{
            →→→ChatCompletion completion = _client.CompleteChat([new SystemChatMessage("Reply with JSON only."), new UserChatMessage(text)], new ChatCompletionOptions
            →→→{
            →→→→ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat(
            →→→→→"score",
            →→→→→BinaryData.FromString(
            →→→→→→"""
            →→→→→→{
            →→→→→→  "type": "object",
            →→→→→→  "properties": {
            →→→→→→    "Points": {
            →→→→→→      "type": "integer"
            →→→→→→    }
            →→→→→→  },
            →→→→→→  "required": ["Points"],
            →→→→→→  "additionalProperties": false
            →→→→→→}
            →→→→→→"""),
            →→→→→jsonSchemaIsStrict: true),
            →→→});
            →→→return JsonSerializer.Deserialize<Score>(completion.Content[0].Text);
            →→}

            →→internal Score? ReadLines(string text)
            →→{
            →→→ChatCompletion completion = _client.CompleteChat(
            →→→→[
            →→→→→new SystemChatMessage("Reply with JSON only."),
            →→→→→new UserChatMessage(text),
            →→→→],
            →→→→new ChatCompletionOptions
            →→→→{
            →→→→→ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat(
            →→→→→→"score",
            →→→→→→BinaryData.FromString(
            →→→→→→→"""
            →→→→→→→{
            →→→→→→→  "type": "object",
            →→→→→→→  "properties": {
            →→→→→→→    "Points": {
            →→→→→→→      "type": "integer"
            →→→→→→→    }
            →→→→→→→  },
            →→→→→→→  "required": ["Points"],
            →→→→→→→  "additionalProperties": false
            →→→→→→→}
            →→→→→→→"""),
            →→→→→→jsonSchemaIsStrict: true),
            →→→→});
            →→→return JsonSerializer.Deserialize<Score>(completion.Content[0].Text);
            →→}
            →}
            }
            """");
}
