using System;
using System.Collections.Generic;
using LlmAnalyzers.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <summary>
/// Reads a text out of C#: literals, interpolation, concatenation, constants, and members of the project that return text;
/// see <see cref="StringMethods"/> and <see cref="StringBuilders"/> for the rest. What cannot be read becomes a hole.
/// </summary>
internal sealed class PromptTextReader
{
    private const int MaxDepth = 60;
    private const int MaxOperands = 10_000;

    /// <summary>A text that is made of itself again and again grows without end long before it is deep.</summary>
    private const int MaxSteps = 15_000;

    /// <summary>Expressions that are being read: a text that contains itself is a hole there.</summary>
    private readonly HashSet<IOperation> _open = new();
    private int _steps;

    private PromptTextReader(ReadingContext context) => Context = context;

    public ReadingContext Context { get; }

    public TextPieces Pieces { get; } = new();

    public static PromptText Read(IOperation value, Frame frame, ReadingContext context)
    {
        var reader = new PromptTextReader(context);
        reader.Visit(value, frame, isCertain: true, depth: 0);
        return reader.Pieces.ToText();
    }

    public void Visit(IOperation value, Frame frame, bool isCertain, int depth)
    {
        Context.CancellationToken.ThrowIfCancellationRequested();
        var operation = OriginFinder.Bare(value);
        if (depth > MaxDepth || Pieces.IsFull || ++_steps > MaxSteps)
        {
            Pieces.AddHole(operation, isCertain);
            return;
        }

        if (operation.ConstantValue.HasValue)
        {
            Pieces.AddLiteral(operation.ConstantValue.Value?.ToString() ?? "", operation, isCertain);
            return;
        }

        if (StringBuilders.IsBuilder(operation.Type))
        {
            StringBuilders.Visit(operation, frame, isCertain, depth, this);
            return;
        }

        switch (operation)
        {
            case IInterpolatedStringHandlerCreationOperation handler:
                Visit(handler.Content, frame, isCertain, depth);
                break;
            case IInterpolatedStringOperation interpolated:
                VisitInterpolation(interpolated, frame, isCertain, depth);
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } when operation.Type?.SpecialType == SpecialType.System_String:
                VisitConcatenation(operation, frame, isCertain, depth);
                break;
            case ILocalReferenceOperation local:
                VisitLocal(local, frame, isCertain, depth);
                break;
            case IInvocationOperation invocation:
                if (!StringMethods.Visit(invocation, frame, isCertain, depth, this) && !FileTexts.Visit(invocation, frame, isCertain, this))
                {
                    VisitOrigins(invocation, frame, isCertain, depth);
                }

                break;
            case IPropertyReferenceOperation { Property: { Name: "NewLine", ContainingType.Name: nameof(Environment) } }:
                Pieces.AddLiteral("\n", operation, isCertain);
                break;
            default:
                VisitOrigins(operation, frame, isCertain, depth);
                break;
        }
    }

    private void VisitInterpolation(IInterpolatedStringOperation interpolated, Frame frame, bool isCertain, int depth)
    {
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
                case IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation { Arguments: [var appended, ..] } }:
                    // The parts of a text that is written into a builder or logger without being made first.
                    Visit(appended.Value, frame, isCertain, depth + 1);
                    break;
                default:
                    Pieces.AddHole(part, isCertain);
                    break;
            }
        }
    }

    /// <summary>Unrolls <c>a + b + c</c> in a loop: machine-made concatenations nest thousands deep.</summary>
    private void VisitConcatenation(IOperation operation, Frame frame, bool isCertain, int depth)
    {
        var operands = new Stack<IOperation>();
        var current = operation;
        while (OriginFinder.Bare(current) is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: null, ConstantValue.HasValue: false } add
            && add.Type?.SpecialType == SpecialType.System_String
            && operands.Count < MaxOperands)
        {
            operands.Push(add.RightOperand);
            current = add.LeftOperand;
        }

        if (current == operation || operands.Count == MaxOperands)
        {
            Pieces.AddHole(operation, isCertain);
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
        var start = -1;
        var isExtended = false;
        for (var i = mentions.Length - 1; i >= 0 && start < 0; i--)
        {
            var kind = mentions[i].Kind;
            if (kind != MentionKind.Read && Reaching.Of(mentions[i].Operation, local) is var reach and not Reach.Never)
            {
                isExtended |= kind == MentionKind.Extended;
                start = kind != MentionKind.Extended && reach == Reach.Always ? i : -1;
            }
        }

        if (!isExtended)
        {
            VisitOrigins(local, frame, isCertain, depth);
            return;
        }

        if (!_open.Add(local) || start < 0)
        {
            Pieces.AddHole(local, isCertain);
            return;
        }

        for (var i = start; i < mentions.Length; i++)
        {
            var mention = mentions[i];
            var reach = mention.Kind == MentionKind.Read ? Reach.Never : Reaching.Of(mention.Operation, local);
            if (reach == Reach.Never)
            {
                continue;
            }

            var certain = isCertain && reach == Reach.Always;
            if (mention.Value is { } value)
            {
                Visit(value, frame, certain, depth + 1);
            }
            else if (mention.Kind == MentionKind.Overwritten)
            {
                Pieces.AddHole(local, certain);
            }
        }

        _open.Remove(local);
    }

    private void VisitOrigins(IOperation operation, Frame frame, bool isCertain, int depth)
    {
        if (!_open.Add(operation))
        {
            Pieces.AddHole(operation, isCertain);
            return;
        }

        var origins = Context.OriginsOf(operation, frame);
        var certain = isCertain && origins.Single is not null;
        foreach (var origin in origins.Known)
        {
            if (origin.IsOpen || origin.Operation == operation)
            {
                Pieces.AddHole(origin.Operation, certain && origin.IsCertain);
            }
            else if (!origin.IsNull)
            {
                Visit(origin.Operation, origin.Frame, certain && origin.IsCertain, depth + 1);
            }
        }

        if (origins.HasUnseen)
        {
            Pieces.AddHole(operation, certain);
        }

        _open.Remove(operation);
    }
}
