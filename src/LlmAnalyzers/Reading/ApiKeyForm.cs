using System;
using System.Collections.Immutable;
using System.Linq;

namespace LlmAnalyzers.Reading;

/// <summary>What an API key looks like: the mark of its provider and a random rest. Placeholders of documentation do not look random.</summary>
/// <param name="Provider">Whose key it is; null when its form does not tell.</param>
/// <param name="Variable">Environment variable that the provider's own tools read; null when not known.</param>
internal sealed record ApiKeyForm(string? Provider, string? Variable)
{
    public const int MinLength = 30;
    public const int MaxLength = 400;

    private const string Bearer = "Bearer ";
    private const int MinPlainLength = 32;

    private static readonly ApiKeyForm Plain = new(null, null);

    /// <summary>Longer prefixes first: the first one that fits decides. The length is that of the random rest.</summary>
    private static readonly ImmutableArray<(string Prefix, int RestLength, ApiKeyForm Form)> Prefixes = ImmutableArray.Create(
        ("sk-ant-", 40, new ApiKeyForm("Anthropic", "ANTHROPIC_API_KEY")),
        ("sk-or-v1-", 40, new ApiKeyForm("OpenRouter", "OPENROUTER_API_KEY")),
        ("sk-proj-", 40, new ApiKeyForm("OpenAI", "OPENAI_API_KEY")),
        ("sk-svcacct-", 40, new ApiKeyForm("OpenAI", "OPENAI_API_KEY")),
        ("sk-admin-", 40, new ApiKeyForm("OpenAI", "OPENAI_API_KEY")),
        ("sk-None-", 40, new ApiKeyForm("OpenAI", "OPENAI_API_KEY")),
        ("AIza", 35, new ApiKeyForm("Google", "GEMINI_API_KEY")),
        ("gsk_", 40, new ApiKeyForm("Groq", "GROQ_API_KEY")),
        ("xai-", 40, new ApiKeyForm("xAI", "XAI_API_KEY")),
        ("pplx-", 40, new ApiKeyForm("Perplexity", "PERPLEXITY_API_KEY")),
        ("nvapi-", 40, new ApiKeyForm("NVIDIA", "NVIDIA_API_KEY")),
        ("github_pat_", 40, new ApiKeyForm("GitHub", "GITHUB_TOKEN")),
        ("ghp_", 36, new ApiKeyForm("GitHub", "GITHUB_TOKEN")),
        ("hf_", 30, new ApiKeyForm("Hugging Face", "HF_TOKEN")));

    private static readonly ImmutableArray<string> PlaceholderWords = ImmutableArray.Create(
        "your", "example", "placeholder", "dummy", "fake", "test", "sample", "change", "replace", "insert", "todo", "secret", "mock", "demo", "apikey", "api-key", "api_key",
        "local", "redacted", "invalid", "abcdef", "qwerty", "123456", "654321", "deadbeef");

    /// <summary>The form of a key, or null when the text is none.</summary>
    public static ApiKeyForm? Find(string text)
    {
        if (text.StartsWith(Bearer, StringComparison.Ordinal))
        {
            text = text.Substring(Bearer.Length);
        }

        if (text.Length is < MinLength or > MaxLength || !text.All(IsKeyCharacter)
            || PlaceholderWords.Any(word => text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0))
        {
            return null;
        }

        foreach (var (prefix, restLength, form) in Prefixes)
        {
            if (text.StartsWith(prefix, StringComparison.Ordinal))
            {
                return text.Length - prefix.Length >= restLength && IsRandom(text, prefix.Length) ? form : null;
            }
        }

        // OpenAI's older keys, and those of services that follow it.
        var start = text.StartsWith("sk-", StringComparison.Ordinal) ? 3 : 0;
        return text.Length - start >= MinPlainLength && IsPlain(text, start) && IsRandom(text, start)
            ? start > 0 && text.IndexOf("T3BlbkFJ", StringComparison.Ordinal) >= 0 ? new("OpenAI", "OPENAI_API_KEY") : Plain
            : null;
    }

    /// <summary>An address of this machine, or of the one that runs the container.</summary>
    public static bool IsLocalAddress(string text)
    {
        var start = text.IndexOf("://", StringComparison.Ordinal);
        if (start < 0)
        {
            return false;
        }

        foreach (var host in new[] { "localhost", "127.0.0.1", "0.0.0.0", "[::1]", "host.docker.internal" })
        {
            if (string.Compare(text, start + 3, host, 0, host.Length, StringComparison.OrdinalIgnoreCase) == 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsKeyCharacter(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '-' or '_';

    /// <summary>Letters and digits in one run: words with hyphens between them are a name.</summary>
    private static bool IsPlain(string text, int start)
    {
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] is '-' or '_')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Many different characters that jump between digits, small and capital letters, none often in a row and few in the order of
    /// the alphabet. Written language and what fingers type along the keyboard do none of that.
    /// </summary>
    private static bool IsRandom(string text, int start)
    {
        var (jumps, steps, run, digits, capitals) = (0, 0, 1, 0, 0);
        var seen = new System.Collections.Generic.HashSet<char>();
        for (var i = start; i < text.Length; i++)
        {
            seen.Add(text[i]);
            digits += char.IsDigit(text[i]) ? 1 : 0;
            if (i == start)
            {
                continue;
            }

            run = text[i] == text[i - 1] ? run + 1 : 1;
            if (run > 4)
            {
                return false;
            }

            steps += text[i] - text[i - 1] is 1 or 0 ? 1 : 0;
            capitals += char.IsUpper(text[i]) && char.IsUpper(text[i - 1]) ? 1 : 0;
            jumps += ClassOf(text[i]) != ClassOf(text[i - 1]) ? 1 : 0;
        }

        var length = text.Length - start;
        var isHexadecimal = digits > 0 && seen.All(c => char.IsDigit(c) || c is >= 'a' and <= 'f');

        // Without a digit, capitals in a row tell it from words that are written together.
        return (digits > 1 || capitals * 12 >= length) && seen.Count >= (isHexadecimal ? 9 : 14) && jumps * 5 >= length && steps * 4 <= length;
    }

    private static int ClassOf(char c) => char.IsDigit(c) ? 0 : char.IsLower(c) ? 1 : char.IsUpper(c) ? 2 : 3;
}
