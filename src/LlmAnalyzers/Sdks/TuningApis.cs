using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Sdks;

/// <summary>How an SDK starts a fine-tuning job: which methods, and what their parameters and the properties of their options mean.</summary>
/// <param name="Provider">As in the catalogue of models.</param>
/// <param name="Client">Full name of the type with the methods, or of the contract it implements.</param>
/// <param name="Methods">Their names.</param>
/// <param name="OptionsParameter">Parameter with an object that says more.</param>
internal sealed record TuningApi(string Provider, string Client, ImmutableArray<string> Methods, string OptionsParameter)
{
    /// <summary>Parameter or property that names the base model.</summary>
    public string BaseModel { get; init; } = "";

    /// <summary>Property that names the validation data.</summary>
    public string Validation { get; init; } = "";

    /// <summary>Property with the training method, whose factory takes the hyperparameters.</summary>
    public string? Method { get; init; }

    /// <summary>Values of <see cref="Method"/> by the member that makes or names them.</summary>
    public ImmutableDictionary<string, string> MethodNames { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Properties, parameters or dictionary keys that are hyperparameters, with the service's names.</summary>
    public ImmutableDictionary<string, string> Hyperparameters { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Property with a dictionary of hyperparameters by name.</summary>
    public string? Dictionary { get; init; }

    /// <summary>Client type whose jobs go to another provider, with that provider.</summary>
    public (string Client, string Provider)? MadeBy { get; init; }
}

/// <summary>The ways to start a fine-tuning job, and which of them a compilation references.</summary>
internal sealed class TuningApis
{
    public static ImmutableArray<TuningApi> All { get; } = ImmutableArray.Create(
        new TuningApi("openai", "OpenAI.FineTuning.FineTuningClient", ["FineTune", "FineTuneAsync"], "options")
        {
            BaseModel = "baseModel",
            Validation = "ValidationFile",
            Method = "TrainingMethod",
            MethodNames = Map(("CreateSupervised", "sft"), ("CreateDirectPreferenceOptimization", "dpo")),
            Hyperparameters = Map(("epochCount", "n_epochs"), ("batchSize", "batch_size"), ("learningRate", "learning_rate_multiplier"), ("betaFactor", "beta")),
            MadeBy = ("Azure.AI.OpenAI.AzureOpenAIClient", "azure"),
        },
        new TuningApi("google", "Google.GenAI.Tunings", ["TuneAsync"], "config")
        {
            BaseModel = "baseModel",
            Validation = "ValidationDataset",
            Method = "Method",
            MethodNames = Map(("SupervisedFineTuning", "sft"), ("PreferenceTuning", "dpo"), ("ReinforcementTuning", "rft")),
            Hyperparameters = Map(("EpochCount", "epoch_count"), ("BatchSize", "batch_size"), ("LearningRateMultiplier", "learning_rate_multiplier")),
        },
        new TuningApi("bedrock", "Amazon.Bedrock.IAmazonBedrock", ["CreateModelCustomizationJobAsync", "CreateModelCustomizationJob"], "request")
        {
            BaseModel = "BaseModelIdentifier",
            Validation = "ValidationDataConfig",
            Dictionary = "HyperParameters",
            Hyperparameters = Map(("epochCount", "epochCount"), ("batchSize", "batchSize"), ("learningRate", "learningRate"), ("learningRateWarmupSteps", "learningRateWarmupSteps")),
        });

    /// <summary>A cheap first look: no method of another name starts a job.</summary>
    private static readonly ImmutableHashSet<string> Names = All.SelectMany(a => a.Methods).ToImmutableHashSet();

    private readonly Dictionary<INamedTypeSymbol, TuningApi> _clients = new(SymbolEqualityComparer.Default);

    private TuningApis(Compilation compilation)
    {
        foreach (var api in All)
        {
            foreach (var type in compilation.GetTypesByMetadataName(api.Client))
            {
                _clients[type] = api;
            }
        }
    }

    /// <summary>The APIs a compilation references; null when it references none.</summary>
    public static TuningApis? Create(Compilation compilation)
    {
        var apis = new TuningApis(compilation);
        return apis._clients.Count == 0 ? null : apis;
    }

    /// <summary>The API whose job the method starts; null when it starts none.</summary>
    public TuningApi? Find(IMethodSymbol method)
    {
        if (!Names.Contains(method.Name))
        {
            return null;
        }

        for (var type = method.ContainingType; type is not null; type = type.BaseType)
        {
            if (Of(type, method) is { } api)
            {
                return api;
            }
        }

        return method.ContainingType?.AllInterfaces.Select(i => Of(i, method)).FirstOrDefault(a => a is not null);
    }

    private TuningApi? Of(INamedTypeSymbol type, IMethodSymbol method) =>
        _clients.TryGetValue(type.OriginalDefinition, out var api) && api.Methods.Contains(method.Name) ? api : null;

    private static ImmutableDictionary<string, string> Map(params (string Key, string Value)[] names) =>
        names.ToImmutableDictionary(n => n.Key, n => n.Value);
}
