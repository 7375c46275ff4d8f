using System.Collections.Immutable;
using System.Linq;
using LlmAnalyzers.Calls;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Reading;

/// <summary>Reads the messages of a request from the list, or the one message, that is handed to the call.</summary>
internal sealed class ConversationReader
{
    private readonly ReadingContext _context;
    private readonly ImmutableArray<PromptMessage>.Builder _messages = ImmutableArray.CreateBuilder<PromptMessage>();
    private Location? _moreFrom;

    private ConversationReader(ReadingContext context) => _context = context;

    /// <summary>The messages of a list.</summary>
    public static Conversation Read(IOperation messages, Frame frame, ReadingContext context, out Location? creation)
    {
        var reader = new ConversationReader(context);
        var list = ListReader.Read(messages, frame, context);
        foreach (var element in list.Elements)
        {
            reader.Add(element);
        }

        creation = list.Creation?.Location;
        return reader.Result(list.MoreFrom);
    }

    /// <summary>The one message an expression gives; a string is a user message.</summary>
    public static Conversation ReadSingle(IOperation message, Frame frame, ReadingContext context)
    {
        var reader = new ConversationReader(context);
        reader.Add(new(message, frame, IsCertain: true));
        return reader.Result(moreFrom: null);
    }

    /// <summary>The messages that an options object carries.</summary>
    public static Conversation Read(ImmutableArray<MessageSource> sources, bool mayHoldMore, ReadingContext context)
    {
        var reader = new ConversationReader(context);
        IOperation? moreFrom = null;
        foreach (var source in sources)
        {
            if (!source.IsList)
            {
                reader.Add(new(source.Operation, source.Frame, source.IsCertain));
                continue;
            }

            var list = ListReader.Read(source.Operation, source.Frame, context);
            foreach (var element in list.Elements)
            {
                reader.Add(element with { IsCertain = element.IsCertain && source.IsCertain });
            }

            moreFrom ??= list.MoreFrom;
        }

        var read = reader.Result(moreFrom);
        return mayHoldMore ? read with { MayHoldMore = true } : read;
    }

    private Conversation Result(IOperation? moreFrom)
    {
        var from = _moreFrom ?? moreFrom?.Syntax.GetLocation();
        return new(_messages.ToImmutable()) { MayHoldMore = from is not null, MoreFrom = from };
    }

    private void Add(ListElement element)
    {
        var origins = _context.OriginsOf(element.Operation, element.Frame);
        if (origins.HasUnseen)
        {
            _moreFrom ??= element.Operation.Syntax.GetLocation();
        }

        var certain = element.IsCertain && origins.Single is not null;
        foreach (var origin in origins.Known.Where(o => !o.IsNull))
        {
            if (MessageReader.Read(origin, _context) is { } message)
            {
                _messages.Add(message with { IsCertain = certain && origin.IsCertain });
            }
            else
            {
                _moreFrom ??= element.Operation.Syntax.GetLocation();
            }
        }
    }
}
