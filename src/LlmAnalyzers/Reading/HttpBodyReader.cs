using System;
using System.Collections.Immutable;
using System.Linq;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Sdks;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Reading;

/// <summary>Reads what the JSON body of one request means, by the table of its API.</summary>
internal sealed class HttpBodyReader
{
    private readonly HttpApi _api;
    private readonly JsonPart _body;
    private readonly ReadingContext _context;

    public HttpBodyReader(HttpApi api, JsonPart body, ReadingContext context)
    {
        _api = api;
        _body = body;
        _context = context;
    }

    /// <summary>The expression that creates the list of messages, once they are read.</summary>
    public Location? MessagesCreation { get; private set; }

    public ImmutableDictionary<SettingKind, Setting> Settings()
    {
        var settings = ImmutableDictionary.CreateBuilder<SettingKind, Setting>();
        var isOpen = !IsKnown(_body);
        foreach (SettingKind kind in Enum.GetValues(typeof(SettingKind)))
        {
            settings[kind] = isOpen ? Setting.Unknown : Setting.NotSet;
        }

        foreach (var field in _api.Settings)
        {
            var read = At(field.Key, part => Value(field.Value, part));
            if (!read.IsNotSet && (settings[field.Value].IsNotSet || read.IsKnown))
            {
                settings[field.Value] = read;
            }
        }

        settings[SettingKind.OutputContract] = Contract();
        if (_api.ToolChoice is { } toolChoice)
        {
            settings[SettingKind.ToolChoice] = At(toolChoice, ToolChoice);
        }

        foreach (var field in _api.Instructions)
        {
            settings[SettingKind.Instructions] = At(field, Instructions);
        }

        return settings.ToImmutable();
    }

    /// <summary>The reply is asked for piece by piece; null when the request does not say.</summary>
    public bool? Streams() => At("stream", part => Value(SettingKind.LogProbabilities, part)).Values.FirstOrDefault()?.Value as bool?;

    public Conversation Conversation()
    {
        if (Find(_api.Messages) is not { } messages)
        {
            return Calls.Conversation.Unknown;
        }

        if (messages is JsonArrayPart list && !_api.IsSingleText)
        {
            MessagesCreation = list.Creation;
            return new HttpMessages(_api, _context).Read(list);
        }

        if (messages is JsonObjectPart)
        {
            return new HttpMessages(_api, _context).Read(new(ImmutableArray.Create(new JsonElementPart(messages, true)), messages.Location));
        }

        if (messages is not (JsonString or JsonExpression { Operation.Type.SpecialType: SpecialType.System_String }))
        {
            return Calls.Conversation.Unknown;
        }

        // Where one text is all that is sent, a text from elsewhere may be a whole conversation, instructions and all.
        var text = HttpMessages.TextOf(messages, _context);
        var conversation = new Conversation(ImmutableArray.Create(new PromptMessage(MessageRole.User, text, messages.Location)));
        return _api.IsSingleText && text.IsUnknown ? conversation with { MayHoldMore = true, MoreFrom = messages.Location } : conversation;
    }

    /// <summary>Every member of the body is in the source.</summary>
    private static bool IsKnown(JsonPart body) => body switch
    {
        JsonObjectPart whole => !whole.MayHoldMore,
        JsonChoice choice => choice.Alternatives.All(IsKnown),
        _ => false,
    };

    /// <summary>The one value at a place; null when there may be another.</summary>
    private JsonPart? Find(string path)
    {
        var part = _body;
        foreach (var name in path.Split('.'))
        {
            if (part is not JsonObjectPart { MayHoldMore: var more } whole || Member(whole, name) is not { IsCertain: true } member || (more && member.Value is JsonNull))
            {
                return null;
            }

            part = member.Value;
        }

        return part;
    }

    /// <summary>What is at a place of the body, over all that the body can be.</summary>
    private Setting At(string path, Func<JsonPart, Setting> read) => At(_body, path.Split('.'), 0, read);

    private Setting At(JsonPart part, string[] path, int at, Func<JsonPart, Setting> read)
    {
        switch (part)
        {
            case JsonNull:
                return Setting.NotSet;
            case JsonUnknown:
                return Setting.Unknown;
            case JsonChoice choice:
                return choice.Alternatives.Select(a => At(a, path, at, read)).Aggregate((a, b) => a.Or(b));
            case var _ when at == path.Length:
                return read(part);
            case JsonObjectPart whole:
                if (Member(whole, path[at]) is not { } member)
                {
                    return whole.MayHoldMore ? Setting.Unknown : Setting.NotSet;
                }

                var found = At(member.Value, path, at + 1, read);
                return member.IsCertain ? found : found.Or(whole.MayHoldMore ? Setting.Unknown : Setting.NotSet);
            default:
                // A text where an object should be, or an object in a variable of no known type.
                return part is JsonExpression or JsonArrayPart ? Setting.Unknown : Setting.NotSet;
        }
    }

    private JsonMember? Member(JsonObjectPart whole, string name)
    {
        if (whole[name] is { } exact || !_api.TakesSnakeCase)
        {
            return whole[name];
        }

        return whole.Members.LastOrDefault(m => m.Name.IndexOf('_') > 0 && Camel(m.Name) == name);
    }

    private static string Camel(string name) =>
        string.Concat(name.Split('_').Select((word, i) => i == 0 || word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word.Substring(1)));

    private Setting Value(SettingKind kind, JsonPart part)
    {
        switch (part)
        {
            case JsonExpression code:
                return SettingReader.Read(kind, code.Operation, code.Frame, _context);
            case JsonConstant constant:
                return Setting.Known(new(constant.Value, constant.Location) { ReportLocation = constant.ReportLocation });
            case JsonString { Text: { IsFullyKnown: true, Flat: var text } } named:
                return Setting.Known(new(text, named.Location) { ReportLocation = named.ReportLocation });
            case JsonArrayPart { Elements.IsEmpty: true, MoreFrom: null }:
                return Setting.NotSet;
            case JsonArrayPart or JsonObjectPart when kind is SettingKind.Tools or SettingKind.StopSequences or SettingKind.Conversation or SettingKind.RawRequest:
                return Setting.Known(new(true, part.Location));
            default:
                return Setting.Unknown;
        }
    }

    private Setting Contract()
    {
        var isOpen = false;
        Setting? plain = null;
        foreach (var field in _api.Contracts)
        {
            var found = At(field.Path, part => Matches(part, field));
            if (found.Values.Any(v => v.Value is not OutputContract.None))
            {
                return found;
            }

            plain ??= found.IsKnown ? found : null;
            isOpen |= found.MayBeOther;
        }

        return isOpen ? Setting.Unknown : plain ?? Setting.NotSet;
    }

    /// <summary>The contract that a value there means; not set when it means none.</summary>
    private Setting Matches(JsonPart part, ContractField field)
    {
        var read = part is JsonObjectPart or JsonArrayPart
            ? (field.Value is null ? Setting.Known(new(field.Contract, part.Location)) : Setting.NotSet)
            : Value(field.Value is bool ? SettingKind.LogProbabilities : SettingKind.Model, part);
        var values = read.Values.Where(v => v.Value is OutputContract || field.Value is null || Equals(v.Value, field.Value))
            .Select(v => v with { Value = field.Contract }).ToImmutableArray();
        return Setting.Of(values, mayBeAbsent: read.MayBeAbsent || values.Length < read.Values.Length, read.MayBeOther);
    }

    private Setting ToolChoice(JsonPart part)
    {
        if (part is JsonObjectPart whole)
        {
            var named = Member(whole, "type") ?? Member(whole, "mode");
            return named is null ? (whole.MayHoldMore ? Setting.Unknown : Setting.NotSet) : At(named.Value, [], 0, ToolChoice);
        }

        var read = Value(SettingKind.Model, part);
        var values = read.Values.Select(v => v with { Value = IsForced(v.Value as string) ? OutputContract.ForcedTool : OutputContract.None }).ToImmutableArray();
        return Setting.Of(values, read.MayBeAbsent, read.MayBeOther);
    }

    private static bool IsForced(string? choice) => choice?.ToLowerInvariant() is "required" or "any" or "function" or "tool" or "custom" or "allowed_tools";

    private Setting Instructions(JsonPart part)
    {
        var text = HttpMessages.TextOf(part, _context);
        if (part is JsonExpression code)
        {
            return SettingReader.Read(SettingKind.Instructions, code.Operation, code.Frame, _context);
        }

        return text.Pieces.IsEmpty ? Setting.NotSet : Setting.Known(new(text, part.Location) { ReportLocation = (part as JsonString)?.ReportLocation ?? part.Location });
    }
}
