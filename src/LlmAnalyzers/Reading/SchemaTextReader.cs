using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LlmAnalyzers.Schemas;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <summary>
/// Reads a text that is wholly in the source down to its literals: regular, verbatim, raw and UTF-8, joined by <c>+</c>, and
/// constants, fields and members that hold them, in this file or another.
/// </summary>
internal sealed class SchemaTextReader(ReadingContext context)
{
    /// <summary>Longer texts are left alone: no service takes them, and reading them costs.</summary>
    public const int MaxLength = 4_000_000;

    private const int MaxParts = 5_000;
    private const int MaxDepth = 30;

    private readonly ImmutableArray<TextPart>.Builder _parts = ImmutableArray.CreateBuilder<TextPart>();
    private int _length;

    /// <summary>Null when a part of the text is not in the source, or may be another one.</summary>
    public static JsonText? Read(IOperation value, Frame frame, ReadingContext context)
    {
        var reader = new SchemaTextReader(context);
        return reader.Add(value, frame, depth: 0) ? new(string.Concat(reader._parts.Select(p => p.Value)), reader._parts.ToImmutable()) : null;
    }

    private bool Add(IOperation value, Frame frame, int depth)
    {
        context.CancellationToken.ThrowIfCancellationRequested();
        if (depth > MaxDepth || context.OriginsOf(value, frame).Single is not { IsOpen: false } origin)
        {
            return false;
        }

        var operation = origin.Operation;
        switch (operation)
        {
            case { ConstantValue: { HasValue: true, Value: string constant } }:
                return AddConstant(operation.Syntax, constant);
            case IUtf8StringOperation utf8:
                return AddPart(utf8.Syntax, utf8.Value);
            case IInvocationOperation { TargetMethod.Name: "ToArray", Instance: { } bytes }:
                return Add(bytes, origin.Frame, depth + 1);
            case IInvocationOperation { TargetMethod: { Name: "GetBytes", ContainingType: { } encoding }, Arguments: [{ Value: var text }] } when TypeNames.Is(encoding, "System.Text", "Encoding"):
                return Add(text, origin.Frame, depth + 1);
            case IInvocationOperation { TargetMethod: { Name: "Trim" or "TrimStart" or "TrimEnd", ContainingType.SpecialType: SpecialType.System_String }, Instance: { } text, Arguments.IsEmpty: true }:
                // Blanks at the ends mean nothing in JSON.
                return Add(text, origin.Frame, depth + 1);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: null } add when add.Type?.SpecialType == SpecialType.System_String:
                return Add(add.LeftOperand, origin.Frame, depth + 1) && Add(add.RightOperand, origin.Frame, depth + 1);
            default:
                return false;
        }
    }

    /// <summary>Goes down to the literals of a constant, or takes it as a whole where they do not make it up.</summary>
    private bool AddConstant(SyntaxNode syntax, string constant)
    {
        var before = _parts.Count;
        var found = new List<TextPart>();
        if (syntax is ExpressionSyntax expression && Collect(expression, found, depth: 0) && string.Concat(found.Select(p => p.Value)) == constant)
        {
            return found.All(p => AddPart(p.Expression, p.Value)) || Drop(before);
        }

        return AddPart(syntax, constant);
    }

    private bool Collect(ExpressionSyntax expression, List<TextPart> found, int depth)
    {
        // a + b + c leans to the left: the right sides are taken in a loop.
        var right = new Stack<ExpressionSyntax>();
        while (expression is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } add)
        {
            if (right.Count > MaxParts)
            {
                return false;
            }

            right.Push(add.Right);
            expression = add.Left;
        }

        return CollectOne(expression, found, depth) && right.All(r => Collect(r, found, depth + 1));
    }

    private bool CollectOne(ExpressionSyntax expression, List<TextPart> found, int depth)
    {
        if (depth > MaxDepth || found.Count > MaxParts)
        {
            return false;
        }

        switch (expression)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                return Collect(parenthesized.Expression, found, depth + 1);
            case LiteralExpressionSyntax { Token.Value: string value }:
                found.Add(new(expression, value));
                return true;
            case IdentifierNameSyntax or MemberAccessExpressionSyntax when DeclarationOf(expression) is { } declared:
                return Collect(declared, found, depth + 1);
            default:
                if (Model(expression)?.GetConstantValue(expression, context.CancellationToken) is { HasValue: true, Value: string constant })
                {
                    found.Add(new(expression, constant));
                    return true;
                }

                return false;
        }
    }

    /// <summary>The value of a constant field or local that is declared in the project.</summary>
    private ExpressionSyntax? DeclarationOf(ExpressionSyntax name) =>
        Model(name)?.GetSymbolInfo(name, context.CancellationToken).Symbol is { } symbol
        && symbol is IFieldSymbol { IsConst: true } or ILocalSymbol { IsConst: true }
        && symbol.DeclaringSyntaxReferences is [var reference]
        && reference.GetSyntax(context.CancellationToken) is VariableDeclaratorSyntax { Initializer.Value: { } value }
            ? value
            : null;

    private SemanticModel? Model(SyntaxNode node) =>
        context.Members.Models.Compilation.ContainsSyntaxTree(node.SyntaxTree) ? context.Members.Models.For(node.SyntaxTree) : null;

    private bool AddPart(SyntaxNode syntax, string value)
    {
        _length += value.Length;
        if (_length > MaxLength || _parts.Count >= MaxParts || syntax is not ExpressionSyntax expression)
        {
            return false;
        }

        if (value.Length > 0)
        {
            _parts.Add(new(expression, value));
        }

        return true;
    }

    private bool Drop(int count)
    {
        _parts.Count = count;
        return false;
    }
}
