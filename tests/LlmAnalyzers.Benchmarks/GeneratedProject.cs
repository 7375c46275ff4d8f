using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace LlmAnalyzers.Benchmarks;

/// <summary>
/// A made-up business application of any size, the same in every run: plain files of some hundred lines, a share of files that
/// call a model in the ways people do, and, when asked for, one wrapper with many callers.
/// </summary>
/// <param name="files">How many files; wrapper and callers come on top.</param>
/// <param name="callingShare">Which part of them calls a model, 0 to 1; spread evenly.</param>
/// <param name="wrapperCallers">Files that call one shared wrapper; 0 for none.</param>
public sealed class GeneratedProject(int files, double callingShare, int wrapperCallers = 0)
{
    private const int MethodsPerFile = 8;

    /// <summary>Path and text of each file.</summary>
    public IEnumerable<(string Path, string Text)> Sources()
    {
        var calling = 0.0;
        for (var i = 0; i < files; i++)
        {
            calling += callingShare;
            if (calling >= 1)
            {
                calling -= 1;
                yield return ($"/app/Assistants/Assistant{i}.cs", Assistant(i));
            }
            else
            {
                yield return ($"/app/Orders/Orders{i}.cs", Orders(i));
            }
        }

        if (wrapperCallers > 0)
        {
            yield return (WrapperPath, Wrapper);
        }

        for (var i = 0; i < wrapperCallers; i++)
        {
            yield return ($"/app/Callers/Caller{i}.cs", Caller(i));
        }
    }

    /// <summary>The file whose edit concerns all callers.</summary>
    public const string WrapperPath = "/app/Callers/Gateway.cs";

    private const string Wrapper = """
        using System.Threading.Tasks;
        using OpenAI.Chat;

        namespace App.Callers;

        public interface IGateway { Task<string> AskAsync(string system, string user, float temperature = 0.7f); }

        internal sealed class Gateway(ChatClient client) : IGateway
        {
            public async Task<string> AskAsync(string system, string user, float temperature = 0.7f)
            {
                var options = new ChatCompletionOptions { Temperature = temperature };
                ChatCompletion completion = await client.CompleteChatAsync([new SystemChatMessage(system), new UserChatMessage(user)], options);
                return completion.Content[0].Text;
            }
        }
        """;

    private static string Caller(int number) => $$"""
        using System.Threading.Tasks;

        namespace App.Callers;

        internal sealed class Caller{{Text(number)}}(IGateway gateway)
        {
            public async Task<int> RateAsync(string mail) =>
                int.Parse(await gateway.AskAsync("Rate the urgency of a mail from 1 to 5. Answer only with the number.", mail, 0.{{Text((number % 9) + 1)}}f));
        }
        """;

    /// <summary>Prompts in constants, options in an initialiser or assigned, a reply that is parsed, shown or compared.</summary>
    private static string Assistant(int number) => $$""""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Text;
        using System.Text.Json;
        using System.Threading.Tasks;
        using OpenAI.Chat;

        namespace App.Assistants;

        public sealed record Invoice{{Text(number)}}(string Customer, decimal Total, List<string> Lines);

        public sealed class Assistant{{Text(number)}}
        {
            private const string Prompt = """
                You read invoices. Reply with a JSON object that has customer, total and lines.
                Leave out what the invoice does not say.
                """;

            private readonly ChatClient _client;

            public Assistant{{Text(number)}}(ChatClient client) => _client = client;

            public async Task<Invoice{{Text(number)}}?> ReadAsync(string text)
            {
                var options = new ChatCompletionOptions { Temperature = 0.9f, MaxOutputTokenCount = 800 };
                var messages = new List<ChatMessage> { new SystemChatMessage(Prompt) };
                messages.Add(new UserChatMessage(text));
                ChatCompletion completion = await _client.CompleteChatAsync(messages, options);
                return JsonSerializer.Deserialize<Invoice{{Text(number)}}>(completion.Content[0].Text);
            }

            public async Task<bool> IsUrgentAsync(string mail)
            {
                var options = new ChatCompletionOptions();
                options.Temperature = 0;
                var completion = (await _client.CompleteChatAsync([new UserChatMessage($"Is this urgent? Answer YES or NO.\n{mail}")], options)).Value;
                return completion.Content[0].Text.Trim().StartsWith("YES", StringComparison.OrdinalIgnoreCase);
            }

        {{Methods(number, 4)}}
        }
        """";

    private static string Orders(int number) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Text;
        using System.Threading.Tasks;

        namespace App.Orders;

        public sealed class Orders{{Text(number)}}
        {
            private readonly Dictionary<string, decimal> _prices = new(StringComparer.Ordinal);

        {{Methods(number, MethodsPerFile)}}
        }
        """;

    private static string Methods(int number, int count)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $$"""
                    public async Task<decimal> Total{{i}}Async(IReadOnlyList<(string Item, int Count)> lines, decimal discount = 0.{{number % 9}}m)
                    {
                        var total = 0m;
                        foreach (var (item, count) in lines.Where(l => l.Count > {{i}}).OrderBy(l => l.Item))
                        {
                            var price = item.Length switch { 0 => 0m, < 5 => 1.5m, _ => item.Sum(c => (decimal)c) / 100 };
                            total += price * count;
                            if (total > 1000 && discount > 0)
                            {
                                total -= total * discount;
                            }
                        }

                        await Task.Yield();
                        var report = new StringBuilder().Append("total ").Append(total).Append($" of {lines.Count} lines, {discount:P0} off");
                        Console.WriteLine(string.Join(" | ", report.ToString().Split(' ').Select(w => w.Trim())));
                        return Math.Round(total, 2);
                    }

                """);
        }

        return text.ToString();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
