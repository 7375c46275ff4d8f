using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LlmAnalyzers.Schemas;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <summary>Reads objects of classes and records that a serializer writes, member by member.</summary>
internal static class JsonDataObjects
{
    public static JsonPart Read(IObjectCreationOperation creation, Origin origin, SerializationConventions conventions, int depth, JsonBodyReader reader)
    {
        // What a library's class writes, and what a derived class adds, is known from its source alone.
        if (creation.Type is not INamedTypeSymbol type || !type.Locations.Any(l => l.IsInSource) || WrittenMembers.Of(type, conventions) is not { } written)
        {
            return JsonBodyReader.Unknown(creation);
        }

        var members = new JsonObjectBuilder { MayHoldMore = ObjectContract.DataMembers(type).Any(WrittenMembers.HoldsOthers) };
        foreach (var (name, member) in written)
        {
            if (FirstValueOf(member, creation, origin.Frame, conventions, depth, reader) is { } value)
            {
                members.Set(name, value, always: true);
            }
        }

        Initialize(creation.Initializer, origin.Frame, members, conventions, depth, reader);
        JsonMutations.Apply(origin, members, conventions, depth, reader);
        return members.ToPart(origin.Location, origin.Location);
    }

    public static JsonPart Read(IWithOperation with, Origin origin, SerializationConventions conventions, int depth, JsonBodyReader reader)
    {
        if (reader.Visit(with.Operand, origin.Frame, conventions, depth + 1) is not JsonObjectPart copied)
        {
            return JsonBodyReader.Unknown(with);
        }

        var members = new JsonObjectBuilder { MayHoldMore = copied.MayHoldMore };
        foreach (var member in copied.Members)
        {
            members.Set(member.Name, member.Value, member.IsCertain);
        }

        Initialize(with.Initializer, origin.Frame, members, conventions, depth, reader);
        JsonMutations.Apply(origin, members, conventions, depth, reader);
        return members.ToPart(origin.Location, creation: null);
    }

    private static void Initialize(
        IObjectOrCollectionInitializerOperation? initializer, Frame frame, JsonObjectBuilder members, SerializationConventions conventions, int depth, JsonBodyReader reader)
    {
        foreach (var assigned in initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            switch (assigned)
            {
                case ISimpleAssignmentOperation { Target: IMemberReferenceOperation target } assignment:
                    Set(target.Member, assignment.Value, frame, always: true, members, conventions, depth, reader);
                    break;
                case IMemberInitializerOperation { InitializedMember: IMemberReferenceOperation target, Initializer: var added }:
                    // Messages = { first, second }
                    foreach (var element in added.Initializers)
                    {
                        if (element is IInvocationOperation { Arguments: [var one] })
                        {
                            var part = new JsonElementPart(reader.Visit(one.Value, frame, conventions, depth + 1), IsCertain: true);
                            members.Append(WrittenMembers.NameOf(target.Member, conventions), ImmutableArray.Create(part), element.Syntax.GetLocation(), isWhole: true);
                        }
                        else
                        {
                            members.Set(WrittenMembers.NameOf(target.Member, conventions), JsonBodyReader.Unknown(element), always: true);
                        }
                    }

                    break;
                default:
                    members.MayHoldMore = true;
                    break;
            }
        }
    }

    /// <summary>Assigns a member; what the serializer leaves out is not sent, whatever its value.</summary>
    public static void Set(
        ISymbol member, IOperation value, Frame frame, bool always, JsonObjectBuilder members, SerializationConventions conventions, int depth, JsonBodyReader reader)
    {
        if (member.ContainingType is not { } type || WrittenMembers.Of(type, conventions) is not { } written)
        {
            members.MayHoldMore = true;
        }
        else if (written.Any(w => SymbolEqualityComparer.Default.Equals(w.Member.OriginalDefinition, member.OriginalDefinition)))
        {
            var hasWriter = SerializationAttributes.FindDerived(member, SerializationAttributes.SystemTextJson, "JsonConverterAttribute") is not null;
            members.Set(
                WrittenMembers.NameOf(member, conventions), hasWriter ? JsonBodyReader.Unknown(value) : reader.Visit(value, frame, conventions, depth + 1), always);
        }
    }

    /// <summary>What a member holds when the object is made: by a constructor, an initialiser, a getter. Null when it holds nothing.</summary>
    private static JsonPart? FirstValueOf(
        ISymbol member, IObjectCreationOperation creation, Frame frame, SerializationConventions conventions, int depth, JsonBodyReader reader)
    {
        var context = reader.Context;
        if (creation.Type is { IsRecord: true } && SettingReader.ArgumentOf(creation, member.Name) is { } positional)
        {
            return reader.Visit(positional.Value, frame, conventions, depth + 1);
        }

        if (SetByConstructor(member, creation, frame, context) is { } given)
        {
            return reader.Visit(given.Value, given.Frame, conventions, depth + 1);
        }

        if (creation.Constructor is { IsImplicitlyDeclared: false, Parameters.IsEmpty: false } constructor && CallsAnother(constructor))
        {
            return JsonBodyReader.Unknown(creation);
        }

        if (member is IPropertySymbol property && context.Members.GetterOf(property, context.CancellationToken) is { } getter)
        {
            return getter.ReturnsOf(localFunction: null) is [{ ReturnedValue: { } returned }]
                ? reader.Visit(returned, frame.Enter(getter, creation), conventions, depth + 1)
                : JsonBodyReader.Unknown(creation);
        }

        if (InitializerOf(member, context) is { } initializer)
        {
            // The parameters of a primary constructor are in scope here.
            var entered = frame.Enter(initializer.Body, creation) with { Arguments = Bound(creation, frame) };
            return reader.Visit(initializer.Value, entered, conventions, depth + 1);
        }

        // A number that nobody sets is sent as zero; whether that is meant, nobody can tell.
        return SerializedMember.TypeOf(member) is { IsValueType: true, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T }
            ? JsonBodyReader.Unknown(creation)
            : null;
    }

    private static (IOperation Value, Frame Frame)? SetByConstructor(ISymbol member, IObjectCreationOperation creation, Frame frame, ReadingContext context)
    {
        if (creation.Constructor is not { IsImplicitlyDeclared: false, DeclaringSyntaxReferences: [var reference] }
            || reference.GetSyntax(context.CancellationToken) is not ConstructorDeclarationSyntax declaration
            || context.Members.Models.BodyOf(declaration, context.CancellationToken) is not { } body)
        {
            return null;
        }

        foreach (var mention in body.MentionsOf(member.OriginalDefinition))
        {
            if (mention is { Kind: MentionKind.Written, Value: { } value } && Reaching.IsUnconditional(mention.Operation))
            {
                return (value, frame.Enter(body, creation) with { Arguments = Bound(creation, frame) });
            }
        }

        return null;
    }

    private static bool CallsAnother(IMethodSymbol constructor) =>
        constructor.DeclaringSyntaxReferences is [var reference] && reference.GetSyntax() is ConstructorDeclarationSyntax { Initializer: not null };

    private static (IOperation Value, MemberBody Body)? InitializerOf(ISymbol member, ReadingContext context) =>
        member.DeclaringSyntaxReferences is [var reference]
        && reference.GetSyntax(context.CancellationToken) is PropertyDeclarationSyntax { Initializer: not null } or VariableDeclaratorSyntax { Initializer: not null }
        && context.Members.Models.BodyOf(reference.GetSyntax(context.CancellationToken), context.CancellationToken) is { Root: ISymbolInitializerOperation initializer } body
            ? (initializer.Value, body)
            : null;

    private static ImmutableDictionary<ISymbol, BoundArgument> Bound(IObjectCreationOperation creation, Frame frame) => Frame.NoArguments.SetItems(
        creation.Arguments.Where(a => a.Parameter is not null)
            .Select(a => new KeyValuePair<ISymbol, BoundArgument>(a.Parameter!.OriginalDefinition, new(a.Value, frame))));
}
