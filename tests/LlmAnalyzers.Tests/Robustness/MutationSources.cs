using System.Collections.Immutable;

namespace LlmAnalyzers.Tests.Robustness;

/// <summary>Programs that call the SDKs in the ways people write them, to be damaged.</summary>
internal static class MutationSources
{
    public static ImmutableArray<string> All => [Classifier, Pipeline, Wrapper, Program, Schemas];

    /// <summary>The OpenAI package: options in a field, an initialiser and assignments, prompts in constants and raw strings, replies parsed.</summary>
    public static string Classifier { get; } = """"
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Text.Json;
        using System.Threading.Tasks;
        using OpenAI.Chat;

        namespace Shop.Support;

        public enum Urgency { Low, Normal, High }

        public sealed record Ticket(string Customer, string Product, Urgency Urgency, string[] Tags);

        public sealed class TicketClassifier
        {
            private const string Model = "gpt-4o-mini";
            private const string SystemPrompt = """
                You are a support triage assistant. Reply with JSON only:
                { "customer": "…", "product": "…", "urgency": "Low|Normal|High", "tags": ["…"] }
                """;

            private static readonly ChatCompletionOptions Shared = new() { Temperature = 0.9f, MaxOutputTokenCount = 400 };

            private readonly ChatClient _client;

            public TicketClassifier(string key) => _client = new ChatClient(Model, key);

            public async Task<Ticket?> ClassifyAsync(string mail)
            {
                var messages = new List<ChatMessage> { new SystemChatMessage(SystemPrompt), new UserChatMessage($"Mail: {mail}") };
                if (mail.Length > 4000)
                {
                    messages.Add(new AssistantChatMessage("The mail is long."));
                }

                ChatCompletion completion = await _client.CompleteChatAsync(messages, Shared);
                var text = completion.Content[0].Text.Trim().Replace("```json", "").Replace("```", string.Empty);
                try
                {
                    return JsonSerializer.Deserialize<Ticket>(text, new JsonSerializerOptions { PropertyNameCaseInsensitive = true });
                }
                catch (JsonException e) when (e.LineNumber is > 0)
                {
                    return null;
                }
            }

            public Urgency Rate(string mail, float temperature = 0.7f)
            {
                var options = new ChatCompletionOptions();
                options.Temperature = temperature;
                options.StopSequences.Add("\n");
                var reply = _client.CompleteChat([new UserChatMessage("Answer only with Low, Normal or High.\n" + mail)], options).Value;
                return reply.Content.FirstOrDefault()?.Text switch
                {
                    "High" => Urgency.High,
                    "Low" => Urgency.Low,
                    var other when Enum.TryParse<Urgency>(other, ignoreCase: true, out var parsed) => parsed,
                    _ => throw new FormatException(),
                };
            }
        }
        """";

    /// <summary>Microsoft.Extensions.AI: typed and untyped calls, a builder, registration, streaming, a client of one's own.</summary>
    public static string Pipeline { get; } = """"
        using System;
        using System.Collections.Generic;
        using System.Runtime.CompilerServices;
        using System.Text;
        using System.Text.RegularExpressions;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.Extensions.AI;
        using Microsoft.Extensions.DependencyInjection;
        using OpenAI;

        namespace Recipes
        {
            public record Recipe { public required string Title { get; init; } public List<string> Steps { get; init; } = []; }

            public static partial class Registration
            {
                public static IServiceCollection AddRecipes(this IServiceCollection services, string key)
                {
                    services.AddChatClient(_ => new OpenAIClient(key).GetChatClient("gpt-4.1").AsIChatClient())
                        .ConfigureOptions(o => { o.Temperature ??= 0.2f; o.MaxOutputTokens = 800; })
                        .UseFunctionInvocation(configure: c => c.MaximumIterationsPerRequest = 3);
                    return services;
                }
            }

            public sealed class Cook(IChatClient client) : IDisposable
            {
                private static readonly Regex Number = new(@"\d+", RegexOptions.CultureInvariant);

                private readonly ChatOptions _options = new() { Temperature = 1.1f, Instructions = "You are a cook.", ResponseFormat = ChatResponseFormat.Json };

                public async Task<Recipe?> FindAsync(string dish, CancellationToken token = default)
                {
                    var typed = await client.GetResponseAsync<Recipe>($"A recipe for {dish}, as JSON", _options, cancellationToken: token).ConfigureAwait(false);
                    return typed.TryGetResult(out var recipe) ? recipe with { Title = dish } : null;
                }

                public async Task<int> MinutesAsync(string dish)
                {
                    List<ChatMessage> history = [new(ChatRole.System, "Answer only with a number."), new(ChatRole.User, dish)];
                    var response = await client.GetResponseAsync(history, new() { Temperature = 0.8f, TopP = 0.5f, Seed = 7 });
                    history.AddMessages(response);
                    return Number.Match(response.Text) is { Success: true, Value: var digits } ? int.Parse(digits) : -1;
                }

                public async IAsyncEnumerable<string> TellAsync(string dish, [EnumeratorCancellation] CancellationToken token = default)
                {
                    var all = new StringBuilder();
                    await foreach (var update in client.GetStreamingResponseAsync(new ChatMessage(ChatRole.User, dish), _options.Clone(), token))
                    {
                        all.Append(update.Text);
                        yield return update.Text;
                    }
                }

                public void Dispose() => client.Dispose();
            }
        }
        """";

    /// <summary>Azure and plain clients behind a wrapper with parameters, a base class, a local function, a loop that asks again.</summary>
    public static string Wrapper { get; } = """"
        using System;
        using System.ClientModel;
        using System.Collections.Generic;
        using System.Text;
        using System.Threading.Tasks;
        using Azure.AI.OpenAI;
        using Newtonsoft.Json;
        using OpenAI.Chat;

        internal static class Prompts
        {
            internal static readonly string Extract = string.Join(Environment.NewLine, "Extract the invoice.", "Respond in JSON.");
            internal static string Greeting => @"Say ""hello"" to {0}.";
        }

        internal class Invoice
        {
            [JsonProperty("total")] public decimal Total { get; set; }
        }

        internal abstract class Asker<TClient>(TClient client) where TClient : class
        {
            protected TClient Client { get; } = client ?? throw new ArgumentNullException(nameof(client));

            protected abstract Task<string> AskAsync(string? system, string user, float temperature = 0.7f, int? cap = null);
        }

        internal sealed class AzureAsker : Asker<ChatClient>
        {
            public AzureAsker(Uri endpoint, string deployment)
                : base(new AzureOpenAIClient(endpoint, new ApiKeyCredential(Environment.GetEnvironmentVariable("KEY") ?? "")).GetChatClient(deployment))
            {
            }

            protected override async Task<string> AskAsync(string? system, string user, float temperature = 0.7f, int? cap = null)
            {
                ChatMessage[] messages = system is null ? [ChatMessage.CreateUserMessage(user)] : [new SystemChatMessage(system), user];
                var result = await Client.CompleteChatAsync(messages, Build());
                return result.Value.Content is [{ Text: var text }, ..] ? text : "";

                ChatCompletionOptions Build()
                {
                    var options = new ChatCompletionOptions { ResponseFormat = ChatResponseFormat.CreateTextFormat() };
                    (options.Temperature, options.MaxOutputTokenCount) = (temperature, cap);
                    return options;
                }
            }

            public async Task<(Invoice? Invoice, int Attempts)> ReadAsync(string document)
            {
                var prompt = new StringBuilder().AppendLine(Prompts.Extract).Append("Document: ").Append(document);
                for (var attempt = 1; ; attempt++)
                {
                    try
                    {
                        return (JsonConvert.DeserializeObject<Invoice>(await AskAsync(null, prompt.ToString(), temperature: 1f)), attempt);
                    }
                    catch (JsonReaderException) when (attempt < 3)
                    {
                        prompt.Append("That was not JSON.");
                    }
                }
            }

            public Task<string> GreetAsync(string name) => AskAsync("You are a helpful assistant.", string.Format(Prompts.Greeting, name));

            public async Task<Dictionary<string, bool>> CheckAsync(params IEnumerable<string> claims)
            {
                var verdicts = new Dictionary<string, bool>();
                foreach (var claim in claims)
                {
                    verdicts[claim] = (await AskAsync("Answer yes or no.", claim, cap: 5)).Trim().Equals("yes", StringComparison.OrdinalIgnoreCase);
                }

                return verdicts;
            }
        }
        """";

    /// <summary>Top-level statements: both SDKs under aliases, Responses and Anthropic, tools, schemas as text, preprocessor lines, lambdas.</summary>
    public static string Program { get; } = """"
        #define SCHEMA
        #pragma warning disable OPENAI001
        using System;
        using System.Linq;
        using System.Text.Json;
        using System.Threading.Tasks;
        using Microsoft.Extensions.AI;
        using OpenAI;
        using OpenAI.Responses;
        using Chat = OpenAI.Chat;

        var key = args.Length > 0 ? args[0] : Environment.GetEnvironmentVariable("OPENAI_API_KEY")!;
        var openAI = new OpenAIClient(new System.ClientModel.ApiKeyCredential(key), new OpenAIClientOptions { NetworkTimeout = TimeSpan.FromSeconds(20) });
        Chat.ChatClient chat = openAI.GetChatClient("gpt-4o-2024-08-06");
        IChatClient general = chat.AsIChatClient().AsBuilder().Use(inner => inner).Build();

        var options = new Chat.ChatCompletionOptions
        {
        #if SCHEMA
            ResponseFormat = Chat.ChatResponseFormat.CreateJsonSchemaFormat("answer", BinaryData.FromString("""
                { "type": "object", "properties": { "n": { "type": "integer" } }, "required": ["n"], "additionalProperties": false }
                """), jsonSchemaIsStrict: true),
        #else
            ResponseFormat = Chat.ChatResponseFormat.CreateJsonObjectFormat(),
        #endif
            Temperature = 0.0f,
            Tools = { Chat.ChatTool.CreateFunctionTool("add", "Adds two numbers.") },
        };

        Func<string, Task<int>> ask = async question =>
        {
            var reply = (await chat.CompleteChatAsync([Chat.ChatMessage.CreateSystemMessage("Reply in JSON."), new Chat.UserChatMessage(question)], options)).Value;
            using var document = JsonDocument.Parse(reply.Content[0].Text);
            return document.RootElement.TryGetProperty("n", out var n) ? n.GetInt32() : 0;
        };

        var numbers = await Task.WhenAll(new[] { "1+1", "2+2" }.Select(ask));
        Console.WriteLine($"{numbers.Sum():N0} of {{{nameof(numbers)}}}");

        string[] names = ["Ann", "Bo"];
        foreach (var (name, i) in names.Select((n, i) => (n, i)))
        {
            var poem = await general.GetResponseAsync([new(ChatRole.System, "Write a poem."), new(ChatRole.User, $$"""Dear {{name}} {no hole} {{i + 1}}""")], new ChatOptions { Temperature = 1.2f });
            Console.WriteLine(poem.Text is { Length: > 0 } text ? text : throw new InvalidOperationException());
        }

        var responses = openAI.GetResponsesClient();
        ResponseResult answer = await responses.CreateResponseAsync(new CreateResponseOptions { Model = "o4-mini", Instructions = "Be brief.", InputItems = { ResponseItem.CreateUserMessageItem("Hi") } });
        bool positive = answer.GetOutputText().Contains("positive", StringComparison.OrdinalIgnoreCase) || await IsFineAsync(general);
        return positive ? 0 : 1;

        static async Task<bool> IsFineAsync(IChatClient client) => bool.TryParse((await client.GetResponseAsync("true or false?")).Text, out var fine) && fine;
        """";

    /// <summary>Schemas in every form: literals, constants, objects that are serialised, types.</summary>
    public static string Schemas { get; } = """"
        using System;
        using System.Collections.Generic;
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using Microsoft.Extensions.AI;
        using OpenAI.Chat;
        using ChatResponseFormat = OpenAI.Chat.ChatResponseFormat;

        namespace Shop.Formats;

        public sealed record Line(string Product, int Quantity, Dictionary<string, object> Options);

        public static class OrderFormats
        {
            private const string Head = "{\"type\": \"object\", \"properties\": {";
            private const string Order = Head + @"""note"": { ""type"": ""string"", ""minLength"": 3 }" + "} }";

            private static readonly BinaryData Lines = BinaryData.FromBytes("""
                {
                  "type": "array", // all
                  "items": { "$ref": "#/$defs/line" },
                  "$defs": { "line": { "type": ["object", "null"], "properties": { "größe 😀": { "enum": ["a", 1, null] } }, "required": ["a"] } }
                }
                """u8.ToArray());

            public static ChatResponseFormat ForOrder() => ChatResponseFormat.CreateJsonSchemaFormat("an order", BinaryData.FromString(Order), jsonSchemaIsStrict: true);

            public static ChatResponseFormat ForLines(bool? strict = null) => ChatResponseFormat.CreateJsonSchemaFormat("lines", Lines, null, strict ?? true);

            public static ChatTool Tool() => ChatTool.CreateFunctionTool("find", "Finds", BinaryData.FromObjectAsJson(new
            {
                type = "object",
                properties = new { sku = new { type = "string", @default = "x" }, tags = new { type = "array", items = new JsonObject { ["type"] = "string" } } },
                required = new[] { "sku" },
            }));

            public static ChatOptions Typed() => new() { ResponseFormat = Microsoft.Extensions.AI.ChatResponseFormat.ForJsonSchema<List<Line>>() };
        }
        """";
}
