using System.Collections.Immutable;
using System.Linq;
using LlmAnalyzers.Schemas;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <summary>Reads objects with keys: dictionaries, <c>JsonObject</c>, <c>JObject</c>, with what is put in later.</summary>
internal static class JsonKeyedObjects
{
    public static JsonPart Read(IObjectCreationOperation creation, Origin origin, SerializationConventions conventions, int depth, JsonBodyReader reader)
    {
        var members = new JsonObjectBuilder();
        foreach (var argument in creation.Arguments.Where(a => a.ArgumentKind != ArgumentKind.DefaultValue))
        {
            ReadArgument(argument.Value, origin.Frame, members, conventions, depth, reader);
        }

        foreach (var entry in creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            if (!ReadEntry(entry, origin.Frame, always: true, members, conventions, depth, reader))
            {
                members.MayHoldMore = true;
            }
        }

        JsonMutations.Apply(origin, members, conventions, depth, reader);
        return members.ToPart(origin.Location, origin.Location);
    }

    /// <summary>An entry of an initialiser, or a statement that puts one in. False when it cannot be read.</summary>
    public static bool ReadEntry(
        IOperation entry, Frame frame, bool always, JsonObjectBuilder members, SerializationConventions conventions, int depth, JsonBodyReader reader)
    {
        switch (entry)
        {
            case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: [var key] } } assignment:
                return Set(key.Value, assignment.Value);
            case IInvocationOperation { TargetMethod.Name: "Add" or "TryAdd", Arguments: [var key, var value] }:
                return Set(key.Value, value.Value);
            case IInvocationOperation { TargetMethod.Name: "Add", Arguments: [var property] }:
                return ReadProperty(property.Value);
            default:
                return false;
        }

        bool Set(IOperation key, IOperation value)
        {
            if (reader.Context.OriginsOf(key, frame).Single is not { } origin || SettingReader.TextOf(origin.Operation) is not { } name)
            {
                return false;
            }

            members.Set(name, reader.Visit(value, frame, conventions, depth + 1), always);
            return true;
        }

        // new JProperty("model", …), or a pair of key and value.
        bool ReadProperty(IOperation property) =>
            OriginFinder.Bare(property) is IObjectCreationOperation { Type.Name: "JProperty" or "KeyValuePair", Arguments: [var name, var content] } && Set(name.Value, content.Value);
    }

    /// <summary>What a constructor takes: properties, another dictionary to copy, or how keys are compared.</summary>
    private static void ReadArgument(
        IOperation argument, Frame frame, JsonObjectBuilder members, SerializationConventions conventions, int depth, JsonBodyReader reader)
    {
        var value = OriginFinder.Bare(argument);
        if (value.Type?.SpecialType == SpecialType.System_Int32 || value.Type?.Name is "StringComparer" or "JsonNodeOptions" || value.ConstantValue is { HasValue: true, Value: null })
        {
            return;
        }

        if (value is IObjectCreationOperation { Type.Name: "JProperty", Arguments: [var key, var content] })
        {
            var name = SettingReader.TextOf(OriginFinder.Bare(key.Value));
            if (name is not null)
            {
                members.Set(name, reader.Visit(content.Value, frame, conventions, depth + 1), always: true);
                return;
            }
        }
        else if (value is IArrayCreationOperation { Initializer: { } properties })
        {
            foreach (var property in properties.ElementValues)
            {
                ReadArgument(property, frame, members, conventions, depth, reader);
            }

            return;
        }
        else if (reader.Visit(value, frame, conventions, depth + 1) is JsonObjectPart copied)
        {
            foreach (var member in copied.Members)
            {
                members.Set(member.Name, member.Value, member.IsCertain);
            }

            members.MayHoldMore |= copied.MayHoldMore;
            return;
        }

        members.MayHoldMore = true;
    }
}
