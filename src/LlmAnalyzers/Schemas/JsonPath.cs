using System.Globalization;
using System.Linq;

namespace LlmAnalyzers.Schemas;

/// <summary>Paths into JSON, as people write them: <c>$.properties['first name'].enum[2]</c>.</summary>
internal static class JsonPath
{
    /// <summary>Longer names are cut: a path is there to be read.</summary>
    private const int MaxNameLength = 60;

    public static string Of(string parent, string name)
    {
        name = name.Length > MaxNameLength ? name.Substring(0, MaxNameLength) + "…" : name;
        return name.Length > 0 && !char.IsDigit(name[0]) && name.All(c => char.IsLetterOrDigit(c) || c == '_') ? parent + "." + name : parent + "['" + name + "']";
    }

    public static string Of(string parent, int index) => parent + "[" + index.ToString(CultureInfo.InvariantCulture) + "]";
}
