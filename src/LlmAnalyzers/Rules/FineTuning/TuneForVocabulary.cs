using System.Linq;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Options;
using LlmAnalyzers.Prompts;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules.FineTuning;

/// <summary>LLM5002: every request explains the vocabulary of a domain anew.</summary>
internal sealed class TuneForVocabulary : CallRule
{
    public const string Id = "LLM5002";

    /// <summary>In a specialist domain a few terms show that the model lacks the vocabulary.</summary>
    private const int TermsInDomain = 3;

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Create(
        Id,
        "FineTuning",
        DiagnosticSeverity.Info,
        "Consider fine-tuning for the vocabulary",
        "The prompt explains {0} terms to the model, '{1}' and others{2}: first send only those a request needs; where they are stable, a tuned model knows them without being told, and tuning is still to be had at {3}",
        "A glossary in the prompt is paid with every request and is applied by halves. A model that is tuned on texts of the domain uses its words by itself; knowledge that changes belongs in retrieval.");

    public override void Check(LlmCall call, CallFindings findings, RuleContext context)
    {
        foreach (var (text, location) in findings.Texts)
        {
            if (text.IsUnknown || Glossary.Find(text.Flat) is not { } glossary)
            {
                continue;
            }

            var domain = glossary.Terms >= TermsInDomain ? findings.Texts.Where(t => !t.Text.IsUnknown).Select(t => Glossary.DomainOf(t.Text.Flat)).FirstOrDefault(d => d is not null) : null;
            if ((domain is not null || glossary.Terms >= context.Option(AllOptions.MinimumGlossaryTerms, Id)) && TuningAdvice.Where(call, findings, context) is { } where)
            {
                context.Report(
                    Descriptor,
                    call,
                    call.Places.MethodName,
                    DiagnosticSeverity.Info,
                    [text.Pieces.FirstOrDefault(p => !p.IsHole)?.Location ?? location],
                    glossary.Terms,
                    glossary.First,
                    domain is null ? "" : " (" + domain + ")",
                    where);
                return;
            }
        }
    }
}
