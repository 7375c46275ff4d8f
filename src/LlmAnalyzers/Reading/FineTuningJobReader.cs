using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Sdks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <summary>Reads an invocation that starts a fine-tuning job. Made once per compilation.</summary>
internal sealed class FineTuningJobReader
{
    private readonly TuningApis _apis;
    private readonly MemberLookup _members;

    private FineTuningJobReader(TuningApis apis, SemanticModels models, Func<SyntaxTree, TreeIndex> indexOf)
    {
        _apis = apis;
        _members = new(models, new Implementations(models, indexOf));
    }

    /// <summary>A reader for the compilation; null when it references nothing that tunes.</summary>
    public static FineTuningJobReader? Create(Compilation compilation, Func<SyntaxTree, TreeIndex> indexOf) =>
        TuningApis.Create(compilation) is { } apis ? new(apis, new SemanticModels(compilation), indexOf) : null;

    /// <summary>The job; null when the invocation starts none, or sends a body of its own.</summary>
    public FineTuningJob? Read(IInvocationOperation invocation, CancellationToken cancellationToken)
    {
        if (_apis.Find(invocation.TargetMethod) is not { } api || SettingReader.ArgumentOf(invocation, api.BaseModel) is null && SettingReader.ArgumentOf(invocation, api.OptionsParameter)?.Value.Type?.Name is null or "RequestOptions")
        {
            return null;
        }

        var (body, operation) = _members.Models.BodyAround(invocation);
        invocation = (IInvocationOperation)operation;
        var frame = new Frame(body);
        var options = SettingReader.ArgumentOf(invocation, api.OptionsParameter);
        var members = options is null or { ArgumentKind: ArgumentKind.DefaultValue } ? Members.None : MembersOf(options.Value, frame, cancellationToken);
        var baseModel = SettingReader.ArgumentOf(invocation, api.BaseModel)?.Value ?? members.Find(api.BaseModel)?.Value;
        var method = api.Method is null ? null : members.Find(api.Method);
        return new(ProviderOf(api, invocation, frame, cancellationToken), invocation.Syntax.GetLocation(), NameOf(invocation))
        {
            BaseModels = baseModel is null ? ImmutableArray<SourceValue>.Empty : TextsOf(baseModel, frame, cancellationToken),
            HasValidation = members.Find(api.Validation) is { } validation ? validation.Value.ConstantValue is { HasValue: true, Value: null } ? false : true : members.MayHoldMore ? null : false,
            Method = method is { } made ? NameOf(made.Value, api, made.Frame, cancellationToken) : null,
            MethodLocation = method?.Value.Syntax.GetLocation(),
            Hyperparameters = [.. Hyperparameters(api, members, method, cancellationToken)],
        };
    }

    private string ProviderOf(TuningApi api, IInvocationOperation invocation, Frame frame, CancellationToken cancellationToken)
    {
        if (api.MadeBy is not { } other || invocation.Instance is not { } client)
        {
            return api.Provider;
        }

        return OriginFinder.Find(client, frame, _members, cancellationToken).Known.Any(o =>
            o.Operation is IInvocationOperation { Instance.Type: { } maker } && IsOrDerives(maker, other.Client)) ? other.Provider : api.Provider;
    }

    private static bool IsOrDerives(ITypeSymbol type, string fullName)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.ToDisplayString() == fullName)
            {
                return true;
            }
        }

        return false;
    }

    private IEnumerable<Hyperparameter> Hyperparameters(TuningApi api, Members members, (IOperation Value, Frame Frame)? method, CancellationToken cancellationToken)
    {
        foreach (var member in members.Values)
        {
            if (api.Hyperparameters.TryGetValue(member.Key, out var name) && NumberOf(member.Value.Value, member.Value.Frame, cancellationToken) is { } number)
            {
                yield return new(name, number, member.Value.Value.Syntax.GetLocation());
            }
        }

        foreach (var argument in method is { } made ? ArgumentsOf(made.Value, made.Frame, cancellationToken) : [])
        {
            if (argument.Argument is { ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter } given
                && api.Hyperparameters.TryGetValue(parameter.Name, out var name) && NumberOf(given.Value, argument.Frame, cancellationToken) is { } number)
            {
                yield return new(name, number, given.Value.Syntax.GetLocation());
            }
        }

        foreach (var entry in api.Dictionary is { } dictionary && members.Find(dictionary) is { } held ? EntriesOf(held.Value, held.Frame, cancellationToken) : [])
        {
            if (api.Hyperparameters.TryGetValue(entry.Key, out var name) && NumberOf(entry.Value, entry.Frame, cancellationToken) is { } number)
            {
                yield return new(name, number, entry.Value.Syntax.GetLocation());
            }
        }
    }

    private IEnumerable<(IArgumentOperation Argument, Frame Frame)> ArgumentsOf(IOperation value, Frame frame, CancellationToken cancellationToken) =>
        OriginFinder.Find(value, frame, _members, cancellationToken).Single is { Operation: IInvocationOperation made } origin
            ? made.Arguments.Select(a => (a, origin.Frame))
            : [];

    /// <summary><c>new() { ["epochCount"] = "3" }</c> and <c>new() { { "epochCount", "3" } }</c>.</summary>
    private IEnumerable<(string Key, IOperation Value, Frame Frame)> EntriesOf(IOperation dictionary, Frame frame, CancellationToken cancellationToken)
    {
        if (OriginFinder.Find(dictionary, frame, _members, cancellationToken).Single is not { Operation: IObjectCreationOperation { Initializer: { } initializer } } origin)
        {
            yield break;
        }

        foreach (var entry in initializer.Initializers)
        {
            if (entry is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: [var key] } } assignment && SettingReader.TextOf(key.Value) is { } name)
            {
                yield return (name, assignment.Value, origin.Frame);
            }
            else if (entry is IInvocationOperation { Arguments: [var first, var second] } && SettingReader.TextOf(first.Value) is { } added)
            {
                yield return (added, second.Value, origin.Frame);
            }
        }
    }

    /// <summary>A number as it is, as text, or in a type of the SDK: <c>3</c>, <c>"3"</c>, <c>HyperparameterEpochCount.CreateEpochCount(3)</c>.</summary>
    private double? NumberOf(IOperation value, Frame frame, CancellationToken cancellationToken, int depth = 0)
    {
        if (depth > 3 || OriginFinder.Find(value, frame, _members, cancellationToken).Single is not { } origin)
        {
            return null;
        }

        switch (origin.Operation)
        {
            case { ConstantValue: { HasValue: true, Value: string text } }:
                return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) ? parsed : null;
            case { ConstantValue: { HasValue: true, Value: int or long or double or float or decimal } constant }:
                return Convert.ToDouble(constant.Value, CultureInfo.InvariantCulture);
            case IConversionOperation { OperatorMethod: not null } conversion:
                return NumberOf(conversion.Operand, origin.Frame, cancellationToken, depth + 1);
            case IObjectCreationOperation { Arguments: [var argument] }:
                return NumberOf(argument.Value, origin.Frame, cancellationToken, depth + 1);
            case IInvocationOperation { Instance: null, Arguments: [var argument] } made when made.TargetMethod.Name.StartsWith("Create", StringComparison.Ordinal):
                return NumberOf(argument.Value, origin.Frame, cancellationToken, depth + 1);
            default:
                return null;
        }
    }

    private string? NameOf(IOperation method, TuningApi api, Frame frame, CancellationToken cancellationToken) =>
        OriginFinder.Find(method, frame, _members, cancellationToken).Single is { } origin && SettingReader.MemberOf(origin.Operation) is { } member
            ? api.MethodNames.GetValueOrDefault(member.Name)
            : null;

    private ImmutableArray<SourceValue> TextsOf(IOperation value, Frame frame, CancellationToken cancellationToken)
    {
        var origins = OriginFinder.Find(value, frame, _members, cancellationToken);
        return [.. origins.Known.Where(o => SettingReader.TextOf(o.Operation) is not null)
            .Select(o => new SourceValue(SettingReader.TextOf(o.Operation), o.Location) { ReportLocation = o.ReportLocation, IsCertain = o.IsCertain && !origins.MayBeOther })];
    }

    /// <summary>The properties that are set on an options object: where it is made, and by name before the job starts.</summary>
    private Members MembersOf(IOperation options, Frame frame, CancellationToken cancellationToken)
    {
        var origins = OriginFinder.Find(options, frame, _members, cancellationToken);
        if (origins.Single is not { } origin)
        {
            return Members.Unknown;
        }

        if (origin.IsNull)
        {
            return Members.None;
        }

        if (origin.Operation is not IObjectCreationOperation { Arguments.IsEmpty: true } creation)
        {
            return Members.Unknown;
        }

        var values = new Dictionary<string, (IOperation Value, Frame Frame)>(StringComparer.Ordinal);
        foreach (var assignment in (creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty).OfType<ISimpleAssignmentOperation>())
        {
            if (assignment.Target is IPropertyReferenceOperation property)
            {
                values[property.Property.Name] = (assignment.Value, origin.Frame);
            }
        }

        var mayHoldMore = false;
        foreach (var holder in origin.Holders)
        {
            if (holder.Variable is IFieldSymbol or IPropertySymbol)
            {
                // Any member of the type may set more.
                mayHoldMore = true;
                continue;
            }

            foreach (var mention in holder.Frame.Body.MentionsOf(holder.Variable).Where(m => m.Kind == MentionKind.Read && !origin.IsOnTheWay(m.Operation)))
            {
                if (mention.Operation.Parent is IPropertyReferenceOperation { Parent: ISimpleAssignmentOperation set } property && set.Target == property)
                {
                    values[property.Property.Name] = (set.Value, holder.Frame);
                }
                else if (mention.Operation.Parent is not IPropertyReferenceOperation)
                {
                    mayHoldMore = true;
                }
            }
        }

        return new(values, mayHoldMore);
    }

    private static Location NameOf(IInvocationOperation invocation) =>
        invocation.Syntax is InvocationExpressionSyntax syntax && CallerLookup.NameOf(syntax.Expression) is { } name ? name.Identifier.GetLocation() : invocation.Syntax.GetLocation();

    private sealed record Members(IReadOnlyDictionary<string, (IOperation Value, Frame Frame)> Values, bool MayHoldMore)
    {
        public static Members None { get; } = new(ImmutableDictionary<string, (IOperation, Frame)>.Empty, false);

        public static Members Unknown { get; } = new(ImmutableDictionary<string, (IOperation, Frame)>.Empty, true);

        public (IOperation Value, Frame Frame)? Find(string name) => Values.TryGetValue(name, out var found) ? found : null;
    }
}
