namespace LlmAnalyzers.Schemas;

/// <summary>The library that turns the reply into an object: its attributes are read, the other's are not.</summary>
internal enum JsonLibrary
{
    SystemTextJson,
    Newtonsoft,
}

/// <summary>What the serializer's options say about the JSON of every type; attributes on a type or member come before it.</summary>
internal sealed record SerializationConventions
{
    /// <summary><c>JsonSerializer</c> without options.</summary>
    public static SerializationConventions Default { get; } = new();

    /// <summary><c>JsonSerializerDefaults.Web</c>: camel case, read case-insensitively.</summary>
    public static SerializationConventions Web { get; } = new() { Naming = NamingPolicy.CamelCase, IsCaseInsensitive = true };

    /// <summary><c>JsonConvert</c> without settings.</summary>
    public static SerializationConventions Newtonsoft { get; } = new() { Library = JsonLibrary.Newtonsoft, IsCaseInsensitive = true };

    public JsonLibrary Library { get; init; }

    /// <summary>Names of properties and fields.</summary>
    public NamingPolicy Naming { get; init; }

    /// <summary>Enums are written as names (a <c>JsonStringEnumConverter</c> in the options), not as numbers.</summary>
    public bool EnumsAsNames { get; init; }

    /// <summary>Names of enum members, where they are written as names.</summary>
    public NamingPolicy EnumNaming { get; init; }

    /// <summary>Names that differ only in case are one name: two members that share it cannot be read.</summary>
    public bool IsCaseInsensitive { get; init; }

    /// <summary>Public fields take part. With Newtonsoft.Json they always do.</summary>
    public bool IncludesFields { get; init; }
}
