using System.Collections.Immutable;
using System.Linq;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Sdks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <summary>Reads one message: who speaks, and what is said. The two are separate facts.</summary>
internal static class MessageReader
{
    private const int MaxWrappers = 4;

    /// <summary>The message an expression makes; null when it makes none that is known.</summary>
    public static PromptMessage? Read(Origin origin, ReadingContext context)
    {
        var operation = origin.Operation;
        if (operation.Type?.SpecialType == SpecialType.System_String)
        {
            // A string handed over as the message is what the user says.
            return new(MessageRole.User, PromptTextReader.Read(operation, origin.Frame, context), origin.Location);
        }

        if (MeaningOf(operation, context) is not { } meaning)
        {
            return null;
        }

        var role = meaning.Role;
        if (meaning.RoleParameter is { } roleParameter && SettingReader.ArgumentOf(operation, roleParameter) is { } roleArgument)
        {
            role = RoleOf(roleArgument.Value, origin.Frame, context);
        }

        var pieces = ImmutableArray.CreateBuilder<PromptPiece>();
        var hasOther = false;
        if (operation is IConversionOperation conversion)
        {
            pieces.AddRange(PromptTextReader.Read(conversion.Operand, origin.Frame, context).Pieces);
        }

        foreach (var name in meaning.ContentParameters)
        {
            if (SettingReader.ArgumentOf(operation, name) is { } content)
            {
                ReadContent(content.Value, origin.Frame, pieces, ref hasOther, context);
            }
        }

        ReadInitializer((operation as IObjectCreationOperation)?.Initializer, origin.Frame, ref role, pieces, ref hasOther, context);
        if (pieces.Count == 0 && !hasOther && operation is IInvocationOperation or IObjectCreationOperation && HasOtherArguments(operation, meaning))
        {
            pieces.AddRange(PromptText.Unknown(origin.Location).Pieces);
        }

        return new(role, new PromptText(pieces.ToImmutable()), origin.Location) { HasOtherContent = hasOther };
    }

    /// <summary>How a message is made: by itself, by the list it is added to, or as the first one of a list.</summary>
    private static MessageMember? MeaningOf(IOperation operation, ReadingContext context)
    {
        var member = SettingReader.MemberOf(operation);
        if (context.Sdks.Find<MessageMember>(member) is { } made)
        {
            return made.Meaning;
        }

        if (context.Sdks.Find<MessageAddMember>(member) is { Meaning: var added })
        {
            return new(added.Role, added.ContentParameters) { RoleParameter = added.RoleParameter };
        }

        if (context.Sdks.Find<MessageListMember>(member) is not { Meaning: var list })
        {
            return null;
        }

        var text = list.TextParameters.FirstOrDefault(p => SettingReader.ArgumentOf(operation, p.Key) is not null);
        return text.Key is null ? null : new(text.Value, ImmutableArray.Create(text.Key)) { RoleParameter = list.RoleParameter };
    }

    private static bool HasOtherArguments(IOperation operation, MessageMember meaning)
    {
        var arguments = operation is IInvocationOperation invocation ? invocation.Arguments : ((IObjectCreationOperation)operation).Arguments;
        return arguments.Any(a => a.Parameter?.Name is { } name && name != meaning.RoleParameter && !meaning.ContentParameters.Contains(name));
    }

    private static void ReadInitializer(
        IObjectOrCollectionInitializerOperation? initializer, Frame frame, ref MessageRole role, ImmutableArray<PromptPiece>.Builder pieces, ref bool hasOther, ReadingContext context)
    {
        foreach (var member in initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            if (member is not ISimpleAssignmentOperation { Target: IPropertyReferenceOperation property } assignment
                || context.Sdks.Find<MessagePropertyMember>(property.Property) is not { Meaning: var meaning })
            {
                continue;
            }

            if (meaning.IsRole)
            {
                role = RoleOf(assignment.Value, frame, context);
            }
            else
            {
                ReadContent(assignment.Value, frame, pieces, ref hasOther, context);
            }
        }
    }

    private static MessageRole RoleOf(IOperation value, Frame frame, ReadingContext context)
    {
        var origins = context.OriginsOf(value, frame);
        if (origins is not { MayBeOther: false, Known: [var origin] })
        {
            return MessageRole.Unknown;
        }

        var member = SettingReader.MemberOf(origin.Operation);
        if (context.Sdks.Find<RoleMember>(member) is { } named)
        {
            return named.Meaning.Role;
        }

        if (context.Sdks.Find<RoleNameMember>(member) is { } spelled
            && NameIn(origin.Operation, spelled.Meaning) is { } given
            && SettingReader.TextOf(OriginFinder.Bare(given)) is { } name)
        {
            return name.ToLowerInvariant() switch
            {
                "system" => MessageRole.System,
                "developer" => MessageRole.Developer,
                "user" => MessageRole.User,
                "assistant" => MessageRole.Assistant,
                "tool" => MessageRole.Tool,
                _ => MessageRole.Unknown,
            };
        }

        return MessageRole.Unknown;
    }

    private static IOperation? NameIn(IOperation operation, RoleNameMember meaning) =>
        operation is IConversionOperation conversion ? conversion.Operand : SettingReader.ArgumentOf(operation, meaning.Parameter)?.Value;

    /// <summary>Content is a string, one part, or a list of parts.</summary>
    private static void ReadContent(IOperation content, Frame frame, ImmutableArray<PromptPiece>.Builder pieces, ref bool hasOther, ReadingContext context)
    {
        // Unions of an SDK, at most one in another, hold the text or the parts.
        content = OriginFinder.Bare(content);
        for (var depth = 0; depth < MaxWrappers && context.WrappedIn(content) is { } wrapped; depth++)
        {
            content = OriginFinder.Bare(wrapped);
        }

        if (content.Type?.SpecialType == SpecialType.System_String)
        {
            pieces.AddRange(PromptTextReader.Read(content, frame, context).Pieces);
            return;
        }

        if (context.Sdks.SurfaceOf(content.Type) is not null)
        {
            ReadPart(content, frame, pieces, ref hasOther, context);
            return;
        }

        var parts = ListReader.Read(content, frame, context);
        foreach (var part in parts.Elements)
        {
            ReadPart(part.Operation, part.Frame, pieces, ref hasOther, context);
        }

        if (parts.MoreFrom is { } more)
        {
            pieces.AddRange(PromptText.Unknown(more.Syntax.GetLocation()).Pieces);
        }
    }

    private static void ReadPart(IOperation element, Frame frame, ImmutableArray<PromptPiece>.Builder pieces, ref bool hasOther, ReadingContext context)
    {
        var origins = context.OriginsOf(element, frame);
        if (origins is not { MayBeOther: false, Known: [var origin] }
            || context.Sdks.Find<PartMember>(SettingReader.MemberOf(origin.Operation)) is not { Meaning: var part })
        {
            pieces.AddRange(PromptText.Unknown(element.Syntax.GetLocation()).Pieces);
            return;
        }

        if (part.TextParameter is not { } parameter)
        {
            hasOther = true;
            return;
        }

        var text = origin.Operation is IConversionOperation conversion ? conversion.Operand : SettingReader.ArgumentOf(origin.Operation, parameter)?.Value;
        if (text is not null)
        {
            pieces.AddRange(PromptTextReader.Read(text, origin.Frame, context).Pieces);
        }
    }
}
