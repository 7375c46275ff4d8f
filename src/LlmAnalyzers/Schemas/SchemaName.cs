using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Schemas;

/// <summary>Names schemas: only letters, digits, <c>_</c> and <c>-</c>, 1 to 64 characters.</summary>
internal static class SchemaName
{
    public const int MaxLength = 64;

    private const string Fallback = "response";
    private const int MaxTypeArgumentNesting = 4;

    /// <summary>Snake case, arguments before what they are given to: <c>SupportTicket</c> is <c>support_ticket</c>, <c>List&lt;Order&gt;</c> is <c>order_list</c>.</summary>
    public static string For(ITypeSymbol type)
    {
        var name = new StringBuilder();
        foreach (var c in NamingPolicy.SnakeCaseLower.Apply(Words(type, MaxTypeArgumentNesting)))
        {
            // Names in other scripts are legal C#, but not here.
            var isAllowed = c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-';
            if (isAllowed || (name.Length > 0 && name[name.Length - 1] != '_'))
            {
                name.Append(isAllowed ? c : '_');
            }
        }

        var text = name.Length > MaxLength ? name.ToString(0, MaxLength) : name.ToString();
        text = text.TrimEnd('_');
        return text.Length == 0 ? Fallback : text;
    }

    private static string Words(ITypeSymbol type, int nesting) => type switch
    {
        _ when nesting == 0 => "",
        IArrayTypeSymbol array => Words(array.ElementType, nesting) + " Array",
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => Words(nullable.TypeArguments[0], nesting),
        INamedTypeSymbol { IsAnonymousType: true } => "",
        INamedTypeSymbol { IsTupleType: true } => "Tuple",
        INamedTypeSymbol { TypeArguments.IsEmpty: false } generic =>
            string.Join(" ", generic.TypeArguments.Take(4).Select(a => Words(a, nesting - 1))) + " " + CollectionWord(generic),
        _ => type.Name,
    };

    /// <summary><c>IReadOnlyList</c> and <c>List</c> are one word to a reader of the schema.</summary>
    private static string CollectionWord(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Interface && type.Name.Length > 1 && type.Name[0] == 'I' && char.IsUpper(type.Name[1])
            ? type.Name.Substring(1)
            : type.Name;
}
