using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <summary>
/// The value that something which cannot be read has where nobody gives it another: the default value of a parameter, the
/// initialiser of a property of an options class. One of several possible values, never the only one.
/// </summary>
internal static class PossibleValues
{
    /// <summary>The possible value of an open origin; null when there is none.</summary>
    public static Origin? Of(Origin origin, ReadingContext context) => origin.Operation switch
    {
        IParameterReferenceOperation { Parameter: { HasExplicitDefaultValue: true } parameter } when CanBeLeftOut(parameter, origin, context) =>
            DefaultOf(parameter, context) is { } value ? new Origin(value, origin.Frame, IsCertain: false, ImmutableArray<Holder>.Empty) : null,
        IPropertyReferenceOperation { Arguments.IsEmpty: true, Instance: not (null or IInstanceReferenceOperation) } property =>
            InitializerOf(property.Property, context) is { } value ? new Origin(value, At(origin), IsCertain: false, ImmutableArray<Holder>.Empty) : null,
        _ => null,
    };

    /// <summary>The initialiser stands in another member: the mention of the property brings it in.</summary>
    private static Frame At(Origin origin) => origin.Frame with { Entry = origin.ReportLocation };

    /// <summary>A call of the project leaves the parameter out, or may do so where callers are unknown.</summary>
    private static bool CanBeLeftOut(IParameterSymbol parameter, Origin origin, ReadingContext context)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary } method
            || origin.Frame.Arguments.ContainsKey(parameter.OriginalDefinition)
            || origin.Frame.Body.MentionsOf(parameter.OriginalDefinition).Any(m => m.Kind != MentionKind.Read))
        {
            return false;
        }

        var callers = context.Callers.Of(method, context.CancellationToken);
        return callers.Known.IsEmpty
            ? callers.MayBeMore
            : callers.Known.Any(c => c.Call.Arguments.Any(a =>
                a.ArgumentKind == ArgumentKind.DefaultValue && a.Parameter?.Ordinal == parameter.Ordinal && Equals(a.Value.ConstantValue.Value, parameter.ExplicitDefaultValue)));
    }

    private static IOperation? DefaultOf(IParameterSymbol parameter, ReadingContext context) =>
        parameter.DeclaringSyntaxReferences is [var reference]
        && reference.GetSyntax(context.CancellationToken) is ParameterSyntax { Default: { } given }
        && context.Members.Models.BodyOf(given, context.CancellationToken)?.Root is IParameterInitializerOperation { Value: var value }
            ? Constant(value)
            : null;

    private static IOperation? InitializerOf(IPropertySymbol property, ReadingContext context) =>
        property.OriginalDefinition.DeclaringSyntaxReferences is [var reference]
        && reference.GetSyntax(context.CancellationToken) is PropertyDeclarationSyntax { Initializer: not null } declaration
        && context.Members.Models.BodyOf(declaration, context.CancellationToken)?.Root is ISymbolInitializerOperation { Value: var value }
            ? Constant(value)
            : null;

    /// <summary>Only what is in the source as a value; a default of null or 0 by absence says that nothing is set.</summary>
    private static IOperation? Constant(IOperation value)
    {
        var bare = OriginFinder.Bare(value);
        return bare.ConstantValue is { HasValue: true, Value: not null } ? bare : null;
    }
}
