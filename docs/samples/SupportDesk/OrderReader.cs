using System.Text.Json;
using OpenAI.Chat;

namespace SupportDesk;

/// <summary>Turns the text of a ticket into records the shop's systems understand.</summary>
public sealed class OrderReader(ChatClient chat)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The order a customer describes in their own words.</summary>
    public async Task<Order?> ReadOrderAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        ChatMessage[] messages =
        [
            new SystemChatMessage("You read orders out of customer messages. Reply with JSON that has the keys product, quantity and deliverTo."),
            new UserChatMessage(ticket.ToString()),
        ];

        // LLM1001: only the prompt asks for JSON; a reply in ```json fences or with a friendly first sentence fails in Deserialize.
        ChatCompletion completion = await chat.CompleteChatAsync(messages, new ChatCompletionOptions { Temperature = 0 }, cancellationToken);

        if (completion.FinishReason != ChatFinishReason.Stop || completion.Content.Count == 0)
        {
            return null;
        }

        return JsonSerializer.Deserialize<Order>(completion.Content[0].Text, Json);
    }

    /// <summary>The healthy twin: the request itself carries the schema, so the service keeps to it.</summary>
    public async Task<ReturnRequest?> ReadReturnAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        ChatMessage[] messages =
        [
            new SystemChatMessage("You read returns out of customer messages. Reply with JSON: the order number and the reason."),
            new UserChatMessage(ticket.ToString()),
        ];

        var options = new ChatCompletionOptions
        {
            Temperature = 0,
            ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat(
                jsonSchemaFormatName: "return_request",
                jsonSchema: BinaryData.FromString(
                    """
                    {
                      "type": "object",
                      "properties": {
                        "orderNumber": { "type": "string" },
                        "reason": { "type": "string" }
                      },
                      "required": ["orderNumber", "reason"],
                      "additionalProperties": false
                    }
                    """),
                jsonSchemaIsStrict: true),
        };

        ChatCompletion completion = await chat.CompleteChatAsync(messages, options, cancellationToken);

        if (completion.FinishReason != ChatFinishReason.Stop || completion.Content.Count == 0)
        {
            return null;
        }

        return JsonSerializer.Deserialize<ReturnRequest>(completion.Content[0].Text, Json);
    }
}
