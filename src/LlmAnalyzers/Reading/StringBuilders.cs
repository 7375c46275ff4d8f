using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <summary>Reads what has been appended to a <see cref="System.Text.StringBuilder"/> when its text is taken.</summary>
internal sealed class StringBuilders
{
    private const int MaxLinks = 5_000;
    private const int MaxCallees = 3;

    private readonly PromptTextReader _reader;
    private readonly int _first;
    private readonly int _depth;
    private int _links;

    private StringBuilders(PromptTextReader reader, int depth)
    {
        _reader = reader;
        _depth = depth;
        _first = reader.Pieces.Count;
    }

    /// <summary>The expression, or the method's type where that is not inherited, is a builder.</summary>
    public static bool IsBuilder(ITypeSymbol method, IOperation? instance) =>
        instance is not null && (IsBuilder(method) || IsBuilder(instance.Type));

    public static bool IsBuilder(ITypeSymbol? type) =>
        type is { Name: "StringBuilder", ContainingNamespace: { Name: "Text", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } };

    /// <summary>Adds the text that a builder holds where the expression stands.</summary>
    public static void Visit(IOperation builder, Frame frame, bool isCertain, int depth, PromptTextReader reader) =>
        new StringBuilders(reader, depth).Visit(builder, frame, isCertain);

    private void Visit(IOperation builder, Frame frame, bool isCertain)
    {
        var links = new Stack<IInvocationOperation>();
        var current = OriginFinder.Bare(builder);
        while (current is IInvocationOperation { Instance: { } inner } link && IsBuilder(link.TargetMethod.ContainingType) && IsBuilder(link.Type) && links.Count < MaxLinks)
        {
            links.Push(link);
            current = OriginFinder.Bare(inner);
        }

        switch (current)
        {
            case IObjectCreationOperation creation:
                VisitAll(creation.Arguments.Where(a => a.Parameter?.Name == "value"), frame, isCertain);
                break;
            case ILocalReferenceOperation local:
                VisitLocal(local, frame, isCertain);
                break;
            default:
                _reader.Pieces.AddHole(current, isCertain);
                break;
        }

        foreach (var link in links)
        {
            Apply(link, frame, isCertain);
        }
    }

    /// <summary>What the local was given, and what is done to it before this use.</summary>
    private void VisitLocal(ILocalReferenceOperation local, Frame frame, bool isCertain)
    {
        var mentions = frame.Body.MentionsOf(local.Local);
        var given = mentions.LastOrDefault(m => m.Kind == MentionKind.Written && Reaching.Of(m.Operation, local) == Reach.Always);
        if (given.Value is null || ++_links > MaxLinks)
        {
            _reader.Pieces.AddHole(local, isCertain);
            return;
        }

        Visit(given.Value, frame, isCertain);
        foreach (var (mention, reach) in frame.Body.ReadsBefore(local.Local, local))
        {
            if (mention != local)
            {
                ApplyMention(mention, frame, isCertain && reach == Reach.Always, callees: 0);
            }
        }
    }

    private void ApplyMention(IOperation mention, Frame frame, bool isCertain, int callees)
    {
        var link = mention.Parent;
        while (link is IInvocationOperation called && IsBuilder(called.TargetMethod.ContainingType) && ++_links < MaxLinks)
        {
            Apply(called, frame, isCertain);
            link = called.Parent;
        }

        switch (link)
        {
            case IArgumentOperation { Parent: IInvocationOperation call } argument:
                ApplyInCallee(call, argument, mention, frame, isCertain, callees);
                break;
            case IArgumentOperation or IVariableInitializerOperation or IArrayInitializerOperation:
            case IPropertyReferenceOperation { Property.Name: "Length", Parent: IAssignmentOperation }:
            case ISimpleAssignmentOperation:
                _reader.Pieces.AddHole(mention, isCertain);
                break;
        }
    }

    /// <summary>A member of the project that appends to the builder it is given.</summary>
    private void ApplyInCallee(IInvocationOperation call, IArgumentOperation argument, IOperation mention, Frame frame, bool isCertain, int callees)
    {
        if (Onlookers.OnlyLooks(call.TargetMethod))
        {
            return;
        }

        if (callees >= MaxCallees || argument.Parameter is not { } parameter
            || _reader.Context.Members.TargetOf(call, _reader.Context.CancellationToken) is not { } target
            || _reader.Context.Members.BodyOf(target, _reader.Context.CancellationToken) is not { } body)
        {
            _reader.Pieces.AddHole(mention, isCertain);
            return;
        }

        var entered = frame.Enter(body, call).Bind(call, target, frame);
        foreach (var inner in body.MentionsOf(MemberLookup.In(target, parameter)))
        {
            if (inner.Kind == MentionKind.Read)
            {
                ApplyMention(inner.Operation, entered, isCertain && Reaching.IsUnconditional(inner.Operation), callees + 1);
            }
        }
    }

    private void Apply(IInvocationOperation link, Frame frame, bool isCertain)
    {
        var pieces = _reader.Pieces;
        var before = pieces.Count;
        switch (link.TargetMethod.Name)
        {
            case "Append" or "AppendLine":
                VisitAll(link.Arguments.Where(a => a.Parameter?.Name is "value" or "handler"), frame, isCertain);
                if (link.TargetMethod.Name == "AppendLine")
                {
                    pieces.AddLiteral("\n", link, isCertain);
                }

                break;
            case "AppendFormat":
                StringMethods.VisitFormat(link, frame, isCertain, _depth + 1, _reader);
                break;
            case "AppendJoin":
                StringMethods.VisitElements(link.Arguments.Skip(1), link.Arguments[0].Value, frame, isCertain, _depth + 1, _reader);
                break;
            case "Insert" when link.Arguments.Length == 2:
                VisitAll(link.Arguments.Skip(1), frame, isCertain);
                if (link.Arguments[0].Value.ConstantValue is { HasValue: true, Value: 0 })
                {
                    pieces.MoveTo(_first, before);
                }

                break;
            case "Replace":
                StringMethods.Replace(link, _first, frame, isCertain, _depth, _reader);
                break;
            case "Clear" when isCertain:
                pieces.ClearFrom(_first);
                break;
            case "ToString" or "EnsureCapacity" or "Equals" or "CopyTo":
                break;
            default:
                pieces.AddHole(link, isCertain);
                break;
        }
    }

    private void VisitAll(IEnumerable<IArgumentOperation> arguments, Frame frame, bool isCertain)
    {
        foreach (var argument in arguments)
        {
            _reader.Visit(argument.Value, frame, isCertain, _depth + 1);
        }
    }
}
