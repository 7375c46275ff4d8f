using System.Threading.Tasks;
using LlmAnalyzers.CodeFixes;
using Xunit;

namespace LlmAnalyzers.Tests.CodeFixes;

/// <summary>The format reaches every form a call and its options can have.</summary>
public class RequestJsonSchemaShapeTests
{
    [Fact]
    public Task A_params_call_gets_a_list_of_messages_and_options()
        => Fix.OpenAIAsync<RequestJsonSchema>(
            """
            var completion = await client.[|CompleteChatAsync|](new SystemChatMessage("Reply with a JSON object."), new UserChatMessage(input));
            return JsonDocument.Parse(completion.Value.Content[0].Text);
            """,
            """
            var completion = await client.CompleteChatAsync([new SystemChatMessage("Reply with a JSON object."), new UserChatMessage(input)], new ChatCompletionOptions
            {
                ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat(),
            });
            return JsonDocument.Parse(completion.Value.Content[0].Text);
            """);

    [Fact]
    public Task A_single_string_becomes_a_list()
        => Fix.OpenAIAsync<RequestJsonSchema>(
            """
            var completion = await client.[|CompleteChatAsync|]("Name a city. Reply with a JSON object.");
            return JsonDocument.Parse(completion.Value.Content[0].Text);
            """,
            """
            var completion = await client.CompleteChatAsync(["Name a city. Reply with a JSON object."], new ChatCompletionOptions
            {
                ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat(),
            });
            return JsonDocument.Parse(completion.Value.Content[0].Text);
            """);

    [Fact]
    public Task Messages_on_lines_of_their_own_move_one_step_in()
        => Fix.OpenAIAsync<RequestJsonSchema>(
            """
            var completion = await client.[|CompleteChatAsync|](
                new SystemChatMessage("Reply with a JSON object."), // the form
                // the input
                new UserChatMessage(input));
            return JsonDocument.Parse(completion.Value.Content[0].Text);
            """,
            """
            var completion = await client.CompleteChatAsync(
                [
                    new SystemChatMessage("Reply with a JSON object."), // the form
                    // the input
                    new UserChatMessage(input),
                ],
                new ChatCompletionOptions { ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat() });
            return JsonDocument.Parse(completion.Value.Content[0].Text);
            """);

    [Fact]
    public Task Options_go_before_a_cancellation_token_given_by_name()
        => Fix.OpenAIAsync<RequestJsonSchema>(
            """
            var completion = await client.[|CompleteChatAsync|]([new UserChatMessage("Reply with a JSON object.")], cancellationToken: default);
            return JsonDocument.Parse(completion.Value.Content[0].Text);
            """,
            """
            var completion = await client.CompleteChatAsync([new UserChatMessage("Reply with a JSON object.")], new ChatCompletionOptions
            {
                ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat(),
            }, cancellationToken: default);
            return JsonDocument.Parse(completion.Value.Content[0].Text);
            """);

    [Fact]
    public Task Named_arguments_in_another_order_stay_as_they_are()
        => Fix.OpenAIAsync<RequestJsonSchema>(
            """
            var completion = await client.[|CompleteChatAsync|](cancellationToken: default, messages: [new UserChatMessage("Reply with a JSON object.")]);
            return JsonDocument.Parse(completion.Value.Content[0].Text);
            """,
            """
            var completion = await client.CompleteChatAsync(cancellationToken: default, messages: [new UserChatMessage("Reply with a JSON object.")], options: new ChatCompletionOptions
            {
                ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat(),
            });
            return JsonDocument.Parse(completion.Value.Content[0].Text);
            """);

    [Fact]
    public Task Arguments_on_lines_of_their_own_get_one_more_line()
        => Fix.OpenAIAsync<RequestJsonSchema>(
            """
            var completion = await client.[|CompleteChatAsync|](
                [new UserChatMessage("Reply with a JSON object.")],
                cancellationToken: default); // no token here
            return JsonDocument.Parse(completion.Value.Content[0].Text);
            """,
            """
            var completion = await client.CompleteChatAsync(
                [new UserChatMessage("Reply with a JSON object.")],
                new ChatCompletionOptions { ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat() },
                cancellationToken: default); // no token here
            return JsonDocument.Parse(completion.Value.Content[0].Text);
            """);

    [Fact]
    public Task A_target_typed_options_object_is_filled()
        => Fix.OpenAIAsync<RequestJsonSchema>(
            """
            var completion = await client.[|CompleteChatAsync|]([new UserChatMessage("Reply with a JSON object.")], new());
            return JsonDocument.Parse(completion.Value.Content[0].Text);
            """,
            """
            var completion = await client.CompleteChatAsync([new UserChatMessage("Reply with a JSON object.")], new()
            {
                ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat(),
            });
            return JsonDocument.Parse(completion.Value.Content[0].Text);
            """);

    [Fact]
    public Task A_one_line_initialiser_that_gets_too_long_is_broken_up()
        => Fix.OpenAIAsync<RequestJsonSchema>(
            """
            var completion = await client.[|CompleteChatAsync|]([new UserChatMessage("Reply with a JSON object.")], new() { Temperature = 0, TopP = 1 });
            return JsonDocument.Parse(completion.Value.Content[0].Text);
            """,
            """
            var completion = await client.CompleteChatAsync([new UserChatMessage("Reply with a JSON object.")], new()
            {
                Temperature = 0,
                TopP = 1,
                ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat(),
            });
            return JsonDocument.Parse(completion.Value.Content[0].Text);
            """);

    [Fact]
    public Task A_one_line_initialiser_with_room_stays_on_its_line()
        => Fix.OpenAIAsync<RequestJsonSchema>(
            """
            var json = new ChatCompletionOptions { Seed = 1 };
            var completion = await client.[|CompleteChatAsync|]([new UserChatMessage("Reply with a JSON object.")], json);
            return JsonDocument.Parse(completion.Value.Content[0].Text);
            """,
            """
            var json = new ChatCompletionOptions { Seed = 1, ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat() };
            var completion = await client.CompleteChatAsync([new UserChatMessage("Reply with a JSON object.")], json);
            return JsonDocument.Parse(completion.Value.Content[0].Text);
            """);

    [Fact]
    public Task An_initialiser_keeps_its_commas_and_comments()
        => Fix.OpenAIAsync<RequestJsonSchema>(
            """
            var options = new ChatCompletionOptions
            {
                // the same for everyone
                Temperature = 0, // exact

                MaxOutputTokenCount = 200, // short
            };
            var completion = await client.[|CompleteChatAsync|]([new UserChatMessage("Reply with a JSON object.")], options);
            return JsonDocument.Parse(completion.Value.Content[0].Text);
            """,
            """
            var options = new ChatCompletionOptions
            {
                // the same for everyone
                Temperature = 0, // exact

                MaxOutputTokenCount = 200, // short
                ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat(),
            };
            var completion = await client.CompleteChatAsync([new UserChatMessage("Reply with a JSON object.")], options);
            return JsonDocument.Parse(completion.Value.Content[0].Text);
            """);

    [Fact]
    public Task An_initialiser_without_a_trailing_comma_keeps_that_style()
        => Fix.OpenAIAsync<RequestJsonSchema>(
            """
            var options = new ChatCompletionOptions
            {
                Temperature = 0,
                MaxOutputTokenCount = 200 // short
            };
            var completion = await client.[|CompleteChatAsync|]([new UserChatMessage("Reply with a JSON object.")], options);
            return JsonDocument.Parse(completion.Value.Content[0].Text);
            """,
            """
            var options = new ChatCompletionOptions
            {
                Temperature = 0,
                MaxOutputTokenCount = 200, // short
                ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat()
            };
            var completion = await client.CompleteChatAsync([new UserChatMessage("Reply with a JSON object.")], options);
            return JsonDocument.Parse(completion.Value.Content[0].Text);
            """);

    [Fact]
    public Task A_statement_joins_those_that_assign_properties()
        => Fix.OpenAIAsync<RequestJsonSchema>(
            """
            var options = new ChatCompletionOptions();
            options.Temperature = 0;
            options.MaxOutputTokenCount = 200; // short

            var completion = await client.[|CompleteChatAsync|]([new UserChatMessage("Reply with a JSON object.")], options);
            return JsonDocument.Parse(completion.Value.Content[0].Text);
            """,
            """
            var options = new ChatCompletionOptions();
            options.Temperature = 0;
            options.MaxOutputTokenCount = 200; // short
            options.ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat();

            var completion = await client.CompleteChatAsync([new UserChatMessage("Reply with a JSON object.")], options);
            return JsonDocument.Parse(completion.Value.Content[0].Text);
            """);

    [Fact]
    public Task Options_that_are_null_are_made()
        => Fix.OpenAIAsync<RequestJsonSchema>(
            """
            var completion = await client.[|CompleteChatAsync|]([new UserChatMessage("Reply with a JSON object.")], options: null);
            return JsonDocument.Parse(completion.Value.Content[0].Text);
            """,
            """
            var completion = await client.CompleteChatAsync([new UserChatMessage("Reply with a JSON object.")], options: new ChatCompletionOptions
            {
                ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat(),
            });
            return JsonDocument.Parse(completion.Value.Content[0].Text);
            """);

    [Fact]
    public Task Options_that_are_the_default_are_made_before_a_token()
        => Fix.OpenAIAsync<RequestJsonSchema>(
            """
            var completion = await client.[|CompleteChatAsync|]([new UserChatMessage("Reply with a JSON object.")], default, CancellationToken.None);
            return JsonDocument.Parse(completion.Value.Content[0].Text);
            """,
            """
            var completion = await client.CompleteChatAsync([new UserChatMessage("Reply with a JSON object.")], new ChatCompletionOptions
            {
                ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat(),
            }, CancellationToken.None);
            return JsonDocument.Parse(completion.Value.Content[0].Text);
            """);

    [Fact]
    public Task A_comment_between_arguments_stays()
        => Fix.OpenAIAsync<RequestJsonSchema>(
            """
            var completion = await client.[|CompleteChatAsync|]([new UserChatMessage("Reply with a JSON object.")] /* no history */, cancellationToken: default);
            return JsonDocument.Parse(completion.Value.Content[0].Text);
            """,
            """
            var completion = await client.CompleteChatAsync([new UserChatMessage("Reply with a JSON object.")] /* no history */, new ChatCompletionOptions
            {
                ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat(),
            }, cancellationToken: default);
            return JsonDocument.Parse(completion.Value.Content[0].Text);
            """);

    [Fact]
    public Task A_format_that_says_text_is_replaced()
        => Fix.OpenAIAsync<RequestJsonSchema>(
            """
            var options = new ChatCompletionOptions { ResponseFormat = ChatResponseFormat.CreateTextFormat(), Temperature = 0 };
            var completion = await client.[|CompleteChatAsync|]([new UserChatMessage("Reply with a JSON object.")], options);
            return JsonDocument.Parse(completion.Value.Content[0].Text);
            """,
            """
            var options = new ChatCompletionOptions { ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat(), Temperature = 0 };
            var completion = await client.CompleteChatAsync([new UserChatMessage("Reply with a JSON object.")], options);
            return JsonDocument.Parse(completion.Value.Content[0].Text);
            """);

    [Fact]
    public Task A_format_that_is_null_is_replaced()
        => Fix.OpenAIAsync<RequestJsonSchema>(
            """
            var options = new ChatCompletionOptions { ResponseFormat = null, Temperature = 0 };
            var completion = await client.[|CompleteChatAsync|]([new UserChatMessage("Reply with a JSON object.")], options);
            return JsonDocument.Parse(completion.Value.Content[0].Text);
            """,
            """
            var options = new ChatCompletionOptions { ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat(), Temperature = 0 };
            var completion = await client.CompleteChatAsync([new UserChatMessage("Reply with a JSON object.")], options);
            return JsonDocument.Parse(completion.Value.Content[0].Text);
            """);

    [Fact]
    public Task A_format_that_is_set_to_null_later_stops_the_fix()
        => Fix.OpenAIAsync<RequestJsonSchema>(
            """
            var options = new ChatCompletionOptions { Temperature = 0 };
            options.MaxOutputTokenCount = 10;
            var messages = new ChatMessage[] { new UserChatMessage("Reply with a JSON object.") };
            options.ResponseFormat = null;
            var completion = await client.[|CompleteChatAsync|](messages, options);
            return JsonDocument.Parse(completion.Value.Content[0].Text);
            """);
}
