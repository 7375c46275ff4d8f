using System;
using System.Collections.Immutable;
using LlmAnalyzers.Calls;

namespace LlmAnalyzers.Sdks;

/// <summary>
/// Requests that are sent with <c>HttpClient</c>, without an SDK: which methods send, which addresses belong to which API
/// (see the files <c>RawHttp*</c>), and who stands behind a host.
/// </summary>
internal static class RawHttp
{
    private static readonly HttpSendMember Send = new() { MessageParameter = "request" };

    private static readonly ImmutableDictionary<string, string> Providers = ImmutableDictionary.CreateRange(StringComparer.OrdinalIgnoreCase, new[]
    {
        Host("api.openai.com", "openai"),
        Host("openai.azure.com", "azure"),
        Host("cognitiveservices.azure.com", "azure"),
        Host("services.ai.azure.com", "azure"),
        Host("api.anthropic.com", "anthropic"),
        Host("generativelanguage.googleapis.com", "google"),
        Host("api.mistral.ai", "mistral"),
        Host("api.deepseek.com", "deepseek"),
        Host("api.cohere.com", "cohere"),
        Host("api.cohere.ai", "cohere"),
    });

    public static SdkSurface Surface { get; } = new()
    {
        Name = "Raw HTTP",
        Abilities = SurfaceAbilities.SystemMessage | SurfaceAbilities.Temperature | SurfaceAbilities.JsonMode | SurfaceAbilities.JsonSchema,
        Types = ImmutableArray.Create(
            new SdkType("System.Net.Http.HttpClient")
            {
                ["PostAsync"] = new HttpSendMember { AddressParameter = "requestUri", ContentParameter = "content" },
                ["SendAsync"] = Send,
                ["Send"] = Send,
            },
            new SdkType("System.Net.Http.HttpMessageInvoker") { ["SendAsync"] = Send, ["Send"] = Send },
            new SdkType("System.Net.Http.Json.HttpClientJsonExtensions")
            {
                ["PostAsJsonAsync"] = new HttpSendMember { AddressParameter = "requestUri", ValueParameter = "value" },
            }),
    };

    public static ImmutableArray<HttpApi> Apis { get; } = ImmutableArray.Create(
        RawHttpOpenAI.Chat, RawHttpOpenAI.Responses, RawHttpAnthropic.Messages, RawHttpGemini.GenerateContent, RawHttpOllama.Chat, RawHttpOllama.Generate);

    /// <summary>Who stands behind a host; null when that is not known. A host below a known one is the same service.</summary>
    public static string? ProviderOf(string host)
    {
        for (var rest = host; rest.Length > 0; rest = rest.Substring(rest.IndexOf('.') + 1))
        {
            if (Providers.TryGetValue(rest, out var provider))
            {
                return provider;
            }

            if (rest.IndexOf('.') < 0)
            {
                break;
            }
        }

        return host.EndsWith("-aiplatform.googleapis.com", StringComparison.OrdinalIgnoreCase) || host == "aiplatform.googleapis.com" ? "google" : null;
    }

    private static System.Collections.Generic.KeyValuePair<string, string> Host(string host, string provider) => new(host, provider);
}
