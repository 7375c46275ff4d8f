using System;

namespace LlmAnalyzers.Models;

/// <summary>The spellings one model has: what a request may say, brought to the one form the catalogue is searched by.</summary>
internal static class ModelId
{
    /// <summary>Bedrock accepts up to 2,048 characters (an ARN); anything longer is no model id.</summary>
    private const int MaximumLength = 2048;

    private static readonly string[] BedrockRegions = { "us.", "eu.", "apac.", "global." };

    /// <summary>Bedrock resources whose last part is a model id; the others name something made from a model.</summary>
    private static readonly string[] BedrockModelResources = { "foundation-model/", "inference-profile/" };

    /// <summary>
    /// The id without what does not change the model: Bedrock ARN, region and version suffixes, Gemini's <c>models/</c>,
    /// Ollama's <c>:latest</c>. Null when it cannot be one. Compare without regard to case.
    /// </summary>
    public static string? Canonical(string id)
    {
        id = id.Trim();
        if (id.Length is 0 or > MaximumLength)
        {
            return null;
        }

        if (StartsWith(id, "arn:"))
        {
            return FromArn(id) is { } resource ? WithoutBedrockSuffix(WithoutRegion(resource)) : null;
        }

        if (StartsWith(id, "models/"))
        {
            return id.Length > 7 ? id.Substring(7) : null;
        }

        return WithoutBedrockSuffix(WithoutLatest(WithoutRegion(id)));
    }

    /// <summary>The base of <c>ft:base:organisation:suffix:id</c>; null when the id is not of that form.</summary>
    public static string? FineTunedBase(string id)
    {
        if (!StartsWith(id, "ft:"))
        {
            return null;
        }

        var end = id.IndexOf(':', 3);
        return end > 3 ? id.Substring(3, end - 3) : null;
    }

    private static string? FromArn(string arn)
    {
        foreach (var kind in BedrockModelResources)
        {
            // ":" in front: "application-inference-profile/" names a profile of the account, not a model.
            var at = arn.IndexOf(":" + kind, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && at + 1 + kind.Length < arn.Length)
            {
                return arn.Substring(at + 1 + kind.Length);
            }
        }

        return null;
    }

    /// <summary><c>us.anthropic.claude…</c>: a region group in front of a vendor and a model.</summary>
    private static string WithoutRegion(string id)
    {
        foreach (var region in BedrockRegions)
        {
            if (StartsWith(id, region) && id.IndexOf('.', region.Length) > region.Length)
            {
                return id.Substring(region.Length);
            }
        }

        return id;
    }

    private static string WithoutLatest(string id) =>
        id.Length > 7 && id.EndsWith(":latest", StringComparison.OrdinalIgnoreCase) ? id.Substring(0, id.Length - 7) : id;

    /// <summary>
    /// <c>…-v1:0:128k</c> and <c>…-v1:0</c> are <c>…-v1</c>: the first names a context length, the second the first
    /// revision. A later revision (<c>anthropic.claude-v2:1</c>) is another model.
    /// </summary>
    private static string WithoutBedrockSuffix(string id)
    {
        var colon = id.IndexOf(':');
        if (colon < 0 || !EndsInVersion(id, colon))
        {
            return id;
        }

        var second = id.IndexOf(':', colon + 1);
        var revision = second < 0 ? id : id.Substring(0, second);
        return revision.EndsWith(":0", StringComparison.Ordinal) ? id.Substring(0, colon) : revision;
    }

    /// <summary>The text before <paramref name="end"/> ends in <c>-v</c> and digits.</summary>
    private static bool EndsInVersion(string id, int end)
    {
        var digits = end;
        while (digits > 0 && id[digits - 1] is >= '0' and <= '9')
        {
            digits--;
        }

        return digits < end && digits >= 2 && id[digits - 1] is 'v' or 'V' && id[digits - 2] == '-';
    }

    private static bool StartsWith(string text, string start) => text.StartsWith(start, StringComparison.OrdinalIgnoreCase);
}
