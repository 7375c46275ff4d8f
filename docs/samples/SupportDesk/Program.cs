using Microsoft.Extensions.AI;
using OpenAI.Chat;
using SupportDesk;

// Triage of one support ticket: sort it, read the order or the return out of it, and draft what people will read.
// Three calls are flawed on purpose; the comments "LLM1001:", "LLM2001:" and "LLM3001:" say where and why.

const string KeyVariable = "OPENAI_API_KEY";
const string Model = "gpt-5.4-mini-2026-03-17";

string? key = Environment.GetEnvironmentVariable(KeyVariable);
if (string.IsNullOrWhiteSpace(key))
{
    Console.Error.WriteLine($"SupportDesk needs an OpenAI API key in the environment variable {KeyVariable}; it is not set.");
    return 1;
}

var ticket = new Ticket(
    Customer: "Ada Marsh",
    Subject: "Watering cans for Friday",
    Body: args.Length > 0
        ? string.Join(' ', args)
        : "Hello! I would like three of your green watering cans, sent to 4 Orchard Lane, Bath. I need them by Friday. Thanks, Ada");

var openAI = new ChatClient(Model, key);
using var chat = new OpenAIChatClientAdapter(openAI);
CancellationToken cancellationToken = CancellationToken.None;

var classifier = new TicketClassifier(chat);
Topic topic = await classifier.ClassifyTopicAsync(ticket, cancellationToken);
Priority priority = await classifier.ClassifyPriorityAsync(ticket, cancellationToken);
Console.WriteLine($"{topic}, {priority}");

var reader = new OrderReader(openAI);
object? record = topic switch
{
    Topic.Order => await reader.ReadOrderAsync(ticket, cancellationToken),
    Topic.Return => await reader.ReadReturnAsync(ticket, cancellationToken),
    _ => null,
};
Console.WriteLine(record?.ToString() ?? "No order and no return in this ticket.");

var writer = new ReplyWriter(chat);
Console.WriteLine($"\nAnswer:\n{await writer.DraftAnswerAsync(ticket, cancellationToken)}");
Console.WriteLine($"\nHandover:\n{await writer.DraftHandoverAsync(ticket, cancellationToken)}");
return 0;
