using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Sdks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <summary>A call that is sent by HTTP, as far as it differs from calls of an SDK.</summary>
internal sealed class HttpCall
{
    public required HttpApi Api { get; init; }

    public required ImmutableDictionary<SettingKind, Setting> Settings { get; init; }

    public required Conversation Conversation { get; init; }

    public string? Provider { get; init; }

    public bool HasCustomEndpoint { get; init; }

    public bool IsStreaming { get; init; }

    /// <summary>The expression that creates the body; null where it is none to edit.</summary>
    public Location? BodyCreation { get; init; }

    /// <summary>The expression that creates the list of messages.</summary>
    public Location? MessagesCreation { get; init; }
}

/// <summary>Recognises requests to models among those that are sent by HTTP, by address and body, and reads them.</summary>
internal static class HttpCallReader
{
    /// <summary>The call; null when the request is not known to ask a model.</summary>
    public static HttpCall? Read(IInvocationOperation send, HttpSendMember meaning, Frame frame, bool isInTest, ReadingContext context)
    {
        if (HttpRequestReader.Read(send, meaning, frame, context) is not { Addresses.IsEmpty: false } request)
        {
            return null;
        }

        var addresses = request.Addresses;
        var mayGoElsewhere = request.MayGoElsewhere;
        if (addresses.Any(a => a.IsRelative) && PathsOf(addresses[0]).Any())
        {
            var root = HttpClientReader.BaseAddressOf(send, frame, context);
            if (root is null && isInTest)
            {
                // The client of a test server: the program under test is asked, not a model.
                return null;
            }

            mayGoElsewhere |= root is null;
            addresses = addresses.Select(a => a.IsRelative && root is not null ? a.Below(root) : a).ToImmutableArray();
        }

        JsonPart? body = null;
        foreach (var (api, end) in PathsOf(addresses[0]))
        {
            if (!addresses.All(a => a.EndsWith(end)))
            {
                continue;
            }

            body ??= request.Body();
            if (end.Confirming.IsEmpty || Confirms(body, end, api, addresses))
            {
                return Of(api, end, body, addresses, mayGoElsewhere, context);
            }
        }

        return null;
    }

    /// <summary>A call whose body is JSON that an SDK only passes on.</summary>
    public static HttpCall Of(HttpApi api, JsonPart body, ReadingContext context) =>
        Of(api, api.Paths[0], body, ImmutableArray<HttpAddress>.Empty, mayGoElsewhere: false, context);

    private static IEnumerable<(HttpApi Api, PathEnd End)> PathsOf(HttpAddress address)
    {
        foreach (var api in RawHttp.Apis)
        {
            foreach (var end in api.Paths)
            {
                if (address.EndsWith(end))
                {
                    yield return (api, end);
                }
            }
        }
    }

    /// <summary>Such a path is not enough: the host is the provider's own, or the body has what this API wants.</summary>
    private static bool Confirms(JsonPart body, PathEnd end, HttpApi api, ImmutableArray<HttpAddress> addresses) =>
        addresses.All(a => a.Host is { } host && RawHttp.ProviderOf(host) is { } provider && (api.Provider is null || provider == api.Provider))
        || Objects(body).Any(o => end.Confirming.All(name => o[name] is not null));

    private static IEnumerable<JsonObjectPart> Objects(JsonPart part) => part switch
    {
        JsonObjectPart one => [one],
        JsonChoice choice => choice.Alternatives.OfType<JsonObjectPart>(),
        _ => [],
    };

    private static HttpCall Of(HttpApi api, PathEnd end, JsonPart body, ImmutableArray<HttpAddress> addresses, bool mayGoElsewhere, ReadingContext context)
    {
        var reader = new HttpBodyReader(api, body, context);
        var settings = reader.Settings();
        var (provider, isCustom) = ProviderOf(api, addresses, mayGoElsewhere);
        if (provider == "azure")
        {
            // A deployment's name is the team's own.
            settings = settings.SetItem(SettingKind.Deployment, DeploymentIn(addresses, body) ?? settings[SettingKind.Model]).SetItem(SettingKind.Model, Setting.Unknown);
        }
        else if (end.Segments[0] == '*' && !addresses.IsEmpty)
        {
            settings = settings.SetItem(SettingKind.Model, ModelIn(addresses, body));
        }

        var streams = reader.Streams();
        return new()
        {
            Api = api,
            Settings = settings,
            Conversation = reader.Conversation(),
            Provider = provider,
            HasCustomEndpoint = isCustom,
            IsStreaming = end.IsStreaming || streams == true || (streams is null && api.StreamsByDefault),
            BodyCreation = (body as JsonObjectPart)?.Creation,
            MessagesCreation = reader.MessagesCreation,
        };
    }

    /// <summary>Who serves the request, and whether it may be a service of the team's choice.</summary>
    private static (string? Provider, bool IsCustom) ProviderOf(HttpApi api, ImmutableArray<HttpAddress> addresses, bool mayGoElsewhere)
    {
        if (addresses.Any(a => a.Path.Contains("deployments") && a.Path.Contains("openai")))
        {
            return ("azure", false);
        }

        var known = addresses.Select(a => a.Host is null ? null : RawHttp.ProviderOf(a.Host)).Distinct().ToList();
        return known is [{ } provider] ? (provider, mayGoElsewhere) : (api.Provider, !addresses.IsEmpty);
    }

    /// <summary><c>deployments/my-name/chat/completions</c>; null where the address names none.</summary>
    private static Setting? DeploymentIn(ImmutableArray<HttpAddress> addresses, JsonPart body)
    {
        var places = addresses.Select(a => a.Path.IndexOf("deployments")).ToList();
        return places.All(p => p < 0) ? null : Named(addresses.Select((a, i) => places[i] < 0 ? "" : a.Path[places[i] + 1]), body);
    }

    /// <summary><c>models/gemini-x:generateContent</c> names the model.</summary>
    private static Setting ModelIn(ImmutableArray<HttpAddress> addresses, JsonPart body) => Named(addresses.Select(a => a.Path[a.Path.Length - 1].Split(':')[0]), body);

    private static Setting Named(IEnumerable<string> names, JsonPart body) =>
        names.Distinct().ToList() is [{ Length: > 0 } name] && name.IndexOf(PromptText.HoleMark) < 0 ? Setting.Known(new(name, body.Location)) : Setting.Unknown;
}
