using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using LlmAnalyzers.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LlmAnalyzers.Reading;

/// <summary>The files beside the code that a project hands to analyzers: prompts and settings.</summary>
internal sealed class ProjectFiles
{
    private static readonly char[] Separators = ['/', '\\'];

    private readonly ImmutableArray<(AdditionalText File, string[] Path)> _files;
    private readonly Func<SourceText, ImmutableDictionary<string, string>> _parse;

    /// <param name="files">The files.</param>
    /// <param name="parse">Gives the values of a settings file; a host keeps them for as long as the text stays the same.</param>
    public ProjectFiles(ImmutableArray<AdditionalText> files, Func<SourceText, ImmutableDictionary<string, string>> parse)
    {
        _files = ImmutableArray.CreateRange(files, f => (f, f.Path.Split(Separators)));
        _parse = parse;
    }

    public static ProjectFiles None { get; } = new(ImmutableArray<AdditionalText>.Empty, AppSettings.Parse);

    /// <summary>The text of the one file whose path ends so; null when there is none, or more than one.</summary>
    public string? TextAt(string path, CancellationToken cancellationToken)
    {
        var wanted = path.Split(Separators).Where(p => p is not ("" or "." or "..")).ToArray();
        if (wanted.Length == 0)
        {
            return null;
        }

        var found = _files.Where(f => EndsWith(f.Path, wanted)).Take(2).ToList();
        return found.Count == 1 ? TextOf(found[0].File, cancellationToken) : null;
    }

    /// <summary>The text of the file that is embedded under a name such as <c>Company.App.Prompts.intro.txt</c>.</summary>
    public string? TextOfResource(string name, CancellationToken cancellationToken)
    {
        var found = _files.Where(f => IsSuffix(f.Path[f.Path.Length - 1], name)).ToList();
        for (var length = 2; found.Count > 1 && found.Any(f => f.Path.Length >= length); length++)
        {
            // Two files of one name: the folder before it tells.
            var closer = found.Where(f => f.Path.Length >= length && IsSuffix(string.Join(".", f.Path.Skip(f.Path.Length - length)), name)).ToList();
            if (closer.Count == 0)
            {
                break;
            }

            found = closer;
        }

        return found.Count == 1 ? TextOf(found[0].File, cancellationToken) : null;
    }

    /// <summary>The values that settings files give a key, each once. What the environment puts in their place is not seen.</summary>
    public ImmutableArray<string> ValuesOf(string key, CancellationToken cancellationToken)
    {
        var values = ImmutableArray.CreateBuilder<string>();
        foreach (var (file, path) in _files)
        {
            var name = path[path.Length - 1];
            if (name.StartsWith("appsettings", StringComparison.OrdinalIgnoreCase) && name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
                && file.GetText(cancellationToken) is { } text && _parse(text).TryGetValue(key, out var value) && !values.Contains(value))
            {
                values.Add(value);
            }
        }

        return values.ToImmutable();
    }

    private static bool EndsWith(string[] path, string[] wanted)
    {
        if (wanted.Length > path.Length)
        {
            return false;
        }

        for (var i = 1; i <= wanted.Length; i++)
        {
            if (!string.Equals(path[path.Length - i], wanted[wanted.Length - i], StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsSuffix(string dotted, string name) =>
        name.Equals(dotted, StringComparison.Ordinal) || name.EndsWith("." + dotted, StringComparison.Ordinal);

    private static string? TextOf(AdditionalText file, CancellationToken cancellationToken) =>
        file.GetText(cancellationToken) is { Length: <= PromptText.MaxLength } text ? text.ToString() : null;
}
