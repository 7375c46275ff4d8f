using OpenAI.Chat;

/// <summary>Sorts tickets by the model that was trained for it.</summary>
internal sealed class TicketSorter(string key)
{
    private readonly ChatClient _chat = new("ft:gpt-4.1-mini-2025-04-14:acme:tickets:a1b2c3", key);

    public async Task<string> SortAsync(string ticket)
    {
        // LLM5006, LLM5014: it has learned these examples, and was trained without them in the prompt.
        ChatCompletion completion = await _chat.CompleteChatAsync(
            new SystemChatMessage(
                """
                You sort tickets. Reply with the label.
                Input: Where is my parcel?
                Output: delivery
                Input: The invoice is wrong.
                Output: billing
                Input: Hello!
                Output: other
                """),
            new UserChatMessage(ticket));
        return completion.FinishReason == ChatFinishReason.Stop && completion.Content.Count > 0 ? completion.Content[0].Text : "other";
    }
}
