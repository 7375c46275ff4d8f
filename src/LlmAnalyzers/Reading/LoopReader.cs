using System.Collections.Immutable;
using System.Linq;
using LlmAnalyzers.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <summary>Reads how often a call is sent: in a loop over data, by a service that never ends, or again until the reply is right.</summary>
internal static class LoopReader
{
    /// <summary>Base types and contracts of code that a host runs for each message or on a schedule.</summary>
    private static readonly ImmutableArray<(string Namespace, string Name, string Phrase)> Services = ImmutableArray.Create(
        ("Microsoft.Extensions.Hosting", "BackgroundService", "a background service"),
        ("Microsoft.Extensions.Hosting", "IHostedService", "a background service"),
        ("MassTransit", "IConsumer", "a consumer of messages"),
        ("NServiceBus", "IHandleMessages", "a consumer of messages"),
        ("Rebus.Handlers", "IHandleMessages", "a consumer of messages"),
        ("Quartz", "IJob", "a scheduled job"));

    /// <summary>What sends the call over and over; null when the source shows nothing of the kind.</summary>
    public static Repetition? RepetitionOf(IInvocationOperation invocation)
    {
        IOperation child = invocation;
        for (var current = invocation.Parent; current is not null; child = current, current = current.Parent)
        {
            switch (current)
            {
                case IForEachLoopOperation loop when loop.Body == child:
                    return new("a loop", Keyword(loop));
                case IWhileLoopOperation loop when loop.Body == child && !TalksToSomebody(loop):
                    return new("a loop", Keyword(loop));
                case IForLoopOperation loop when loop.Body == child && !IsShort(loop) && !TalksToSomebody(loop):
                    return new("a loop", Keyword(loop));
            }
        }

        return ServiceAround(invocation);
    }

    /// <summary>The loop that asks again until the reply passes a check; null when there is none.</summary>
    public static RepairLoop? RepairOf(IInvocationOperation invocation, ImmutableArray<ReplyUse> uses)
    {
        if (LoopAround(invocation) is not { } loop)
        {
            return null;
        }

        foreach (var use in uses)
        {
            if (use.Kind is ReplyUseKind.Matched or ReplyUseKind.Split or ReplyUseKind.ParsedAsJson or ReplyUseKind.Converted
                && (use.LocalLocation ?? use.Location) is { } location && location.SourceTree == loop.Syntax.SyntaxTree && loop.Syntax.Span.Contains(location.SourceSpan)
                && loop.Descendants().FirstOrDefault(o => o.Syntax.Span == location.SourceSpan && !o.IsImplicit) is { } check && DecidesTheEnd(check, loop))
            {
                return new(use, Keyword(loop));
            }
        }

        return null;
    }

    private static ILoopOperation? LoopAround(IOperation invocation)
    {
        IOperation child = invocation;
        for (var current = invocation.Parent; current is not null and not (IAnonymousFunctionOperation or ILocalFunctionOperation); child = current, current = current.Parent)
        {
            if (current is IForLoopOperation or IWhileLoopOperation && ((ILoopOperation)current).Body == child)
            {
                return (ILoopOperation)current;
            }
        }

        return null;
    }

    /// <summary>Passing it leaves the loop, failing it does not.</summary>
    private static bool DecidesTheEnd(IOperation check, ILoopOperation loop)
    {
        IOperation child = check;
        for (var current = check.Parent; current is not null && child != loop; child = current, current = current.Parent)
        {
            switch (current)
            {
                case ITryOperation attempt when attempt.Body == child:
                    // The handler goes on, the body leaves.
                    return attempt.Catches.Any(c => !Leaves(c.Handler)) && (Leaves(attempt.Body) || Leaves(loop.Body));
                case IConditionalOperation choice when choice.Condition == child:
                    return Leaves(choice.WhenTrue) != (choice.WhenFalse is not null && Leaves(choice.WhenFalse)) || loop.Body.Descendants().OfType<IBranchOperation>().Any(b => b.BranchKind == BranchKind.Continue);
                case IWhileLoopOperation again when again.Condition == child:
                    return true;
            }
        }

        return false;
    }

    private static bool Leaves(IOperation operation) => operation.DescendantsAndSelf().Any(o =>
        o is IReturnOperation or IThrowOperation || o is IBranchOperation { BranchKind: BranchKind.Break });

    /// <summary>A few rounds at most, counted by a constant: attempts, not data.</summary>
    private static bool IsShort(IForLoopOperation loop) =>
        loop.Condition is IBinaryOperation { RightOperand.ConstantValue: { HasValue: true, Value: int bound } } && bound <= 20;

    /// <summary>Each round waits for what a person types.</summary>
    private static bool TalksToSomebody(ILoopOperation loop) => loop.Descendants().OfType<IInvocationOperation>().Any(i =>
        i.TargetMethod is { Name: "ReadLine" or "ReadKey" or "Read" or "Ask" or "Prompt" } method && method.ContainingType?.Name is "Console" or "AnsiConsole" or "TextReader" or "StreamReader" or "ReadLine");

    private static Repetition? ServiceAround(IInvocationOperation invocation)
    {
        if (invocation.SemanticModel?.GetEnclosingSymbol(invocation.Syntax.SpanStart) is not { ContainingType: { } type })
        {
            return null;
        }

        for (var current = type; current is not null; current = current.BaseType)
        {
            if (PhraseOf(current) is { } phrase)
            {
                return new($"'{type.Name}', {phrase}", NameOf(invocation, type));
            }
        }

        return type.AllInterfaces.Select(PhraseOf).FirstOrDefault(p => p is not null) is { } contract ? new($"'{type.Name}', {contract}", NameOf(invocation, type)) : null;
    }

    private static string? PhraseOf(INamedTypeSymbol type)
    {
        foreach (var (space, name, phrase) in Services)
        {
            if (type.Name == name && type.ContainingNamespace?.ToDisplayString() == space)
            {
                return phrase;
            }
        }

        return null;
    }

    private static Location NameOf(IInvocationOperation invocation, INamedTypeSymbol type) =>
        type.Locations.FirstOrDefault(l => l.IsInSource) ?? invocation.Syntax.GetLocation();

    private static Location Keyword(ILoopOperation loop) => loop.Syntax switch
    {
        CommonForEachStatementSyntax each => each.ForEachKeyword.GetLocation(),
        ForStatementSyntax each => each.ForKeyword.GetLocation(),
        WhileStatementSyntax each => each.WhileKeyword.GetLocation(),
        DoStatementSyntax each => each.DoKeyword.GetLocation(),
        _ => loop.Syntax.GetLocation(),
    };
}
