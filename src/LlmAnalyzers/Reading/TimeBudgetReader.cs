using System;
using System.Globalization;
using System.Linq;
using LlmAnalyzers.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <summary>Reads how long a call may take: from the source of its cancellation token, or from the wait around it. In milliseconds.</summary>
internal static class TimeBudgetReader
{
    /// <summary>The shortest budget the source shows; null when it shows none.</summary>
    public static SourceValue? Read(IInvocationOperation invocation, Frame frame, ReadingContext context)
    {
        SourceValue? shortest = null;
        void Take(SourceValue? budget) => shortest = budget is not null && (shortest is null || (double)budget.Value! < (double)shortest.Value!) ? budget : shortest;

        if (invocation.Parent is IInvocationOperation { TargetMethod.Name: "WaitAsync", Arguments: [var wait, ..] } waiting && waiting.Instance == invocation)
        {
            Take(DurationOf(wait.Value, frame, context));
        }

        if (invocation.Arguments.FirstOrDefault(a => a.Parameter?.Type is { Name: "CancellationToken", ContainingNamespace.Name: "Threading" }) is { ArgumentKind: ArgumentKind.Explicit } token
            && context.OriginsOf(token.Value, frame).Single is { Operation: IPropertyReferenceOperation { Property.Name: "Token", Instance: { } source } property } origin
            && IsTokenSource(property.Property.ContainingType))
        {
            Take(FromCreation(source, origin.Frame, context));
            Take(FromCancelAfter(source, origin.Frame, context));
        }

        return shortest;
    }

    private static SourceValue? FromCreation(IOperation source, Frame frame, ReadingContext context) =>
        context.OriginsOf(source, frame).Single is { Operation: IObjectCreationOperation { Arguments: [var delay, ..] } creation } origin && IsTokenSource(creation.Type)
            ? DurationOf(delay.Value, origin.Frame, context)
            : null;

    private static SourceValue? FromCancelAfter(IOperation source, Frame frame, ReadingContext context)
    {
        var variable = MemberBody.VariableOf(source);
        var after = variable is null ? null : frame.Body.Invocations.FirstOrDefault(i =>
            i.TargetMethod.Name == "CancelAfter" && IsTokenSource(i.TargetMethod.ContainingType) && SymbolEqualityComparer.Default.Equals(MemberBody.VariableOf(i.Instance), variable));
        return after is { Arguments: [var delay, ..] } ? DurationOf(delay.Value, frame, context) : null;
    }

    private static SourceValue? DurationOf(IOperation value, Frame frame, ReadingContext context)
    {
        if (context.OriginsOf(value, frame).Single is not { } origin || MillisecondsOf(origin, context) is not { } milliseconds || milliseconds <= 0)
        {
            return null;
        }

        return new(milliseconds, origin.Location) { ReportLocation = origin.ReportLocation };
    }

    private static double? MillisecondsOf(Origin origin, ReadingContext context) => origin.Operation switch
    {
        { ConstantValue: { HasValue: true, Value: int milliseconds } } => milliseconds,
        IInvocationOperation { TargetMethod: { ContainingType.SpecialType: SpecialType.None } method, Arguments: [var amount, ..] } made
            when IsTimeSpan(method.ContainingType) && FactorOf(method.Name) is { } factor && made.Arguments.Skip(1).All(a => a.ArgumentKind == ArgumentKind.DefaultValue) =>
            NumberOf(amount.Value, origin.Frame, context) * factor,
        IObjectCreationOperation { Arguments: { Length: >= 3 } parts } created when IsTimeSpan(created.Type) => Sum(parts.Select(p => NumberOf(p.Value, origin.Frame, context)).ToArray()),
        _ => null,
    };

    /// <summary>Hours, minutes, seconds; with four or more, days come first.</summary>
    private static double? Sum(double?[] parts)
    {
        double[] factors = parts.Length == 3 ? [3_600_000, 60_000, 1000] : [86_400_000, 3_600_000, 60_000, 1000, 1, 0.001];
        double sum = 0;
        for (var i = 0; i < Math.Min(parts.Length, factors.Length); i++)
        {
            if (parts[i] is not { } part)
            {
                return null;
            }

            sum += part * factors[i];
        }

        return sum;
    }

    private static double? NumberOf(IOperation value, Frame frame, ReadingContext context) =>
        context.OriginsOf(value, frame).Single?.Operation.ConstantValue is { HasValue: true, Value: int or long or double or float } constant
            ? Convert.ToDouble(constant.Value, CultureInfo.InvariantCulture)
            : null;

    private static double? FactorOf(string name) => name switch
    {
        "FromMilliseconds" => 1,
        "FromSeconds" => 1000,
        "FromMinutes" => 60_000,
        "FromTicks" => 0.0001,
        _ => null,
    };

    private static bool IsTimeSpan(ITypeSymbol? type) => type is { Name: "TimeSpan", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    private static bool IsTokenSource(ITypeSymbol? type) => type is { Name: "CancellationTokenSource", ContainingNamespace.Name: "Threading" };
}
