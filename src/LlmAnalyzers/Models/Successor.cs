using System.Collections.Generic;

namespace LlmAnalyzers.Models;

/// <summary>The model that takes the place of one that ends: what its provider names, or, where that ends too, what is named for that.</summary>
internal static class Successor
{
    private const int MaxSteps = 20;

    /// <summary>A model that is served and whose end is not announced, else one that is still served; null when the provider names none.</summary>
    public static ModelFacts? Of(ModelFacts model, ModelCatalogue models)
    {
        ModelFacts? served = null;
        var seen = new HashSet<string> { model.Id };
        var waiting = new Queue<ModelFacts>();
        waiting.Enqueue(model);
        for (var step = 0; step < MaxSteps && waiting.Count > 0; step++)
        {
            foreach (var id in waiting.Dequeue().Replacements)
            {
                if (!seen.Add(id) || models.Row(model.Provider, id) is not { } next)
                {
                    continue;
                }

                if (!next.IsRetired(models.AsOf))
                {
                    if (next.RetiresOn is null && next.Status != ModelStatus.Deprecated)
                    {
                        return next;
                    }

                    served ??= next;
                }

                waiting.Enqueue(next);
            }
        }

        return served;
    }
}
