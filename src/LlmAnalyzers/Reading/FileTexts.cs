using System.Linq;
using LlmAnalyzers.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <summary>Reads the text of a file that the code loads at run time and the project hands to analyzers.</summary>
internal static class FileTexts
{
    private const int MaxDepth = 8;

    /// <summary>False when the method loads no file, or none that is at hand.</summary>
    public static bool Visit(IInvocationOperation invocation, Frame frame, bool isCertain, PromptTextReader reader)
    {
        if (TextFrom(invocation, frame, reader.Context) is not { } text)
        {
            return false;
        }

        reader.Pieces.AddLiteral(text, invocation, isCertain);
        return true;
    }

    private static string? TextFrom(IInvocationOperation invocation, Frame frame, ReadingContext context)
    {
        var files = context.Members.Models.Files;
        if (IsOfFile(invocation, "ReadAllText", "ReadAllTextAsync"))
        {
            return PathOf(invocation.Arguments[0].Value, frame, context, 0) is { } path ? files.TextAt(path, context.CancellationToken) : null;
        }

        if (invocation is not { TargetMethod: { Name: "ReadToEnd" or "ReadToEndAsync", ContainingType: { Name: "StreamReader" or "TextReader", ContainingNamespace.Name: "IO" } }, Instance: { } reader })
        {
            return null;
        }

        return context.OriginsOf(reader, frame).Single is { } opened ? TextOf(opened, context, depth: 0) : null;
    }

    /// <summary>What a reader or stream gives.</summary>
    private static string? TextOf(Origin source, ReadingContext context, int depth)
    {
        var files = context.Members.Models.Files;
        switch (source.Operation)
        {
            case IObjectCreationOperation { Type.Name: "StreamReader", Arguments: [{ Value: var from }, ..] } when depth < MaxDepth:
                return OriginFinder.Bare(from).Type?.SpecialType == SpecialType.System_String
                    ? PathOf(from, source.Frame, context, 0) is { } named ? files.TextAt(named, context.CancellationToken) : null
                    : context.OriginsOf(from, source.Frame).Single is { } stream ? TextOf(stream, context, depth + 1) : null;
            case IInvocationOperation opened when IsOfFile(opened, "OpenText", "OpenRead"):
                return PathOf(opened.Arguments[0].Value, source.Frame, context, 0) is { } path ? files.TextAt(path, context.CancellationToken) : null;
            case IInvocationOperation { TargetMethod: { Name: "GetManifestResourceStream", ContainingType: { Name: "Assembly", ContainingNamespace.Name: "Reflection" } } } resource:
                return resource.Arguments.FirstOrDefault(a => a.Parameter?.Name == "name") is { } name
                    && Tail(PromptTextReader.Read(name.Value, source.Frame, context).Flat, '.') is { } embedded
                        ? files.TextOfResource(embedded, context.CancellationToken)
                        : null;
            default:
                return null;
        }
    }

    private static bool IsOfFile(IInvocationOperation invocation, string name, string otherName) =>
        (invocation.TargetMethod.Name == name || invocation.TargetMethod.Name == otherName)
        && invocation.TargetMethod.ContainingType is { Name: "File", ContainingNamespace: { Name: "IO", ContainingNamespace.Name: "System" } }
        && invocation.Arguments.Length > 0;

    /// <summary>The path, or its end where it begins in a folder that is known only at run time.</summary>
    private static string? PathOf(IOperation value, Frame frame, ReadingContext context, int depth) =>
        Tail(Flat(value, frame, context, depth).Replace('\\', '/'), '/');

    /// <summary>The part of a text after all that is not known, which ends at a separator.</summary>
    private static string? Tail(string flat, char separator)
    {
        var hole = flat.LastIndexOf(PromptText.HoleMark);
        return hole < 0 ? flat : hole + 2 < flat.Length && flat[hole + 1] == separator ? flat.Substring(hole + 2) : null;
    }

    private static string Flat(IOperation value, Frame frame, ReadingContext context, int depth)
    {
        var unknown = PromptText.HoleMark.ToString();
        if (depth > MaxDepth || context.OriginsOf(value, frame).Single is not { } origin)
        {
            return unknown;
        }

        if (origin.Operation is not IInvocationOperation { TargetMethod: { Name: "Combine" or "Join" or "GetFullPath", ContainingType: { Name: "Path", ContainingNamespace.Name: "IO" } } } combined)
        {
            return PromptTextReader.Read(origin.Operation, origin.Frame, context).Flat;
        }

        var parts = combined.Arguments.Take(combined.TargetMethod.Name == "GetFullPath" ? 1 : combined.Arguments.Length)
            .SelectMany(a => OriginFinder.Bare(a.Value) switch
            {
                IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
                ICollectionExpressionOperation collection => collection.Elements,
                var part => [part],
            });
        return string.Join("/", parts.Select(p => Flat(p, origin.Frame, context, depth + 1).TrimEnd('/', '\\')));
    }
}
