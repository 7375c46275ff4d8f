using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using LlmAnalyzers.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <summary>
/// Reads a setting that comes out of configuration, where a settings file of the project gives it a value. The environment may put another
/// in its place, so that it is a possible value and never a certain one.
/// </summary>
internal static class ConfiguredValues
{
    private const int MaxDepth = 6;

    /// <summary>The values of an expression that asks configuration; empty for any other.</summary>
    public static ImmutableArray<object> Of(SettingKind kind, Origin origin, ReadingContext context)
    {
        var values = ImmutableArray.CreateBuilder<object>();
        foreach (var text in TextsOf(origin.Operation, origin.Frame, context, depth: 0))
        {
            if (ValueOf(kind, text) is { } value && !values.Contains(value))
            {
                values.Add(value);
            }
        }

        return values.ToImmutable();
    }

    private static object? ValueOf(SettingKind kind, string text) => kind switch
    {
        SettingKind.Model or SettingKind.Deployment => text.Trim() is { Length: > 0 } name ? name : null,
        SettingKind.ReasoningEffort => text.Trim().ToLowerInvariant() is { Length: > 0 } name ? name : null,
        SettingKind.Temperature or SettingKind.TopP or SettingKind.TopK or SettingKind.MaxOutputTokens or SettingKind.FrequencyPenalty or SettingKind.PresencePenalty
            or SettingKind.Seed or SettingKind.TopLogProbabilities =>
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null,
        _ => null,
    };

    private static IEnumerable<string> TextsOf(IOperation operation, Frame frame, ReadingContext context, int depth)
    {
        if (depth > MaxDepth)
        {
            return [];
        }

        if (operation is IInvocationOperation { TargetMethod: { Name: "Parse", ContainingType.SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_Double or SpecialType.System_Decimal }, Arguments: [{ Value: var parsed }, ..] })
        {
            return context.OriginsOf(parsed, frame).Known.SelectMany(o => TextsOf(o.Operation, o.Frame, context, depth + 1));
        }

        return KeyOf(operation, frame, context, depth) is { } key ? context.Members.Models.Files.ValuesOf(key, context.CancellationToken) : [];
    }

    /// <summary>The path of the value that an expression asks for; null when it asks for none that is known.</summary>
    private static string? KeyOf(IOperation operation, Frame frame, ReadingContext context, int depth) => operation switch
    {
        IPropertyReferenceOperation { Arguments: [var key], Instance: { } section } when IsConfiguration(section.Type) => Within(section, key.Value, frame, context, depth),
        IPropertyReferenceOperation { Property.Name: "Value", Instance: { } section } when IsSection(section.Type) => PathOf(section, frame, context, depth),
        IInvocationOperation { TargetMethod: { Name: "GetValue", ContainingType: { Name: "ConfigurationBinder", ContainingNamespace.Name: "Configuration" } } } asked
            when SettingReader.ArgumentOf(asked, "configuration") is { } section && SettingReader.ArgumentOf(asked, "key") is { } key => Within(section.Value, key.Value, frame, context, depth),
        _ => null,
    };

    private static string? Within(IOperation section, IOperation key, Frame frame, ReadingContext context, int depth)
    {
        if (PathOf(section, frame, context, depth) is not { } path || context.OriginsOf(key, frame).Single is not { } named || SettingReader.TextOf(named.Operation) is not { } name)
        {
            return null;
        }

        return path.Length == 0 ? name : path + ":" + name;
    }

    /// <summary>The path of a section; empty for the whole configuration.</summary>
    private static string? PathOf(IOperation section, Frame frame, ReadingContext context, int depth)
    {
        if (depth > MaxDepth || context.OriginsOf(section, frame) is not { Known: [var origin], HasUnseen: false })
        {
            return IsSection(section.Type) ? null : "";
        }

        if (origin.Operation is IInvocationOperation { TargetMethod.Name: "GetSection" or "GetRequiredSection" } found && IsSection(found.Type))
        {
            var outer = found.Instance ?? SettingReader.ArgumentOf(found, "configuration")?.Value;
            return outer is not null && SettingReader.ArgumentOf(found, "key") is { } key ? Within(outer, key.Value, origin.Frame, context, depth + 1) : null;
        }

        return IsSection(origin.Operation.Type) ? null : "";
    }

    private static bool IsSection(ITypeSymbol? type) => Is(type, "IConfigurationSection");

    private static bool IsConfiguration(ITypeSymbol? type) => Is(type, "IConfiguration");

    private static bool Is(ITypeSymbol? type, string contract) => type is not null && type.AllInterfaces.Prepend(type as INamedTypeSymbol).Any(i =>
        i?.Name == contract && i.ContainingNamespace is { Name: "Configuration", ContainingNamespace: { Name: "Extensions", ContainingNamespace.Name: "Microsoft" } });
}
