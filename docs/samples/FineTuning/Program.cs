// Sorts a ticket by the tuned model, or starts the job that trains it. The flaws are planted: dotnet build shows them.
using OpenAI.FineTuning;

var key = Environment.GetEnvironmentVariable("OPENAI_API_KEY");
if (key is null)
{
    Console.Error.WriteLine("This sample reads the key from the environment variable OPENAI_API_KEY; it is not set.");
    return 1;
}

#pragma warning disable OPENAI001 // Fine-tuning is marked as a preview in the SDK.
Console.WriteLine(args is ["train", var training, var validation]
    ? await new TicketTraining(new FineTuningClient(key)).StartAsync(training, validation)
    : await new TicketSorter(key).SortAsync(string.Join(' ', args)));
return 0;
