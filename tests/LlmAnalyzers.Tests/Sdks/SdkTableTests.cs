using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using LlmAnalyzers.Sdks;
using Xunit;

namespace LlmAnalyzers.Tests.Sdks;

/// <summary>Every name in a table of an SDK is in its packages, and everything that matters in the packages is in the table.</summary>
public class SdkTableTests
{
    public static IEnumerable<object[]> Surfaces => SurfaceCases.All.Select(c => new object[] { c.Surface.Name });

    [Fact]
    public void Every_table_is_checked()
    {
        var tables = typeof(SdkSurface).Assembly.GetTypes()
            .SelectMany(t => t.GetProperties(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(p => p.PropertyType == typeof(SdkSurface)).Select(p => ((SdkSurface)p.GetValue(null)!).Name);
        Assert.Equal(tables.Order(), SurfaceCases.All.Select(c => c.Surface.Name).Order());
    }

    [Theory]
    [MemberData(nameof(Surfaces))]
    public void Every_type_and_member_exists(string surface) => NothingIn(Check(surface).MissingNames());

    [Theory]
    [MemberData(nameof(Surfaces))]
    public void Every_parameter_exists(string surface) => NothingIn(Check(surface).MissingParameters());

    [Theory]
    [MemberData(nameof(Surfaces))]
    public void Every_method_beside_a_call_is_a_call_or_known_to_be_none(string surface) => NothingIn(Check(surface).UnknownCalls());

    [Theory]
    [MemberData(nameof(Surfaces))]
    public void Every_property_of_options_is_a_setting_or_known_to_be_none(string surface) => NothingIn(Check(surface).UnknownSettings());

    [Theory]
    [MemberData(nameof(Surfaces))]
    public void No_exception_is_stale(string surface) => NothingIn(Check(surface).StaleExceptions());

    private static TableCheck Check(string surface) => new(SurfaceCases.All.Single(c => c.Surface.Name == surface));

    private static void NothingIn(IEnumerable<string> names)
    {
        var found = names.Distinct().ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }
}
