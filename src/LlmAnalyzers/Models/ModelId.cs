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

    /// <summary>0 stands for a digit.</summary>
    private static readonly string[] VersionForms = { "0000-00-00", "0000" };

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

    /// <summary>Vendor and model of <c>anthropic/claude-sonnet-4.5:free</c>, as gateways spell it; null when the id is not of that form.</summary>
    public static (string Vendor, string Name)? OfVendor(string id)
    {
        var slash = id.IndexOf('/');
        if (slash <= 0 || slash == id.Length - 1)
        {
            return null;
        }

        var vendor = id.Substring(0, slash) switch
        {
            "mistralai" => "mistral",
            var same => same,
        };
        var name = id.Substring(slash + 1);
        var variant = name.IndexOf(':');
        if (variant > 0)
        {
            name = name.Substring(0, variant);
        }

        return (vendor, vendor == "anthropic" ? name.Replace('.', '-') : name);
    }

    /// <summary><c>gpt-4.1-2025-04-14</c> as Azure's rows are spelled: <c>gpt-4.1@2025-04-14</c>; <c>gpt-3.5-turbo-0613</c>: <c>gpt-35-turbo@0613</c>.</summary>
    public static string AzureSpelling(string id)
    {
        var name = id.StartsWith("gpt-3.5", StringComparison.Ordinal) ? "gpt-35" + id.Substring(7) : id;
        var version = VersionStart(name);
        return version > 1 ? name.Substring(0, version - 1) + "@" + name.Substring(version) : name;
    }

    /// <summary>The reverse of <see cref="AzureSpelling"/>.</summary>
    public static string OpenAISpelling(string id)
    {
        var name = id.StartsWith("gpt-35", StringComparison.Ordinal) ? "gpt-3.5" + id.Substring(6) : id;
        return name.Replace('@', '-');
    }

    /// <summary>Where a date (<c>2025-04-14</c>) or a month and day (<c>0613</c>) behind a dash begins; -1 when the id ends otherwise.</summary>
    private static int VersionStart(string id)
    {
        foreach (var form in VersionForms)
        {
            var start = id.Length - form.Length;
            if (start > 1 && id[start - 1] == '-' && HasForm(id, start, form))
            {
                return start;
            }
        }

        return -1;
    }

    private static bool HasForm(string id, int start, string form)
    {
        for (var i = 0; i < form.Length; i++)
        {
            if (form[i] == '0' ? id[start + i] is < '0' or > '9' : id[start + i] != form[i])
            {
                return false;
            }
        }

        return true;
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
