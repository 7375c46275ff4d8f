using System.Linq;
using LlmAnalyzers.Schemas;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <summary>Reads what the options given to a JSON serializer say about the JSON it reads.</summary>
internal static class SerializerOptionsReader
{
    /// <summary>The conventions a deserialising call follows; null when they cannot be read.</summary>
    public static SerializationConventions? Read(IInvocationOperation deserialize, Frame frame, ReadingContext context)
    {
        var owner = deserialize.TargetMethod.ContainingType;
        if (owner.ContainingNamespace.ToDisplayString().StartsWith("Newtonsoft.Json", System.StringComparison.Ordinal))
        {
            var settings = deserialize.Arguments.FirstOrDefault(a => a.Parameter?.Name is "settings" or "converters" or "serializer");
            return settings is null || settings.ArgumentKind != ArgumentKind.Explicit ? SerializationConventions.Newtonsoft : null;
        }

        var options = OptionsOf(deserialize);
        if (options is null)
        {
            return deserialize.Arguments.Any(a => a.Parameter?.Name is "jsonTypeInfo" or "context") ? null : SerializationConventions.Default;
        }

        var origins = context.OriginsOf(options.Value, frame);
        return origins is { MayBeOther: false, Known: [var origin] } ? ReadOrigin(origin, context) : null;
    }

    /// <summary>The argument with the options, if the call gives one.</summary>
    public static IArgumentOperation? OptionsOf(IInvocationOperation deserialize) =>
        deserialize.Arguments.FirstOrDefault(a => a.Parameter?.Name == "options" && a.ArgumentKind == ArgumentKind.Explicit);

    private static SerializationConventions? ReadOrigin(Origin origin, ReadingContext context)
    {
        if (origin.IsNull)
        {
            return SerializationConventions.Default;
        }

        switch (origin.Operation)
        {
            case IPropertyReferenceOperation { Property: { Name: "Web", ContainingType.Name: "JsonSerializerOptions" } }:
                return SerializationConventions.Web;
            case IPropertyReferenceOperation { Property: { Name: "Default", ContainingType.Name: "JsonSerializerOptions" } }:
                return SerializationConventions.Default;
            case IObjectCreationOperation { Type.Name: "JsonSerializerOptions" } creation:
                return ReadCreation(creation, origin, context);
            default:
                return null;
        }
    }

    private static SerializationConventions? ReadCreation(IObjectCreationOperation creation, Origin origin, ReadingContext context)
    {
        SerializationConventions? conventions = SerializationConventions.Default;
        foreach (var argument in creation.Arguments)
        {
            // JsonSerializerDefaults: General is 0, Web is 1.
            conventions = argument.Parameter?.Name == "defaults"
                ? OriginFinder.Bare(argument.Value).ConstantValue.Value switch
                {
                    0 => SerializationConventions.Default,
                    1 => SerializationConventions.Web,
                    _ => null,
                }
                : null;
        }

        foreach (var member in creation.Initializer?.Initializers ?? [])
        {
            conventions = conventions is null ? null : Apply(conventions, member);
        }

        // What is set later, on the variable that holds them.
        foreach (var mention in origin.Holders.Where(h => h.Variable is ILocalSymbol).SelectMany(h => h.Frame.Body.MentionsOf(h.Variable)))
        {
            if (mention.Operation.Parent is IPropertyReferenceOperation property && conventions is not null)
            {
                conventions = property.Parent switch
                {
                    ISimpleAssignmentOperation assignment when assignment.Target == property => Apply(conventions, assignment),
                    IInvocationOperation { TargetMethod.Name: "Add", Arguments: [var added] } when property.Property.Name == "Converters" => WithConverter(conventions, added.Value),
                    _ => conventions,
                };
            }
        }

        return conventions;
    }

    private static SerializationConventions? Apply(SerializationConventions conventions, IOperation member)
    {
        if (member is IMemberInitializerOperation { InitializedMember: IPropertyReferenceOperation { Property.Name: "Converters" }, Initializer: { } converters })
        {
            foreach (var added in converters.Initializers.OfType<IInvocationOperation>())
            {
                if (WithConverter(conventions, added.Arguments[0].Value) is not { } with)
                {
                    return null;
                }

                conventions = with;
            }

            return conventions;
        }

        if (member is not ISimpleAssignmentOperation { Target: IPropertyReferenceOperation property } assignment)
        {
            return null;
        }

        var value = OriginFinder.Bare(assignment.Value);
        switch (property.Property.Name)
        {
            case "PropertyNamingPolicy":
                return PolicyOf(value) is { } policy ? conventions with { Naming = policy } : null;
            case "PropertyNameCaseInsensitive":
                return value.ConstantValue.Value is bool insensitive ? conventions with { IsCaseInsensitive = insensitive } : null;
            case "IncludeFields":
                return value.ConstantValue.Value is bool fields ? conventions with { IncludesFields = fields } : null;
            case "TypeInfoResolver" or "NumberHandling" or "UnmappedMemberHandling" or "ReferenceHandler" or "PreferredObjectCreationHandling":
                return null;
            default:
                // Indentation, comments, trailing commas, buffer sizes: the names and types stay the same.
                return conventions;
        }
    }

    private static SerializationConventions? WithConverter(SerializationConventions conventions, IOperation converter)
    {
        if (OriginFinder.Bare(converter) is not IObjectCreationOperation { Type: { } type } creation || type.Name != "JsonStringEnumConverter")
        {
            return null;
        }

        if (SettingReader.ArgumentOf(creation, "namingPolicy") is not { ArgumentKind: ArgumentKind.Explicit } naming)
        {
            return conventions with { EnumsAsNames = true };
        }

        return PolicyOf(OriginFinder.Bare(naming.Value)) is { } policy ? conventions with { EnumsAsNames = true, EnumNaming = policy } : null;
    }

    private static NamingPolicy? PolicyOf(IOperation value) => value switch
    {
        { ConstantValue: { HasValue: true, Value: null } } => NamingPolicy.None,
        IPropertyReferenceOperation { Property: { ContainingType.Name: "JsonNamingPolicy", Name: var name } } => name switch
        {
            "CamelCase" => NamingPolicy.CamelCase,
            "SnakeCaseLower" => NamingPolicy.SnakeCaseLower,
            "SnakeCaseUpper" => NamingPolicy.SnakeCaseUpper,
            "KebabCaseLower" => NamingPolicy.KebabCaseLower,
            "KebabCaseUpper" => NamingPolicy.KebabCaseUpper,
            _ => null,
        },
        _ => null,
    };
}
