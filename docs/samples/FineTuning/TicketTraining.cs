#pragma warning disable OPENAI001 // Fine-tuning is marked as a preview in the SDK.

using OpenAI.FineTuning;

/// <summary>Starts the job that trains the sorter.</summary>
internal sealed class TicketTraining(FineTuningClient tuning)
{
    public async Task<string> StartAsync(string trainingFile, string validationFile)
    {
        var options = new FineTuningOptions
        {
            ValidationFile = validationFile,
            // LLM5013: the service takes 1 to 50 epochs.
            TrainingMethod = FineTuningTrainingMethod.CreateSupervised(epochCount: 100),
        };

        // LLM5012: an alias, where the service takes dated snapshots only.
        var job = await tuning.FineTuneAsync("gpt-4.1-mini", trainingFile, waitUntilCompleted: false, options);
        return job.JobId;
    }

    public async Task<string> StartQuicklyAsync(string trainingFile)
    {
        // LLM5010, LLM5011: eleven examples, and nothing to measure by.
        var job = await tuning.FineTuneAsync("gpt-4.1-mini-2025-04-14", trainingFile, waitUntilCompleted: false);
        return job.JobId;
    }
}
