// The part of Microsoft.Extensions.Configuration.Binder that a single value is asked for with.

using System.Reflection;

[assembly: AssemblyVersion("10.0.0.0")]

namespace Microsoft.Extensions.Configuration
{
    public static class ConfigurationBinder
    {
        public static T? GetValue<T>(this IConfiguration configuration, string key) => throw null!;

        public static T GetValue<T>(this IConfiguration configuration, string key, T defaultValue) => throw null!;
    }
}
