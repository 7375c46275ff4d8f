using System.Collections.Immutable;
using System.Linq;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Sdks;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Reading;

/// <summary>Reads the messages in the body of a request: objects with a role and a content, which is a text or a list of parts.</summary>
internal sealed class HttpMessages
{
    /// <summary>Members that hold text, of a part or of a system prompt.</summary>
    private static readonly string[] TextMembers = ["text", "content", "parts"];

    private const int MaxDepth = 4;

    private readonly HttpApi _api;
    private readonly ReadingContext _context;

    public HttpMessages(HttpApi api, ReadingContext context)
    {
        _api = api;
        _context = context;
    }

    public Conversation Read(JsonArrayPart list)
    {
        var messages = ImmutableArray.CreateBuilder<PromptMessage>();
        var moreFrom = list.MoreFrom;
        foreach (var element in list.Elements)
        {
            var alternatives = element.Value is JsonChoice choice ? choice.Alternatives : ImmutableArray.Create(element.Value);
            foreach (var part in alternatives)
            {
                if (part is JsonObjectPart message)
                {
                    messages.Add(Message(message) with { IsCertain = element.IsCertain && alternatives.Length == 1 });
                }
                else if (part is JsonString or JsonExpression { Operation.Type.SpecialType: SpecialType.System_String })
                {
                    messages.Add(new(MessageRole.User, TextOf(part, _context), part.Location));
                }
                else if (part is not JsonNull)
                {
                    moreFrom ??= part.Location;
                }
            }
        }

        return new(messages.ToImmutable()) { MayHoldMore = moreFrom is not null, MoreFrom = moreFrom };
    }

    private PromptMessage Message(JsonObjectPart message)
    {
        var pieces = ImmutableArray.CreateBuilder<PromptPiece>();
        var hasOther = false;
        var content = _api.Content.Select(name => message[name]).FirstOrDefault(m => m is not null);
        if (content is null)
        {
            hasOther = !message.MayHoldMore;
            if (message.MayHoldMore)
            {
                pieces.AddRange(PromptText.Unknown(message.Location).Pieces);
            }
        }
        else
        {
            AddText(content.Value, pieces, ref hasOther, _context, depth: 0);
        }

        return new(RoleOf(message), new(pieces.ToImmutable()), message.Location) { HasOtherContent = hasOther };
    }

    private MessageRole RoleOf(JsonObjectPart message)
    {
        var name = message["role"] switch
        {
            null when !message.MayHoldMore && _api.TakesSnakeCase => "user",
            { IsCertain: true, Value: JsonString { Text: { IsFullyKnown: true, Flat: var written } } } => written,
            { IsCertain: true, Value: JsonExpression code } when _context.OriginsOf(code.Operation, code.Frame).Single is { } origin => SettingReader.TextOf(origin.Operation),
            _ => null,
        };
        return name switch
        {
            "system" => MessageRole.System,
            "developer" => MessageRole.Developer,
            "user" => MessageRole.User,
            "assistant" or "model" => MessageRole.Assistant,
            "tool" or "function" => MessageRole.Tool,
            _ => MessageRole.Unknown,
        };
    }

    /// <summary>The text of a value: a string, a list of parts, or an object with one of them.</summary>
    public static PromptText TextOf(JsonPart part, ReadingContext context)
    {
        var pieces = ImmutableArray.CreateBuilder<PromptPiece>();
        var hasOther = false;
        AddText(part, pieces, ref hasOther, context, depth: 0);
        return new(pieces.ToImmutable());
    }

    private static void AddText(JsonPart part, ImmutableArray<PromptPiece>.Builder pieces, ref bool hasOther, ReadingContext context, int depth)
    {
        switch (part)
        {
            case JsonString text:
                pieces.AddRange(text.Text.Pieces);
                break;
            case JsonExpression code:
                pieces.AddRange(PromptTextReader.Read(code.Operation, code.Frame, context).Pieces);
                break;
            case JsonArrayPart list when depth < MaxDepth:
                foreach (var element in list.Elements)
                {
                    AddText(element.Value, pieces, ref hasOther, context, depth + 1);
                }

                if (list.MoreFrom is { } more)
                {
                    pieces.AddRange(PromptText.Unknown(more).Pieces);
                }

                break;
            case JsonObjectPart whole when depth < MaxDepth:
                if (TextMembers.Select(name => whole[name]).FirstOrDefault(m => m is not null) is { } member)
                {
                    AddText(member.Value, pieces, ref hasOther, context, depth + 1);
                }
                else
                {
                    hasOther = true;
                }

                break;
            case JsonNull:
                break;
            case JsonChoice choice when depth < MaxDepth:
                foreach (var alternative in choice.Alternatives)
                {
                    var first = pieces.Count;
                    AddText(alternative, pieces, ref hasOther, context, depth + 1);
                    for (var i = first; i < pieces.Count; i++)
                    {
                        pieces[i] = pieces[i] with { IsCertain = false };
                    }
                }

                break;
            default:
                pieces.AddRange(PromptText.Unknown(part.Location).Pieces);
                break;
        }
    }
}
