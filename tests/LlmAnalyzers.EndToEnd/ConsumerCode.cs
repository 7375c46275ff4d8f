using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmAnalyzers.EndToEnd;

/// <summary>The program of the consumer: one flaw of each rule, and a healthy call. Whatever a rule may point at stands on one line.</summary>
internal static class ConsumerCode
{
    /// <summary>A line that must be reported ends with a comment that is the rule's id.</summary>
    public const string Program =
        """"
        using System.Text.Json;
        using Microsoft.Extensions.AI;
        using OpenAI.Chat;
        using AIMessage = Microsoft.Extensions.AI.ChatMessage;

        Console.WriteLine("Nothing is sent: the build is what counts.");

        public enum Sentiment
        {
            Positive,
            Negative,
        }

        public sealed record Invoice(string Number, decimal Total);

        public sealed class Inbox(ChatClient openAI, IChatClient chat)
        {
            private const string InvoicePrompt = "You read invoices. Reply with JSON only, with the keys number and total.";
            private const string SentimentPrompt = "You judge product reviews. Answer with one word only: Positive or Negative.";

            public async Task<Invoice?> ReadInvoiceAsync(string mail)
            {
                var response = await chat.GetResponseAsync([new(ChatRole.System, InvoicePrompt), new(ChatRole.User, mail)], new ChatOptions { Temperature = 0 }); // LLM1001
                return JsonSerializer.Deserialize<Invoice>(response.Text);
            }

            public Sentiment JudgeReview(string review)
            {
                ChatCompletion completion = openAI.CompleteChat([new SystemChatMessage(SentimentPrompt), new UserChatMessage(review)], new() { Temperature = 0.9f }); // LLM2001
                return Enum.Parse<Sentiment>(completion.Content[0].Text);
            }

            public async Task<string> AnswerAsync(string mail)
            {
                ChatCompletion completion = await openAI.CompleteChatAsync($"You are a friendly shop assistant. Write an answer to this mail: {mail}"); // LLM3001
                return completion.Content[0].Text;
            }

            public async Task<string> SummariseAsync(string mail)
            {
                var messages = new List<AIMessage> { new(ChatRole.System, "You summarise mail for busy people."), new(ChatRole.User, mail) };
                var response = await chat.GetResponseAsync(messages);
                return response.Text;
            }
        }
        """";

    /// <summary>The ids that must be reported, with their line, as the comments in a source say.</summary>
    public static IReadOnlyList<ReportedLine> ExpectedIn(string source, string file) =>
        source.ReplaceLineEndings("\n").Split('\n')
            .Select((text, index) => (Text: text, Line: index + 1))
            .Where(line => line.Text.Contains("; // LLM", StringComparison.Ordinal))
            .Select(line => new ReportedLine(line.Text[^"LLM0000".Length..], "warning", file, line.Line))
            .ToList();
}
