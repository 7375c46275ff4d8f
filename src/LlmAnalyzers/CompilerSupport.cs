// Types the compiler looks for when netstandard2.0 code uses init accessors, records and required members.

#pragma warning disable IDE0130, CA1018, CA1019 // The compiler wants exactly these names and shapes.

namespace System.Runtime.CompilerServices;

internal static class IsExternalInit;

internal sealed class RequiredMemberAttribute : Attribute;

internal sealed class CompilerFeatureRequiredAttribute : Attribute
{
    public CompilerFeatureRequiredAttribute(string featureName) => FeatureName = featureName;

    public string FeatureName { get; }
}
