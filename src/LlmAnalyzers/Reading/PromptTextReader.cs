using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LlmAnalyzers.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <summary>
/// Reads a text out of C#: literals, interpolation, concatenation, formats, joins, builders, constants, and members of the
/// project that return text. What cannot be read becomes a hole.
/// </summary>
internal sealed class PromptTextReader
{
    private const int MaxDepth = 60;
    private const int MaxPieces = 4_000;

    private readonly ReadingContext _context;
    private readonly ImmutableArray<PromptPiece>.Builder _pieces = ImmutableArray.CreateBuilder<PromptPiece>();
    private readonly HashSet<(ISymbol, int)> _open = new();
    private int _length;

    private PromptTextReader(ReadingContext context) => _context = context;

    public static PromptText Read(IOperation value, Frame frame, ReadingContext context)
    {
        var reader = new PromptTextReader(context);
        reader.Visit(value, frame, isCertain: true, depth: 0);
        return new(reader._pieces.ToImmutable());
    }

    private void Visit(IOperation value, Frame frame, bool isCertain, int depth)
    {
        _context.CancellationToken.ThrowIfCancellationRequested();
        var operation = OriginFinder.Bare(value);
        if (depth > MaxDepth || _pieces.Count >= MaxPieces)
        {
            Hole(operation, isCertain);
            return;
        }

        if (operation.ConstantValue.HasValue)
        {
            Literal(operation.ConstantValue.Value?.ToString() ?? "", operation, isCertain);
            return;
        }

        switch (operation)
        {
            case IInterpolatedStringOperation interpolated:
                foreach (var part in interpolated.Parts)
                {
                    switch (part)
                    {
                        case IInterpolatedStringTextOperation text:
                            Visit(text.Text, frame, isCertain, depth + 1);
                            break;
                        case IInterpolationOperation hole:
                            Visit(hole.Expression, frame, isCertain, depth + 1);
                            break;
                    }
                }

                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add }:
                VisitConcatenation(operation, frame, isCertain, depth);
                break;
            case ILocalReferenceOperation local:
                VisitLocal(local, frame, isCertain, depth);
                break;
            case IInvocationOperation invocation:
                VisitInvocation(invocation, frame, isCertain, depth);
                break;
            case IPropertyReferenceOperation { Property: { Name: "NewLine", ContainingType.Name: nameof(Environment) } }:
                Literal("\n", operation, isCertain);
                break;
            case IObjectCreationOperation { Type.SpecialType: SpecialType.System_String }:
                Hole(operation, isCertain);
                break;
            default:
                VisitOrigins(operation, frame, isCertain, depth);
                break;
        }
    }

    /// <summary>Unrolls <c>a + b + c</c> in a loop: machine-made concatenations nest thousands deep.</summary>
    private void VisitConcatenation(IOperation operation, Frame frame, bool isCertain, int depth)
    {
        var operands = new Stack<IOperation>();
        var current = operation;
        while (OriginFinder.Bare(current) is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: null, ConstantValue.HasValue: false } add
            && operands.Count < MaxPieces)
        {
            operands.Push(add.RightOperand);
            current = add.LeftOperand;
        }

        if (current == operation)
        {
            Hole(operation, isCertain);
            return;
        }

        Visit(current, frame, isCertain, depth + 1);
        foreach (var operand in operands)
        {
            Visit(operand, frame, isCertain, depth + 1);
        }
    }

    /// <summary>A local is its value and what <c>+=</c> appends to it before this use.</summary>
    private void VisitLocal(ILocalReferenceOperation local, Frame frame, bool isCertain, int depth)
    {
        var mentions = frame.Body.MentionsOf(local.Local);
        if (mentions.All(m => m.Kind != MentionKind.Extended))
        {
            VisitOrigins(local, frame, isCertain, depth);
            return;
        }

        if (!_open.Add((local.Local, local.Syntax.SpanStart)))
        {
            Hole(local, isCertain);
            return;
        }

        var start = -1;
        for (var i = 0; i < mentions.Length; i++)
        {
            if (mentions[i].Kind is not (MentionKind.Read or MentionKind.Extended) && Reaching.Of(mentions[i].Operation, local) == Reach.Always)
            {
                start = i;
            }
        }

        for (var i = Math.Max(start, 0); i < mentions.Length; i++)
        {
            var mention = mentions[i];
            var reach = Reaching.Of(mention.Operation, local);
            if (reach == Reach.Never || mention.Kind == MentionKind.Read)
            {
                continue;
            }

            if (mention.Value is { } value)
            {
                Visit(value, frame, isCertain && reach == Reach.Always, depth + 1);
            }
            else if (mention.Kind == MentionKind.Overwritten)
            {
                Hole(local, isCertain);
            }
        }

        if (start < 0)
        {
            Hole(local, isCertain);
        }
    }

    private void VisitOrigins(IOperation operation, Frame frame, bool isCertain, int depth)
    {
        var origins = _context.OriginsOf(operation, frame);
        var single = origins.Known.Length == 1 && !origins.MayBeOther;
        foreach (var origin in origins.Known)
        {
            if (origin.Operation == operation || origin.IsNull)
            {
                if (!origin.IsNull)
                {
                    Hole(operation, isCertain);
                }

                continue;
            }

            Visit(origin.Operation, origin.Frame, isCertain && single && origin.IsCertain, depth + 1);
        }

        if (origins.MayBeOther && origins.Known.All(o => o.Operation != operation))
        {
            Hole(operation, isCertain);
        }
    }

    private void VisitInvocation(IInvocationOperation invocation, Frame frame, bool isCertain, int depth)
    {
        var method = invocation.TargetMethod;
        var isString = method.ContainingType.SpecialType == SpecialType.System_String;
        var isBuilder = method.ContainingType is { Name: "StringBuilder", ContainingNamespace: { Name: "Text", ContainingNamespace.Name: "System" } };
        switch (method.Name)
        {
            case "Format" when isString:
                VisitFormat(invocation, frame, isCertain, depth);
                break;
            case "Concat" when isString:
                VisitElements(invocation.Arguments, frame, isCertain, depth, separator: null);
                break;
            case "Join" when isString && invocation.Arguments.Length > 1:
                VisitElements(invocation.Arguments.RemoveAt(0), frame, isCertain, depth, invocation.Arguments[0].Value);
                break;
            case "Trim" or "TrimStart" or "TrimEnd" or "ReplaceLineEndings" or "Normalize" or "ToString" when isString && invocation.Instance is { } text:
                Visit(text, frame, isCertain, depth + 1);
                break;
            case "Replace" when isString && invocation.Instance is { } template:
                VisitReplace(invocation, template, frame, isCertain, depth);
                break;
            case "ToString" when isBuilder && invocation.Instance is ILocalReferenceOperation builder:
                VisitBuilder(builder, frame, isCertain, depth);
                break;
            default:
                VisitOrigins(invocation, frame, isCertain, depth);
                break;
        }
    }

    /// <summary><c>"… {0} …"</c>: each placeholder is the argument, or a hole where there is none.</summary>
    private void VisitFormat(IInvocationOperation invocation, Frame frame, bool isCertain, int depth)
    {
        var format = SettingReader.ArgumentOf(invocation, "format");
        var arguments = invocation.Arguments.Where(a => a.Parameter?.Name is not ("format" or "provider")).SelectMany(ElementsOf).ToList();
        if (format is null || _context.OriginsOf(format.Value, frame) is not { MayBeOther: false, Known: [var origin] }
            || SettingReader.TextOf(origin.Operation) is not { Length: <= PromptText.MaxLength } text)
        {
            Hole(invocation, isCertain);
            return;
        }

        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '{' or '}' && i + 1 < text.Length && text[i + 1] == text[i])
            {
                Literal(text.Substring(start, i + 1 - start), origin.Operation, isCertain);
                start = ++i + 1;
            }
            else if (text[i] == '{' && text.IndexOf('}', i) is var end and > 0)
            {
                Literal(text.Substring(start, i - start), origin.Operation, isCertain);
                var index = new string(text.Substring(i + 1, end - i - 1).TakeWhile(char.IsDigit).ToArray());
                if (index.Length is > 0 and < 4 && int.Parse(index, System.Globalization.CultureInfo.InvariantCulture) is var place && place < arguments.Count)
                {
                    Visit(arguments[place], frame, isCertain, depth + 1);
                }
                else
                {
                    Hole(invocation, isCertain);
                }

                i = end;
                start = end + 1;
            }
        }

        Literal(text.Substring(start), origin.Operation, isCertain);
    }

    private void VisitElements(ImmutableArray<IArgumentOperation> arguments, Frame frame, bool isCertain, int depth, IOperation? separator)
    {
        var elements = arguments.Where(a => a.Parameter?.Name is not "separator").SelectMany(ElementsOf).ToList();
        for (var i = 0; i < elements.Count; i++)
        {
            if (i > 0 && separator is not null)
            {
                Visit(separator, frame, isCertain, depth + 1);
            }

            Visit(elements[i], frame, isCertain, depth + 1);
        }
    }

    private static IEnumerable<IOperation> ElementsOf(IArgumentOperation argument) => OriginFinder.Bare(argument.Value) switch
    {
        IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
        ICollectionExpressionOperation collection when collection.Elements.All(e => e is not ISpreadOperation) => collection.Elements,
        var value => [value],
    };

    /// <summary>A placeholder in a template is cut out where the text shows it.</summary>
    private void VisitReplace(IInvocationOperation invocation, IOperation template, Frame frame, bool isCertain, int depth)
    {
        var first = _pieces.Count;
        Visit(template, frame, isCertain, depth + 1);
        if (invocation.Arguments.Length < 2
            || _context.OriginsOf(invocation.Arguments[0].Value, frame) is not { MayBeOther: false, Known: [var origin] }
            || SettingReader.TextOf(origin.Operation) is not { Length: > 0 } token)
        {
            // Which part is replaced cannot be read: more text may be there than the template shows.
            Hole(invocation, isCertain);
            return;
        }

        var before = _pieces.Skip(first).ToList();
        _pieces.Count = first;
        foreach (var piece in before)
        {
            if (piece.Literal is not { } literal || literal.IndexOf(token, StringComparison.Ordinal) < 0)
            {
                _pieces.Add(piece);
                continue;
            }

            var parts = literal.Split([token], StringSplitOptions.None);
            for (var i = 0; i < parts.Length && _pieces.Count < MaxPieces; i++)
            {
                if (i > 0)
                {
                    Visit(invocation.Arguments[1].Value, frame, isCertain, depth + 1);
                }

                _pieces.Add(piece with { Literal = parts[i] });
            }
        }
    }

    /// <summary>A builder is what is appended to it before this use, chained calls included.</summary>
    private void VisitBuilder(ILocalReferenceOperation builder, Frame frame, bool isCertain, int depth)
    {
        foreach (var mention in frame.Body.MentionsOf(builder.Local))
        {
            var reach = Reaching.Of(mention.Operation, builder);
            if (mention.Operation == builder || reach == Reach.Never)
            {
                continue;
            }

            var certain = isCertain && reach == Reach.Always;
            if (mention.Value is { } value && OriginFinder.Bare(value) is IObjectCreationOperation created)
            {
                VisitAll(created.Arguments.Where(a => a.Parameter?.Name == "value"), frame, certain, depth);
            }
            else if (mention.Value is { } chained)
            {
                VisitChain(chained, frame, certain, depth);
            }
            else if (mention.Kind == MentionKind.Read)
            {
                var link = mention.Operation.Parent;
                while (link is IInvocationOperation appended && IsAppend(appended))
                {
                    Append(appended, frame, certain, depth);
                    link = appended.Parent;
                }

                if (link is IArgumentOperation)
                {
                    Hole(mention.Operation, certain);
                }
            }
        }
    }

    private void VisitChain(IOperation chained, Frame frame, bool isCertain, int depth)
    {
        var links = new Stack<IInvocationOperation>();
        var current = OriginFinder.Bare(chained);
        while (current is IInvocationOperation { Instance: { } inner } link && IsAppend(link) && links.Count < MaxPieces)
        {
            links.Push(link);
            current = OriginFinder.Bare(inner);
        }

        foreach (var link in links)
        {
            Append(link, frame, isCertain, depth);
        }
    }

    private static bool IsAppend(IInvocationOperation invocation) =>
        invocation.TargetMethod.ContainingType.Name == "StringBuilder" && invocation.TargetMethod.Name is "Append" or "AppendLine" or "AppendFormat" or "AppendJoin" or "Insert";

    private void Append(IInvocationOperation invocation, Frame frame, bool isCertain, int depth)
    {
        if (invocation.TargetMethod.Name == "AppendFormat")
        {
            VisitFormat(invocation, frame, isCertain, depth);
        }
        else if (invocation.TargetMethod.Name == "AppendJoin")
        {
            Hole(invocation, isCertain);
        }
        else
        {
            VisitAll(invocation.Arguments.Where(a => a.Parameter?.Name is "value" or "handler"), frame, isCertain, depth);
        }

        if (invocation.TargetMethod.Name == "AppendLine")
        {
            Literal("\n", invocation, isCertain);
        }
    }

    private void VisitAll(IEnumerable<IArgumentOperation> arguments, Frame frame, bool isCertain, int depth)
    {
        foreach (var argument in arguments)
        {
            var value = OriginFinder.Bare(argument.Value);
            Visit(value is IInterpolatedStringHandlerCreationOperation handler ? handler.Content : value, frame, isCertain, depth + 1);
        }
    }

    private void Literal(string text, IOperation operation, bool isCertain)
    {
        if (text.Length == 0)
        {
            return;
        }

        if (_length + text.Length > PromptText.MaxLength)
        {
            Hole(operation, isCertain);
            return;
        }

        _length += text.Length;
        _pieces.Add(new(text, operation.Syntax.GetLocation()) { IsCertain = isCertain });
    }

    private void Hole(IOperation operation, bool isCertain)
    {
        if (_pieces.Count > MaxPieces)
        {
            return;
        }

        _pieces.Add(new(null, operation.Syntax.GetLocation())
        {
            IsCertain = isCertain,
            HoleName = MemberBody.VariableOf(operation)?.Name ?? (operation as IMemberReferenceOperation)?.Member.Name,
            IsPlainValue = IsPlain(operation.Type),
        });
    }

    private static bool IsPlain(ITypeSymbol? type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            type = nullable.TypeArguments[0];
        }

        return type is { TypeKind: TypeKind.Enum }
            || type?.SpecialType is SpecialType.System_Boolean or SpecialType.System_Char or SpecialType.System_DateTime
                or (>= SpecialType.System_SByte and <= SpecialType.System_Double)
            || type is { Name: "Guid" or "DateTimeOffset" or "DateOnly" or "TimeOnly" or "TimeSpan", ContainingNamespace.Name: "System" };
    }
}
