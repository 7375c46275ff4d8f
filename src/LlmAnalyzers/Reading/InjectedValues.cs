using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <summary>Where an object comes from that a constructor or a container hands over: the registration, or the code that creates the class.</summary>
internal static class InjectedValues
{
    private const int MaxCreations = 4;

    /// <summary>The expressions an open origin stands for; empty where that is not known.</summary>
    public static ImmutableArray<(IOperation Value, Frame Frame)> Of(Origin origin, ReadingContext context)
    {
        switch (origin.Operation)
        {
            case IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } constructor } parameter }
                when !origin.Frame.Arguments.ContainsKey(parameter.OriginalDefinition) && origin.Frame.Body.MentionsOf(parameter.OriginalDefinition).All(m => m.Kind == MentionKind.Read):
                return OfConstructor(constructor, parameter, origin, context);
            case IInvocationOperation { TargetMethod: { Name: "GetRequiredService" or "GetService", TypeArguments: [var service], ContainingNamespace: { } space } }
                when space.ToDisplayString() == "Microsoft.Extensions.DependencyInjection":
                return Registered(service, key: null, origin, context);
            default:
                return ImmutableArray<(IOperation, Frame)>.Empty;
        }
    }

    private static ImmutableArray<(IOperation, Frame)> OfConstructor(IMethodSymbol constructor, IParameterSymbol parameter, Origin origin, ReadingContext context)
    {
        var creations = context.Callers.CreationsOf(constructor.ContainingType, MaxCreations + 1, context.CancellationToken);
        if (creations.IsEmpty)
        {
            return Registered(parameter.Type, KeyOf(parameter), origin, context);
        }

        // Both ways at once: what is injected is one of several. A class that others can see is created by them too.
        if (creations.Length > MaxCreations || context.Callers.IsVisibleOutside(constructor)
            || context.Registrations.OnlyOf(parameter.Type, KeyOf(parameter), context.CancellationToken) is not null)
        {
            return ImmutableArray<(IOperation, Frame)>.Empty;
        }

        var values = ImmutableArray.CreateBuilder<(IOperation, Frame)>();
        foreach (var (creation, body) in creations)
        {
            if (creation.Arguments.FirstOrDefault(a => SymbolEqualityComparer.Default.Equals(a.Parameter?.OriginalDefinition, parameter.OriginalDefinition)) is not { } given)
            {
                return ImmutableArray<(IOperation, Frame)>.Empty;
            }

            values.Add((given.Value, origin.Frame.Enter(body, origin.Operation)));
        }

        return values.ToImmutable();
    }

    private static ImmutableArray<(IOperation, Frame)> Registered(ITypeSymbol service, object? key, Origin origin, ReadingContext context) =>
        context.Registrations.OnlyOf(service.WithNullableAnnotation(NullableAnnotation.None), key, context.CancellationToken) is { } registration
            ? registration.Values.Select(v => (v, origin.Frame.Enter(registration.Body, origin.Operation))).ToImmutableArray()
            : ImmutableArray<(IOperation, Frame)>.Empty;

    private static object? KeyOf(IParameterSymbol parameter) =>
        parameter.GetAttributes().FirstOrDefault(a => a.AttributeClass is { Name: "FromKeyedServicesAttribute" }) is { ConstructorArguments: [var key, ..] } ? key.Value : null;
}
