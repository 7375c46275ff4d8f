using System.Collections.Generic;
using System.Linq;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Models;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules.Sampling;

/// <summary>LLM2003: two settings for one thing. Some models refuse the pair.</summary>
internal sealed class TemperatureAndTopP : CallRule
{
    public const string Id = "LLM2003";

    /// <summary>Where nothing else is known: 1 is the most common default, and the only one that is easily written without a wish.</summary>
    private const double UsualDefault = 1;

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Create(
        Id,
        "Sampling",
        DiagnosticSeverity.Info,
        "Temperature and top_p together",
        "Temperature {0} and top-p {1} are set together: {2}; keep one, usually the temperature, and remove the other",
        "Temperature and top_p both say how much chance goes into each word. Set together, their effects multiply in ways that are hard to foresee, and some models refuse such a request.");

    public override void Check(LlmCall call, CallFindings findings, RuleContext context)
    {
        var (temperatures, topPs) = (call[SettingKind.Temperature], call[SettingKind.TopP]);
        if (!MeetForSure(temperatures, topPs))
        {
            return;
        }

        var model = context.ModelOf(call) is { IsFineTuned: false } known ? known : null;
        var refused = model?.Sampling.AcceptsTemperatureWithTopP == false;
        if (!refused && !IsAdvisedAgainst(call, model))
        {
            return;
        }

        var defaultTemperature = model?.Sampling.DefaultTemperature ?? ProviderFacts.Find(model?.Provider ?? call.Provider)?.DefaultTemperature ?? UsualDefault;
        var temperature = Chosen(temperatures, refused ? null : defaultTemperature);
        var topP = Chosen(topPs, refused ? null : 1);
        if (temperature is null || topP is null || model is not null && IsOtherwiseWrong(model, call, temperature, topP))
        {
            return;
        }

        context.Report(
            Descriptor,
            call,
            topP.ReportLocation,
            refused ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info,
            new List<Location> { topP.Location, temperature.ReportLocation, temperature.Location },
            SettingVerdict.Text(temperature.Value),
            SettingVerdict.Text(topP.Value),
            refused ? "'" + model!.Id + "' refuses the pair and the service answers 400" : "both narrow the choice of words, and their joint effect is hard to foresee");
    }

    /// <summary>One of them is always set, so that they cannot be two ways to one aim.</summary>
    private static bool MeetForSure(Setting temperature, Setting topP) =>
        temperature.IsKnown && topP.IsKnown && (Always(temperature) || Always(topP));

    private static bool Always(Setting setting) => setting is { MayBeAbsent: false, MayBeOther: false };

    /// <summary>The provider is not known to think otherwise.</summary>
    private static bool IsAdvisedAgainst(LlmCall call, ModelFacts? model) =>
        (model?.Provider ?? (call.HasCustomEndpoint ? null : call.Provider)) is not { } provider
        || ProviderFacts.Find(provider)?.AdvisesOneOfTemperatureAndTopP == true;

    /// <summary>A value that somebody chose: not the default.</summary>
    private static SourceValue? Chosen(Setting setting, double? byDefault) =>
        setting.Values.FirstOrDefault(v => v.Value is double number && number != byDefault);

    /// <summary>Each alone is refused or ignored already: that is another rule's report.</summary>
    private static bool IsOtherwiseWrong(ModelFacts model, LlmCall call, SourceValue temperature, SourceValue topP)
    {
        var effort = RequestedEffort.Of(call);
        return SettingVerdict.Of(model, SettingKind.Temperature, temperature.Value, effort) is Verdict.Refuses or Verdict.Ignores
            || SettingVerdict.Of(model, SettingKind.TopP, topP.Value, effort) is Verdict.Refuses or Verdict.Ignores;
    }
}
