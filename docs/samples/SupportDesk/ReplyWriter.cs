using Microsoft.Extensions.AI;

namespace SupportDesk;

/// <summary>Writes what people read: answers to customers and notes for colleagues.</summary>
public sealed class ReplyWriter(IChatClient chat)
{
    /// <summary>The healthy twin: who the model is stands in the system message, what is to be done in the user message.</summary>
    public async Task<string> DraftAnswerAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        ChatResponse response = await chat.GetResponseAsync(
            [
                new ChatMessage(ChatRole.System, "You are a friendly support agent of a garden shop. Never promise a refund."),
                new ChatMessage(ChatRole.User, $"Write a short, warm answer to this customer:\n\n{ticket}"),
            ],
            new ChatOptions { Temperature = 0.7f },
            cancellationToken);

        return response.Text;
    }

    /// <summary>A note for the colleague who takes over.</summary>
    public async Task<string> DraftHandoverAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        string prompt = $"You are an experienced support agent of a garden shop. Never mention prices. Write a short handover note about this ticket:\n\n{ticket}";

        // LLM3001: role and rules travel in the user message, where the customer's own text can overrule them; there is no system message.
        ChatResponse response = await chat.GetResponseAsync(prompt, new ChatOptions { Temperature = 0.5f }, cancellationToken);

        return response.Text;
    }
}
