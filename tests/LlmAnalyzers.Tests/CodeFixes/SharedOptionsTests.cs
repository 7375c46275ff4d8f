using System;
using System.Threading.Tasks;
using LlmAnalyzers.CodeFixes;
using LlmAnalyzers.Tests.Verification;
using Xunit;

namespace LlmAnalyzers.Tests.CodeFixes;

/// <summary>Options that several calls share are changed only where all of them need it.</summary>
public class SharedOptionsTests
{
    [Fact]
    public Task A_static_field_that_two_flawed_calls_share()
        => Fix.OpenAIAsync<RequestJsonSchema>(
            members: """
            private static readonly ChatCompletionOptions Exact = new() { Temperature = 0 };

            async Task<JsonDocument> One()
            {
                ChatCompletion completion = await client.[|CompleteChatAsync|]([new UserChatMessage("Name a city. Reply with a JSON object.")], Exact);
                return JsonDocument.Parse(completion.Content[0].Text);
            }

            async Task<JsonDocument> Two()
            {
                ChatCompletion completion = await client.[|CompleteChatAsync|]([new UserChatMessage("Name a river. Reply with a JSON object.")], Exact);
                return JsonDocument.Parse(completion.Content[0].Text);
            }
            """,
            fixedMembers: """
            private static readonly ChatCompletionOptions Exact = new()
            {
                Temperature = 0,
                ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat(),
            };

            async Task<JsonDocument> One()
            {
                ChatCompletion completion = await client.CompleteChatAsync([new UserChatMessage("Name a city. Reply with a JSON object.")], Exact);
                return JsonDocument.Parse(completion.Content[0].Text);
            }

            async Task<JsonDocument> Two()
            {
                ChatCompletion completion = await client.CompleteChatAsync([new UserChatMessage("Name a river. Reply with a JSON object.")], Exact);
                return JsonDocument.Parse(completion.Content[0].Text);
            }
            """);

    [Fact]
    public Task A_static_field_that_a_poem_shares_stays()
        => Fix.OpenAIAsync<RequestJsonSchema>(
            members: """
            private static readonly ChatCompletionOptions Exact = new() { Temperature = 0 };

            async Task<JsonDocument> One()
            {
                ChatCompletion completion = await client.[|CompleteChatAsync|]([new UserChatMessage("Name a city. Reply with a JSON object.")], Exact);
                return JsonDocument.Parse(completion.Content[0].Text);
            }

            async Task<JsonDocument> Two()
            {
                ChatCompletion completion = await client.[|CompleteChatAsync|]([new UserChatMessage("Name a river. Reply with a JSON object.")], Exact);
                return JsonDocument.Parse(completion.Content[0].Text);
            }

            async Task Poem()
            {
                ChatCompletion completion = await client.CompleteChatAsync([new UserChatMessage("Write a poem.")], Exact);
                Console.WriteLine(completion.Content[0].Text);
            }
            """);

    [Fact]
    public Task A_property_that_makes_new_options()
        => Fix.OpenAIAsync<RequestJsonSchema>(
            members: """
            ChatCompletionOptions Exact => new() { Temperature = 0 };

            async Task<JsonDocument> One()
            {
                ChatCompletion completion = await client.[|CompleteChatAsync|]([new UserChatMessage("Name a city. Reply with a JSON object.")], Exact);
                return JsonDocument.Parse(completion.Content[0].Text);
            }

            async Task<JsonDocument> Two()
            {
                ChatCompletion completion = await client.[|CompleteChatAsync|]([new UserChatMessage("Name a river. Reply with a JSON object.")], this.Exact);
                return JsonDocument.Parse(completion.Content[0].Text);
            }
            """,
            fixedMembers: """
            ChatCompletionOptions Exact => new()
            {
                Temperature = 0,
                ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat(),
            };

            async Task<JsonDocument> One()
            {
                ChatCompletion completion = await client.CompleteChatAsync([new UserChatMessage("Name a city. Reply with a JSON object.")], Exact);
                return JsonDocument.Parse(completion.Content[0].Text);
            }

            async Task<JsonDocument> Two()
            {
                ChatCompletion completion = await client.CompleteChatAsync([new UserChatMessage("Name a river. Reply with a JSON object.")], this.Exact);
                return JsonDocument.Parse(completion.Content[0].Text);
            }
            """);

    [Fact]
    public Task A_helper_method()
        => Fix.OpenAIAsync<RequestJsonSchema>(
            members: """
            private static ChatCompletionOptions Exact()
            {
                var options = new ChatCompletionOptions();
                options.Temperature = 0;
                return options;
            }

            async Task<JsonDocument> One()
            {
                ChatCompletion completion = await client.[|CompleteChatAsync|]([new UserChatMessage("Name a city. Reply with a JSON object.")], Exact());
                return JsonDocument.Parse(completion.Content[0].Text);
            }

            async Task<JsonDocument> Two()
            {
                ChatCompletion completion = await client.[|CompleteChatAsync|]([new UserChatMessage("Name a river. Reply with a JSON object.")], Exact());
                return JsonDocument.Parse(completion.Content[0].Text);
            }
            """,
            fixedMembers: """
            private static ChatCompletionOptions Exact()
            {
                var options = new ChatCompletionOptions();
                options.Temperature = 0;
                options.ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat();
                return options;
            }

            async Task<JsonDocument> One()
            {
                ChatCompletion completion = await client.CompleteChatAsync([new UserChatMessage("Name a city. Reply with a JSON object.")], Exact());
                return JsonDocument.Parse(completion.Content[0].Text);
            }

            async Task<JsonDocument> Two()
            {
                ChatCompletion completion = await client.CompleteChatAsync([new UserChatMessage("Name a river. Reply with a JSON object.")], Exact());
                return JsonDocument.Parse(completion.Content[0].Text);
            }
            """);

    [Fact]
    public Task A_helper_method_that_a_poem_calls_stays()
        => Fix.OpenAIAsync<RequestJsonSchema>(
            members: """
            private static ChatCompletionOptions Exact() => new() { Temperature = 0 };

            async Task<JsonDocument> One()
            {
                ChatCompletion completion = await client.[|CompleteChatAsync|]([new UserChatMessage("Name a city. Reply with a JSON object.")], Exact());
                return JsonDocument.Parse(completion.Content[0].Text);
            }

            async Task<JsonDocument> Two()
            {
                ChatCompletion completion = await client.[|CompleteChatAsync|]([new UserChatMessage("Name a river. Reply with a JSON object.")], Exact());
                return JsonDocument.Parse(completion.Content[0].Text);
            }

            async Task Poem()
            {
                ChatCompletion completion = await client.CompleteChatAsync([new UserChatMessage("Write a poem.")], Exact());
                Console.WriteLine(completion.Content[0].Text);
            }
            """);

    [Fact]
    public Task A_field_that_a_wrapper_gets_too_stays()
        => Fix.OpenAIAsync<RequestJsonSchema>(
            members: """
            private static readonly ChatCompletionOptions Exact = new() { Temperature = 0 };

            async Task<JsonDocument> One()
            {
                ChatCompletion completion = await client.[|CompleteChatAsync|]([new UserChatMessage("Name a city. Reply with a JSON object.")], Exact);
                return JsonDocument.Parse(completion.Content[0].Text);
            }

            async Task<JsonDocument> Two()
            {
                ChatCompletion completion = await client.[|CompleteChatAsync|]([new UserChatMessage("Name a river. Reply with a JSON object.")], Exact);
                return JsonDocument.Parse(completion.Content[0].Text);
            }

            Task Other() => Send("Write a poem.", Exact);

            async Task Send(string prompt, ChatCompletionOptions options) => Console.WriteLine((await client.CompleteChatAsync([prompt], options)).Value.Content[0].Text);
            """);

    [Fact]
    public Task A_static_field_that_a_log_gets_too_stays()
        => Fix.OpenAIAsync<RequestJsonSchema>(
            members: """
            private static readonly ChatCompletionOptions Exact = new() { Temperature = 0 };

            async Task<JsonDocument> One()
            {
                ChatCompletion completion = await client.[|CompleteChatAsync|]([new UserChatMessage("Name a city. Reply with a JSON object.")], Exact);
                return JsonDocument.Parse(completion.Content[0].Text);
            }

            async Task<JsonDocument> Two()
            {
                ChatCompletion completion = await client.[|CompleteChatAsync|]([new UserChatMessage("Name a river. Reply with a JSON object.")], Exact);
                return JsonDocument.Parse(completion.Content[0].Text);
            }

            void Log() => Console.WriteLine(Exact);
            """);

    [Fact]
    public Task Options_of_one_branch_or_another_stay()
        => Fix.OpenAIAsync<RequestJsonSchema>(
            members: """
            async Task<JsonDocument> Read(bool isShort)
            {
                var options = isShort ? new ChatCompletionOptions { MaxOutputTokenCount = 10 } : new ChatCompletionOptions();
                ChatCompletion completion = await client.[|CompleteChatAsync|]([new UserChatMessage("Reply with a JSON object.")], options);
                return JsonDocument.Parse(completion.Content[0].Text);
            }
            """);

    [Fact]
    public Task A_local_that_a_poem_shares_stays()
        => Fix.OpenAIAsync<RequestJsonSchema>(
            members: """
            async Task<JsonDocument> Read()
            {
                var options = new ChatCompletionOptions { Temperature = 0 };
                ChatCompletion poem = await client.CompleteChatAsync([new UserChatMessage("Write a poem.")], options);
                Console.WriteLine(poem.Content[0].Text);
                ChatCompletion completion = await client.[|CompleteChatAsync|]([new UserChatMessage("Reply with a JSON object.")], options);
                return JsonDocument.Parse(completion.Content[0].Text);
            }
            """);

    [Fact]
    public Task Options_in_another_file_stay()
        => Fix.NoneAsync<RequestJsonSchema>(
            Sources.OpenAI("",
                """
                async Task<JsonDocument> One()
                {
                    ChatCompletion completion = await client.[|CompleteChatAsync|]([new UserChatMessage("Name a city. Reply with a JSON object.")], Defaults.Exact);
                    return JsonDocument.Parse(completion.Content[0].Text);
                }

                async Task<JsonDocument> Two()
                {
                    ChatCompletion completion = await client.[|CompleteChatAsync|]([new UserChatMessage("Name a river. Reply with a JSON object.")], Defaults.Exact);
                    return JsonDocument.Parse(completion.Content[0].Text);
                }
                """),
            """
            using OpenAI.Chat;

            static class Defaults
            {
                public static readonly ChatCompletionOptions Exact = new() { Temperature = 0 };
            }
            """);

    [Fact]
    public Task Options_in_another_file_of_a_partial_class_stay()
        => Fix.NoneAsync<RequestJsonSchema>(
            Sources.OpenAI("",
                """
                async Task<JsonDocument> One()
                {
                    ChatCompletion completion = await client.[|CompleteChatAsync|]([new UserChatMessage("Name a city. Reply with a JSON object.")], Exact);
                    return JsonDocument.Parse(completion.Content[0].Text);
                }

                async Task<JsonDocument> Two()
                {
                    ChatCompletion completion = await client.[|CompleteChatAsync|]([new UserChatMessage("Name a river. Reply with a JSON object.")], Exact);
                    return JsonDocument.Parse(completion.Content[0].Text);
                }
                """).Replace("class Subject", "partial class Subject", StringComparison.Ordinal),
            """
            using OpenAI.Chat;

            partial class Subject
            {
                private static readonly ChatCompletionOptions Exact = new() { Temperature = 0 };
            }
            """);
}
