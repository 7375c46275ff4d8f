using System.Linq;
using LlmAnalyzers.Sdks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <summary>
/// Whether a caller of a wrapper can say more about the call than the wrapper itself: by what it passes, or by what it does with
/// a text it gets. Where it only hands on what it was given and gets a finished result, reading the call again tells nothing.
/// </summary>
internal static class CallerDetails
{
    private const int MaxMembers = 16;

    public static bool MaySayMore(IInvocationOperation invocation, IMethodSymbol target, SdkSymbols sdks) =>
        MayHoldText(target.ReturnType, sdks)
        || target.Parameters.Any(p => p.RefKind == RefKind.Out && p.Type.SpecialType == SpecialType.System_String)
        || invocation.Arguments.Any(a => IsTelling(a, sdks));

    /// <summary>The result may be the reply's text, or hold it.</summary>
    private static bool MayHoldText(ITypeSymbol type, SdkSymbols sdks)
    {
        if (type is INamedTypeSymbol { Name: "Task" or "ValueTask" or "IAsyncEnumerable" or "IEnumerable" or "List", TypeArguments: [var inner] })
        {
            type = inner;
        }

        return type.SpecialType == SpecialType.System_String || type.TypeKind == TypeKind.TypeParameter || type.IsTupleType || sdks.SurfaceOf(type) is not null
            || (!type.DeclaringSyntaxReferences.IsEmpty && type.GetMembers().OfType<IPropertySymbol>().Take(MaxMembers).Any(p => p.Type.SpecialType == SpecialType.System_String));
    }

    /// <summary>A value that can go into a request, and that is made here rather than handed on.</summary>
    private static bool IsTelling(IArgumentOperation argument, SdkSymbols sdks)
    {
        var type = argument.Parameter?.Type;
        if (type is INamedTypeSymbol { TypeArguments: [var inner] })
        {
            type = inner;
        }

        if (type is null || (sdks.SurfaceOf(type) is null && type is not ({ SpecialType: >= SpecialType.System_Boolean and <= SpecialType.System_String } or { TypeKind: TypeKind.Enum })))
        {
            return false;
        }

        return OriginFinder.Bare(argument.Value) is not (IParameterReferenceOperation or IPropertyReferenceOperation { Instance: not (null or IInstanceReferenceOperation) });
    }
}
