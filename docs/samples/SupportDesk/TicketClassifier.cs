using Microsoft.Extensions.AI;

namespace SupportDesk;

/// <summary>Reads off a ticket who gets it and how soon.</summary>
public sealed class TicketClassifier(IChatClient chat)
{
    /// <summary>The healthy twin: the same ticket must always reach the same team, and at temperature 0 it does.</summary>
    public async Task<Topic> ClassifyTopicAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        ChatResponse response = await chat.GetResponseAsync(
            [
                new ChatMessage(ChatRole.System, "You sort support tickets. Answer with one word only: Order, Return, Billing or Other."),
                new ChatMessage(ChatRole.User, ticket.ToString()),
            ],
            new ChatOptions { Temperature = 0 },
            cancellationToken);

        return Enum.TryParse(response.Text, ignoreCase: true, out Topic topic) ? topic : Topic.Other;
    }

    /// <summary>How soon the ticket needs an answer.</summary>
    public async Task<Priority> ClassifyPriorityAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        var options = new ChatOptions
        {
            // LLM2001: the reply goes through Enum.Parse below, and at 0.9 the same ticket can be Urgent now and Low a minute later.
            Temperature = 0.9f,
        };

        ChatResponse response = await chat.GetResponseAsync(
            [
                new ChatMessage(ChatRole.System, "You rate how urgent a support ticket is. Answer with one word only: Low, Normal or Urgent."),
                new ChatMessage(ChatRole.User, ticket.ToString()),
            ],
            options,
            cancellationToken);

        return Enum.Parse<Priority>(response.Text.Trim(), ignoreCase: true);
    }
}
