using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using LlmAnalyzers.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace LlmAnalyzers.Models;

/// <summary>One file of a team's, parsed.</summary>
/// <param name="Models">Its rows.</param>
/// <param name="Problems">What could not be used.</param>
internal sealed record CatalogueFile(ModelCatalogue Models, ImmutableArray<CatalogueProblem> Problems);

/// <summary>What a team adds to the catalogue: rows of its own in additional files, and names it gives to models in an option.</summary>
internal static class TeamCatalogue
{
    public const string FileName = "llm-models.csv";

    /// <summary>Far above any catalogue; what is longer is not looked at.</summary>
    private const int MaximumLength = 8_000_000;

    public static bool IsCatalogue(AdditionalText file) => Path.GetFileName(file.Path).Equals(FileName, StringComparison.OrdinalIgnoreCase);

    public static CatalogueFile Parse(SourceText text)
    {
        var problems = new List<CatalogueProblem>();
        if (text.Length > MaximumLength)
        {
            problems.Add(new(1, "the file is too long; it is not read"));
            return new(ModelCatalogue.Empty, problems.ToImmutableArray());
        }

        var models = ModelCatalogue.Parse(text.ToString(), problems);
        return new(models, problems.ToImmutableArray());
    }

    /// <summary>The built-in catalogue with what the team adds.</summary>
    /// <param name="options">With the additional files and the options of the compilation.</param>
    /// <param name="parse">Gives a file's rows; a host keeps them for as long as the text stays the same.</param>
    public static ModelCatalogue Of(AnalyzerOptions options, Func<SourceText, CatalogueFile> parse)
    {
        var catalogue = ModelCatalogue.BuiltIn;
        foreach (var file in options.AdditionalFiles.Where(IsCatalogue).OrderBy(f => f.Path, StringComparer.Ordinal))
        {
            if (file.GetText() is { } text)
            {
                catalogue = catalogue.With(parse(text).Models);
            }
        }

        return catalogue.WithNames(OptionReader.Read(options.AnalyzerConfigOptionsProvider.GlobalOptions, AllOptions.Deployments));
    }

    /// <summary>What is wrong with the names in the option: their form, or a model that no row describes; null when nothing is.</summary>
    public static OptionProblem? ProblemOf(AnalyzerConfigOptions global, ModelCatalogue catalogue)
    {
        OptionReader.TryRead(global, AllOptions.Deployments, null, out var names, out var problem);
        return problem ?? names.Where(n => (catalogue.Find("azure", n.Value) ?? catalogue.Find(null, n.Value)) is null).OrderBy(n => n.Key, StringComparer.Ordinal)
            .Select(n => new OptionProblem(AllOptions.Deployments.GeneralKey, n.Key + ":" + n.Value, "the id of a model in the catalogue behind the colon"))
            .FirstOrDefault();
    }
}
