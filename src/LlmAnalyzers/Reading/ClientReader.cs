using System.Collections.Immutable;
using System.Linq;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Sdks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <summary>The client of a call, as far as the source shows how it was made.</summary>
/// <param name="Model">The model bound to it.</param>
/// <param name="Provider">Who serves it; null when the source does not tell.</param>
/// <param name="HasCustomEndpoint">Requests go where the team chose.</param>
/// <param name="ChangesRequests">Something between the call and the service may set what the call does not.</param>
internal sealed record ClientReading(Setting Model, string? Provider, bool HasCustomEndpoint, bool ChangesRequests)
{
    /// <summary>The name of a deployment that is bound to it.</summary>
    public Setting Deployment { get; init; } = Setting.NotSet;

    /// <summary>The source shows how it was made, so that what it has of its own is known.</summary>
    public bool IsSeen { get; init; }

    /// <summary>Settings that every call of the client starts from; null when it has none.</summary>
    public OptionsReading? Defaults { get; init; }

    /// <summary>What its pipeline does to the options of every call, in no order that is known.</summary>
    public ImmutableArray<PipelineStage> Stages { get; init; } = ImmutableArray<PipelineStage>.Empty;

    /// <summary>Settings it leaves out of the requests, whichever way was taken.</summary>
    public ImmutableHashSet<SettingKind> Dropped { get; init; } = ImmutableHashSet<SettingKind>.Empty;

    public static ClientReading Plain { get; } = new(Setting.Unknown, Provider: null, HasCustomEndpoint: false, ChangesRequests: false);
}

/// <summary>Follows a client back through factories, adapters and pipelines to where the model is bound.</summary>
internal static class ClientReader
{
    private const int MaxDepth = 12;

    public static ClientReading Read(IOperation client, Frame frame, ReadingContext context) => Read(client, frame, context, 0);

    private static ClientReading Read(IOperation client, Frame frame, ReadingContext context, int depth)
    {
        var origins = context.OriginsOf(client, frame);
        var mayBeOther = origins.HasUnseen;
        ClientReading? result = null;
        foreach (var origin in origins.Known.Where(o => !o.IsNull))
        {
            var injected = depth < MaxDepth && origin.Frame.Depth < MaxDepth ? InjectedValues.Of(origin, context) : ImmutableArray<(IOperation Value, Frame Frame)>.Empty;
            if (!injected.IsEmpty)
            {
                foreach (var (value, at) in injected)
                {
                    Take(Read(value, at, context, depth + 1));
                }

                continue;
            }

            mayBeOther |= origin.IsOpen;
            Take(depth < MaxDepth ? ReadOrigin(origin, context, depth) : ClientReading.Plain);
        }

        result ??= ClientReading.Plain;
        return mayBeOther
            ? result with { Model = result.Model.Or(Setting.Unknown), Deployment = result.Deployment.Or(Setting.Unknown), IsSeen = false, Dropped = ImmutableHashSet<SettingKind>.Empty }
            : result;

        void Take(ClientReading read) =>
            result = result is null ? read : new(
                result.Model.Or(read.Model),
                result.Provider == read.Provider ? read.Provider : null,
                result.HasCustomEndpoint || read.HasCustomEndpoint,
                // Whether a call goes through the stages of one or of another pipeline is not known.
                result.ChangesRequests || read.ChangesRequests || !result.Stages.SequenceEqual(read.Stages))
            {
                Deployment = result.Deployment.Or(read.Deployment),
                Stages = result.Stages.SequenceEqual(read.Stages) ? read.Stages : ImmutableArray<PipelineStage>.Empty,
                Defaults = result.Defaults ?? read.Defaults,
                IsSeen = result.IsSeen && read.IsSeen,
                Dropped = result.Dropped.Intersect(read.Dropped),
            };
    }

    /// <summary>The client that a call of an SDK makes, whoever gets to have it.</summary>
    public static ClientReading ReadMade(IInvocationOperation making, Frame frame, ReadingContext context) =>
        ReadOrigin(new(making, frame, IsCertain: true, ImmutableArray<Holder>.Empty), context, depth: 0);

    private static ClientReading ReadOrigin(Origin origin, ReadingContext context, int depth)
    {
        var member = SettingReader.MemberOf(origin.Operation);
        if (context.Sdks.Find<ClientMember>(member) is not { Meaning: var meaning } known)
        {
            return ClientReading.Plain with { ChangesRequests = IsMiddleware(origin.Operation, context) };
        }

        var reading = ClientReading.Plain with { Provider = meaning.Provider ?? known.Surface.Provider, IsSeen = true };
        var inner = meaning.InnerParameter switch
        {
            "this" => origin.Operation is IMemberReferenceOperation reference ? reference.Instance : (origin.Operation as IInvocationOperation)?.Instance,
            { } names => Given(names)?.Value,
            null => null,
        };
        if (inner is not null)
        {
            reading = Read(inner, origin.Frame, context, depth + 1);
        }

        reading = reading with
        {
            Dropped = reading.Dropped.Union(meaning.Drops
                .Where(d => SettingReader.ArgumentOf(origin.Operation, d.InnerParameter) is not null && (d.UnlessHas is null || !context.Sdks.Has(d.UnlessHas)))
                .SelectMany(d => d.Kinds)),
        };

        if (meaning.InstructionsParameter is not null || meaning.DefaultsParameter is not null)
        {
            // An agent: what it has of its own is given here, whatever client it works with.
            reading = reading with { IsSeen = true };
        }

        if (meaning.OptionsParameter is { } parameter && SettingReader.ArgumentOf(origin.Operation, parameter) is { } options)
        {
            reading = reading with { HasCustomEndpoint = reading.HasCustomEndpoint || SetsEndpoint(options.Value, origin.Frame, context) };
        }

        if (meaning.ModelParameter is { } model && SettingReader.ArgumentOf(origin.Operation, model) is { } named
            && SettingReader.Read(SettingKind.Model, named.Value, origin.Frame, context) is { IsNotSet: false } bound)
        {
            reading = reading with { Model = bound };
        }

        if (meaning.EndpointParameter is { } endpoint && Given(endpoint) is { } address && !context.OriginsOf(address.Value, origin.Frame).Known.All(o => o.IsNull))
        {
            reading = reading with { HasCustomEndpoint = true };
        }

        if (meaning.ConfigureParameter is { } configure && Given(configure) is { } given)
        {
            reading = Pipeline.StageOf(given.Value, origin.Frame, context) is { } stage
                ? reading with { Stages = reading.Stages.Add(stage) }
                : reading with { ChangesRequests = true };
        }

        if (DefaultsOf(origin, meaning, context) is { } defaults)
        {
            reading = reading with { Defaults = defaults };
        }

        if (origin.Operation is IObjectCreationOperation { Initializer: { } initializer }
            && initializer.Initializers.OfType<ISimpleAssignmentOperation>().Any(a => IsEndpoint(a.Target, context)))
        {
            reading = reading with { HasCustomEndpoint = true };
        }

        IArgumentOperation? Given(string parameters) =>
            parameters.Split('|').Select(n => SettingReader.ArgumentOf(origin.Operation, n)).FirstOrDefault(a => a is { ArgumentKind: not ArgumentKind.DefaultValue });

        // A deployment's name is the team's own: it says nothing certain about the model behind it.
        return meaning.NamesDeployment || reading.Provider == "azure"
            ? reading with { Model = Setting.Unknown, Deployment = reading.Model.IsKnown ? reading.Model : reading.Deployment, Provider = "azure" }
            : reading with { ChangesRequests = reading.ChangesRequests || meaning.ChangesRequests };
    }

    /// <summary>Options and a system prompt that every call of the client starts from; null when this step gives it none.</summary>
    private static OptionsReading? DefaultsOf(Origin origin, ClientMember meaning, ReadingContext context)
    {
        OptionsReading? defaults = null;
        if (meaning.DefaultsParameter == "this")
        {
            defaults = OptionsReader.Read(origin.Operation, origin.Frame, context);
        }
        else if (meaning.DefaultsParameter is { } options && SettingReader.ArgumentOf(origin.Operation, options) is { ArgumentKind: not ArgumentKind.DefaultValue } given)
        {
            defaults = OptionsReader.Read(given.Value, origin.Frame, context);
        }

        if (meaning.InstructionsParameter is { } instructions
            && SettingReader.ArgumentOf(origin.Operation, instructions) is { ArgumentKind: not ArgumentKind.DefaultValue } prompt)
        {
            var setting = SettingReader.Read(SettingKind.Instructions, prompt.Value, origin.Frame, context);
            defaults ??= OptionsReading.Absent;
            defaults = defaults with { Settings = defaults.Settings.SetItem(SettingKind.Instructions, setting) };
        }

        foreach (var parameter in meaning.SettingParameters)
        {
            if (SettingReader.ArgumentOf(origin.Operation, parameter.Key) is { ArgumentKind: not ArgumentKind.DefaultValue } value)
            {
                defaults ??= OptionsReading.Absent;
                defaults = defaults with { Settings = defaults.Settings.SetItem(parameter.Value, SettingReader.Read(parameter.Value, value.Value, origin.Frame, context)) };
            }
        }

        return defaults;
    }

    /// <summary>A client of the project that is built around another client may change what passes through it.</summary>
    private static bool IsMiddleware(IOperation operation, ReadingContext context) => operation switch
    {
        IObjectCreationOperation { Type: { } type } creation =>
            type.Locations.Any(l => l.IsInSource)
            && creation.Arguments.Any(a => a.Parameter is { } parameter && context.Sdks.SurfaceOf(parameter.Type) is { } surface
                && surface == context.Sdks.SurfaceOf(type)),

        // A stage of a library that is not known, in a pipeline that is being built.
        IInvocationOperation { Type: INamedTypeSymbol { Constructors: [var constructor, ..] } built } stage =>
            context.Sdks.Find<ClientMember>(constructor) is not null
            && stage.Arguments.Select(a => a.Value.Type).Prepend(stage.Instance?.Type).Any(t => SymbolEqualityComparer.Default.Equals(t, built)),
        _ => false,
    };

    /// <summary>The options of a client send its requests to an endpoint of the team's choice, or may.</summary>
    public static bool SetsEndpoint(IOperation options, Frame frame, ReadingContext context)
    {
        foreach (var origin in context.OriginsOf(options, frame).Known)
        {
            if (origin.Operation is IObjectCreationOperation creation)
            {
                if (creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>().Any(a => IsEndpoint(a.Target, context)) == true)
                {
                    return true;
                }

                if (origin.Holders.Any(h => h.Frame.Body.MentionsOf(h.Variable).Any(m =>
                    m.Operation.Parent is IPropertyReferenceOperation { Parent: ISimpleAssignmentOperation } property && IsEndpoint(property, context))))
                {
                    return true;
                }
            }
            else if (!origin.IsNull)
            {
                // Options from elsewhere may lead anywhere.
                return true;
            }
        }

        return false;
    }

    private static bool IsEndpoint(IOperation target, ReadingContext context) =>
        target is IPropertyReferenceOperation property && context.Sdks.Find<EndpointMember>(property.Property) is not null;
}
