using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using LlmAnalyzers.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <summary>Reads the texts that methods of <see cref="string"/> make: formats, joins, templates with placeholders.</summary>
internal static class StringMethods
{
    /// <summary>False when the method is none of those that are known here.</summary>
    public static bool Visit(IInvocationOperation invocation, Frame frame, bool isCertain, int depth, PromptTextReader reader)
    {
        var method = invocation.TargetMethod;
        if (method.Name == "ToString" && StringBuilders.IsBuilder(method.ContainingType, invocation.Instance))
        {
            StringBuilders.Visit(invocation.Instance!, frame, isCertain, depth, reader);
            return true;
        }

        if (method.ContainingType.SpecialType != SpecialType.System_String)
        {
            return false;
        }

        var first = reader.Pieces.Count;
        switch (method.Name)
        {
            case "Format":
                VisitFormat(invocation, frame, isCertain, depth, reader);
                return true;
            case "Concat":
                VisitElements(invocation.Arguments, separator: null, frame, isCertain, depth, reader);
                return true;
            case "Join" when invocation.Arguments.Length > 1:
                VisitElements(invocation.Arguments.Skip(1), invocation.Arguments[0].Value, frame, isCertain, depth, reader);
                return true;
            case "Trim" or "TrimStart" or "TrimEnd" or "ReplaceLineEndings" or "Normalize" or "ToString" when invocation.Instance is { } text:
                reader.Visit(text, frame, isCertain, depth + 1);
                return true;
            case "ToLower" or "ToLowerInvariant" when invocation.Instance is { } upper:
                reader.Visit(upper, frame, isCertain, depth + 1);
                reader.Pieces.Map(first, t => t.ToLowerInvariant());
                return true;
            case "ToUpper" or "ToUpperInvariant" when invocation.Instance is { } lower:
                reader.Visit(lower, frame, isCertain, depth + 1);
                reader.Pieces.Map(first, t => t.ToUpperInvariant());
                return true;
            case "Replace" when invocation.Instance is { } template:
                reader.Visit(template, frame, isCertain, depth + 1);
                Replace(invocation, first, frame, isCertain, depth, reader);
                return true;
            default:
                return false;
        }
    }

    /// <summary><c>"… {0} …"</c>: each placeholder is the argument, or a hole where there is none.</summary>
    public static void VisitFormat(IInvocationOperation invocation, Frame frame, bool isCertain, int depth, PromptTextReader reader)
    {
        var format = SettingReader.ArgumentOf(invocation, "format");
        var arguments = invocation.Arguments.Where(a => a.Parameter?.Name is not ("format" or "provider")).SelectMany(ElementsOf).ToList();
        if (format is null || reader.Context.OriginsOf(format.Value, frame).Single is not { } origin
            || SettingReader.TextOf(origin.Operation) is not { Length: <= PromptText.MaxLength } text)
        {
            reader.Pieces.AddHole(invocation, isCertain);
            return;
        }

        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '{' or '}' && i + 1 < text.Length && text[i + 1] == text[i])
            {
                Literal(i + 1);
                start = ++i + 1;
            }
            else if (text[i] == '{' && text.IndexOf('}', i) is var end and > 0)
            {
                Literal(i);
                var index = new string(text.Substring(i + 1, end - i - 1).TakeWhile(c => c is >= '0' and <= '9').ToArray());
                if (index.Length is > 0 and < 4 && int.Parse(index, CultureInfo.InvariantCulture) is var place && place < arguments.Count)
                {
                    reader.Visit(arguments[place], frame, isCertain, depth + 1);
                }
                else
                {
                    reader.Pieces.AddHole(invocation, isCertain);
                }

                i = end;
                start = end + 1;
            }
        }

        Literal(text.Length);

        void Literal(int end) => reader.Pieces.AddLiteral(text.Substring(start, end - start), origin.Operation, isCertain);
    }

    /// <summary>The elements one after the other: of a <c>params</c> array, of a list, or given one by one.</summary>
    public static void VisitElements(
        IEnumerable<IArgumentOperation> arguments, IOperation? separator, Frame frame, bool isCertain, int depth, PromptTextReader reader)
    {
        var isFirst = true;
        foreach (var argument in arguments)
        {
            var type = OriginFinder.Bare(argument.Value).Type;
            if (type?.SpecialType == SpecialType.System_String || argument.Parameter?.Type is not { SpecialType: SpecialType.None })
            {
                Add(new(argument.Value, frame, isCertain));
                continue;
            }

            var list = ListReader.Read(argument.Value, frame, reader.Context);
            foreach (var element in list.Elements)
            {
                Add(element with { IsCertain = isCertain && element.IsCertain });
            }

            if (list.MoreFrom is not null)
            {
                reader.Pieces.AddHole(OriginFinder.Bare(argument.Value), isCertain);
            }
        }

        void Add(ListElement element)
        {
            if (!isFirst && separator is not null)
            {
                reader.Visit(separator, frame, element.IsCertain, depth + 1);
            }

            isFirst = false;
            reader.Visit(element.Operation, element.Frame, element.IsCertain, depth + 1);
        }
    }

    /// <summary>A placeholder is cut out of the pieces from an index on, where the text shows it.</summary>
    public static void Replace(IInvocationOperation invocation, int first, Frame frame, bool isCertain, int depth, PromptTextReader reader)
    {
        if (invocation.Arguments.Length < 2
            || reader.Context.OriginsOf(invocation.Arguments[0].Value, frame).Single is not { } origin
            || origin.Operation.ConstantValue is not { HasValue: true, Value: string or char }
            || origin.Operation.ConstantValue.Value.ToString() is not { Length: > 0 } token)
        {
            // Which part is replaced cannot be read: more text may be there than the template shows.
            reader.Pieces.AddHole(invocation, isCertain);
            return;
        }

        reader.Pieces.Replace(first, token, () => reader.Visit(invocation.Arguments[1].Value, frame, isCertain, depth + 1));
    }

    private static IEnumerable<IOperation> ElementsOf(IArgumentOperation argument) => OriginFinder.Bare(argument.Value) switch
    {
        IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
        ICollectionExpressionOperation collection when collection.Elements.All(e => e is not ISpreadOperation) => collection.Elements,
        var value => [value],
    };
}
