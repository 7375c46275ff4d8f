// Types the compiler looks for when netstandard2.0 code uses init accessors, records, required members and list patterns.

#pragma warning disable IDE0130, CA1018, CA1019 // The compiler wants exactly these names and shapes.

namespace System.Runtime.CompilerServices
{
    internal static class IsExternalInit;

    internal sealed class RequiredMemberAttribute : Attribute;

    internal sealed class CompilerFeatureRequiredAttribute : Attribute
    {
        public CompilerFeatureRequiredAttribute(string featureName) => FeatureName = featureName;

        public string FeatureName { get; }
    }
}

namespace System
{
    internal readonly struct Index
    {
        private readonly int _value;

        public Index(int value, bool fromEnd = false) => _value = fromEnd ? ~value : value;

        public static implicit operator Index(int value) => new(value);

        public int GetOffset(int length) => _value < 0 ? length + _value + 1 : _value;
    }
}
