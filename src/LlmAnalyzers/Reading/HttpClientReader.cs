using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <summary>Finds the base address of the client that sends a request: where it is made, assigned, or registered.</summary>
internal static class HttpClientReader
{
    private static readonly string[] Registrations = ["AddHttpClient"];

    /// <summary>The one base address; null when none or several are seen.</summary>
    public static HttpAddress? BaseAddressOf(IInvocationOperation send, Frame frame, ReadingContext context)
    {
        var client = send.Instance ?? SettingReader.ArgumentOf(send, "client")?.Value;
        var found = client is null ? null : Only(SetOn(client, frame, context));
        return found ?? Only(Registered(send, client, frame, context));
    }

    private static HttpAddress? Only(IEnumerable<HttpAddress> addresses)
    {
        HttpAddress? only = null;
        foreach (var address in addresses)
        {
            if (only is not null && only.Host != address.Host)
            {
                return null;
            }

            only = address;
        }

        return only;
    }

    /// <summary>Addresses that are set where the client is made, or on a variable that holds it.</summary>
    private static IEnumerable<HttpAddress> SetOn(IOperation client, Frame frame, ReadingContext context)
    {
        var origins = context.OriginsOf(client, frame);
        foreach (var origin in origins.Known)
        {
            if (origin.Operation is IObjectCreationOperation { Initializer: { } initializer })
            {
                foreach (var address in initializer.Initializers.OfType<ISimpleAssignmentOperation>().SelectMany(a => Assigned(a, origin.Frame, context)))
                {
                    yield return address;
                }
            }

            foreach (var holder in origin.Holders)
            {
                foreach (var address in SetThrough(holder.Variable, holder.Frame, holder.Use, context))
                {
                    yield return address;
                }
            }
        }

        if (MemberBody.VariableOf(OriginFinder.Bare(client)) is { } variable)
        {
            foreach (var address in SetThrough(variable, frame, client, context))
            {
                yield return address;
            }
        }
    }

    private static IEnumerable<HttpAddress> SetThrough(ISymbol variable, Frame frame, IOperation use, ReadingContext context)
    {
        var bodies = variable is IFieldSymbol or IPropertySymbol or IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } }
            ? context.Members.BodiesMentioning(variable, context.CancellationToken)
            : [];
        foreach (var body in bodies.Append(frame.Body))
        {
            var at = body == frame.Body ? frame : frame.Enter(body, use);

            // In a constructor the parameter is set up as often as the field it goes to.
            foreach (var assignment in body.MentionsOf(variable.OriginalDefinition).SelectMany(m => AssignmentsOn(m, body)))
            {
                foreach (var address in Assigned(assignment, at, context))
                {
                    yield return address;
                }
            }
        }
    }

    private static IEnumerable<ISimpleAssignmentOperation> AssignmentsOn(Mention mention, MemberBody body)
    {
        if (mention.Kind == MentionKind.Written && mention.Value is { } value && MemberBody.VariableOf(OriginFinder.Bare(value)) is { } source)
        {
            return body.MentionsOf(source).Select(m => m.Operation.Parent?.Parent).OfType<ISimpleAssignmentOperation>();
        }

        return mention.Operation.Parent?.Parent is ISimpleAssignmentOperation assignment ? [assignment] : [];
    }

    /// <summary><c>client.BaseAddress = new Uri(…)</c>.</summary>
    private static ImmutableArray<HttpAddress> Assigned(ISimpleAssignmentOperation assignment, Frame frame, ReadingContext context) =>
        assignment.Target is IPropertyReferenceOperation { Property: { Name: "BaseAddress", ContainingType.Name: "HttpClient" } }
            ? HttpAddress.Read(assignment.Value, frame, context, out _)
            : ImmutableArray<HttpAddress>.Empty;

    /// <summary>Addresses given where the project registers the client: for the class around the call, or by the name it is asked for.</summary>
    private static IEnumerable<HttpAddress> Registered(IInvocationOperation send, IOperation? client, Frame frame, ReadingContext context)
    {
        var type = send.SemanticModel?.GetEnclosingSymbol(send.Syntax.SpanStart, context.CancellationToken)?.ContainingType;
        var name = client is null ? null : context.OriginsOf(client, frame).Known
            .Select(o => o.Operation is IInvocationOperation { TargetMethod.Name: "CreateClient" } create ? SettingReader.ArgumentOf(create, "name")?.Value : null)
            .Select(n => n is null ? null : SettingReader.TextOf(OriginFinder.Bare(n))).FirstOrDefault(n => n is not null);
        foreach (var registration in context.Callers.InvocationsOf(Registrations, context.CancellationToken))
        {
            var isForType = registration.TargetMethod.TypeArguments.Any(t => SymbolEqualityComparer.Default.Equals(t, type));
            var given = SettingReader.ArgumentOf(registration, "name");
            var isForName = name is not null && given is not null && SettingReader.TextOf(OriginFinder.Bare(given.Value)) == name;
            if (!isForType && !isForName)
            {
                continue;
            }

            var (body, operation) = context.Members.Models.BodyAround(registration);
            foreach (var assignment in operation.Descendants().OfType<ISimpleAssignmentOperation>())
            {
                foreach (var address in Assigned(assignment, new Frame(body), context))
                {
                    yield return address;
                }
            }
        }
    }
}
