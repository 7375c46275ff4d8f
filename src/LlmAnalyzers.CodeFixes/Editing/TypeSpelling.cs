using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LlmAnalyzers.CodeFixes.Editing;

/// <summary>The shortest way to write a type at a place so that it binds to that type and nothing else.</summary>
internal static class TypeSpelling
{
    /// <summary>Writes the type and imports what the spelling needs; null when no spelling binds to it.</summary>
    public static string? Spell(SourceEdit edit, ITypeSymbol type, int position)
    {
        switch (type)
        {
            case IArrayTypeSymbol { Rank: 1 } array:
                return Spell(edit, array.ElementType, position) is { } element ? element + "[]" : null;
            case INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable:
                return Spell(edit, nullable.TypeArguments[0], position) is { } value ? value + "?" : null;
            case INamedTypeSymbol { IsTupleType: false, IsAnonymousType: false } named when type.TypeKind != TypeKind.Error:
                var spelled = SpecialTypeName(named) ?? SpellNamed(edit, named, position);
                return spelled is not null && type.NullableAnnotation == NullableAnnotation.Annotated && type.IsReferenceType ? spelled + "?" : spelled;
            case ITypeParameterSymbol parameter:
                return parameter.Name;
            default:
                var minimal = type.ToMinimalDisplayString(edit.Model, position);
                return Binds(edit, minimal, type, position) ? minimal : null;
        }
    }

    /// <summary>Writes a type in front of one of its static members, where a variable or member of the same name would be taken for it.</summary>
    public static string? SpellBeforeDot(SourceEdit edit, INamedTypeSymbol type, int position)
    {
        var name = AliasOf(edit, type, position) ?? type.Name;
        var isHidden = edit.Model.LookupSymbols(position, name: name)
            .Any(s => s is not INamespaceOrTypeSymbol && !SymbolEqualityComparer.Default.Equals(TypeOf(s), type));
        return isHidden ? type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) : Spell(edit, type, position);
    }

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };

    private static string? SpecialTypeName(INamedTypeSymbol type)
    {
        var name = type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat.WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.UseSpecialTypes));
        return SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? null : name;
    }

    private static string? SpellNamed(SourceEdit edit, INamedTypeSymbol type, int position)
    {
        if (type.ContainingType is { } outer)
        {
            var own = OwnName(edit, type, position);
            return own is null ? null
                : Binds(edit, own, type, position) ? own
                : SpellNamed(edit, outer, position) is { } prefix ? prefix + "." + own
                : null;
        }

        if (AliasOf(edit, type, position) is { } alias)
        {
            return alias;
        }

        if (OwnName(edit, type, position) is not { } name)
        {
            return null;
        }

        if (Binds(edit, name, type, position))
        {
            return name;
        }

        var space = type.ContainingNamespace;
        if (space.IsGlobalNamespace)
        {
            return Binds(edit, "global::" + name, type, position) ? "global::" + name : null;
        }

        if (IsFree(edit, type, position) && !WouldBlur(edit, space, position))
        {
            edit.Import(space.ToDisplayString(), position);
            return name;
        }

        var qualified = space.ToDisplayString() + "." + name;
        return new[] { qualified, "global::" + qualified }.FirstOrDefault(s => Binds(edit, s, type, position));
    }

    /// <summary>The name with its type arguments, each spelled in turn.</summary>
    private static string? OwnName(SourceEdit edit, INamedTypeSymbol type, int position)
    {
        var name = SyntaxFacts.GetKeywordKind(type.Name) == SyntaxKind.None ? type.Name : "@" + type.Name;
        if (type.TypeArguments.IsEmpty)
        {
            return name;
        }

        var arguments = type.TypeArguments.Select(a => Spell(edit, a, position)).ToList();
        return arguments.Contains(null) ? null : name + "<" + string.Join(", ", arguments) + ">";
    }

    private static string? AliasOf(SourceEdit edit, INamedTypeSymbol type, int position) =>
        edit.Model.GetImportScopes(position)
            .SelectMany(scope => scope.Aliases)
            .Where(a => SymbolEqualityComparer.Default.Equals(a.Target, type))
            .Select(a => a.Name)
            .FirstOrDefault(name => Binds(edit, name, type, position));

    private static bool Binds(SourceEdit edit, string spelled, ITypeSymbol type, int position)
    {
        var syntax = SyntaxFactory.ParseTypeName(spelled);
        var bound = edit.Model.GetSpeculativeSymbolInfo(position, syntax, SpeculativeBindingOption.BindAsTypeOrNamespace).Symbol;
        var wanted = WithoutArguments(type);
        return bound is ITypeSymbol found && SymbolEqualityComparer.Default.Equals(WithoutArguments(found), wanted);
    }

    // The arguments were bound one by one, and may stand in namespaces that are only about to be imported.
    private static ITypeSymbol WithoutArguments(ITypeSymbol type) =>
        type is INamedTypeSymbol { IsGenericType: true } ? type.OriginalDefinition : type;

    /// <summary>The short name means nothing yet where the type is to be written.</summary>
    private static bool IsFree(SourceEdit edit, INamedTypeSymbol type, int position) =>
        edit.Model.LookupNamespacesAndTypes(position, name: type.Name).All(s => s is not INamedTypeSymbol other || other.Arity != type.Arity);

    /// <summary>Importing the namespace would make a type name that the file already uses ambiguous.</summary>
    private static bool WouldBlur(SourceEdit edit, INamespaceSymbol space, int position)
    {
        if (UsingDirectives.IsImported(edit.Model, space.ToDisplayString(), position))
        {
            return false;
        }

        var names = edit.Root.DescendantNodes().OfType<SimpleNameSyntax>()
            .Where(n => n.Parent is not (QualifiedNameSyntax or AliasQualifiedNameSyntax or MemberAccessExpressionSyntax)
                || (n.Parent is QualifiedNameSyntax q && q.Left == n)
                || (n.Parent is MemberAccessExpressionSyntax m && m.Expression == n));
        foreach (var name in names)
        {
            var rivals = space.GetTypeMembers(name.Identifier.ValueText, name.Arity);
            if (!rivals.Any(r => r.DeclaredAccessibility == Accessibility.Public))
            {
                continue;
            }

            if (edit.Model.GetSymbolInfo(name).Symbol is INamedTypeSymbol used
                && !SymbolEqualityComparer.Default.Equals(used.OriginalDefinition, rivals[0].OriginalDefinition)
                && edit.Model.GetAliasInfo(name) is null
                && used.ContainingType is null)
            {
                return true;
            }
        }

        return false;
    }
}
