using System;
using System.IO;
using System.Text;
using System.Xml;
using Microsoft.CodeAnalysis;
using static LlmAnalyzers.Schemas.SerializationAttributes;

namespace LlmAnalyzers.Schemas;

/// <summary>What the source says a type or member means: <c>[Description]</c>, else the summary of its documentation.</summary>
internal static class Descriptions
{
    /// <summary>Longer texts are cut.</summary>
    public const int MaxLength = 300;

    private const int MaxXmlLength = 20_000;

    public static string? Of(SerializedMember member) =>
        Attribute(member.Symbol)
        ?? (member.Parameter is null ? null : Attribute(member.Parameter))
        ?? Summary(member.Symbol);

    public static string? Of(ITypeSymbol type) => Attribute(type) ?? Summary(type);

    private static string? Attribute(ISymbol symbol) =>
        Tidy(Argument(Find(symbol, ComponentModel, "DescriptionAttribute"), 0) as string);

    private static string? Summary(ISymbol symbol)
    {
        // Only what stands in this project's source: documentation of other assemblies is read from files.
        if (symbol.DeclaringSyntaxReferences.IsEmpty)
        {
            return null;
        }

        var xml = symbol.GetDocumentationCommentXml();
        if (!string.IsNullOrEmpty(xml) && xml!.Length <= MaxXmlLength)
        {
            try
            {
                return Tidy(SummaryText(xml));
            }
            catch (XmlException)
            {
                return null;
            }
        }

        return null;
    }

    private static string SummaryText(string xml)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, ConformanceLevel = ConformanceLevel.Fragment };
        using var reader = XmlReader.Create(new StringReader(xml), settings);
        var text = new StringBuilder();
        if (!reader.ReadToFollowing("summary"))
        {
            return "";
        }

        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
            {
                text.Append(reader.Value);
            }
            else if (reader is { NodeType: XmlNodeType.Element, IsEmptyElement: true })
            {
                text.Append(ReferenceText(reader)).Append(reader.Name is "para" or "br" ? " " : "");
            }
        }

        return text.ToString();
    }

    /// <summary>What <c>&lt;see cref="T:Shop.Order"/&gt;</c> and the like read as: <c>Order</c>.</summary>
    private static string ReferenceText(XmlReader reader)
    {
        var target = reader.GetAttribute("langword") ?? reader.GetAttribute("name") ?? reader.GetAttribute("cref") ?? "";
        var parameters = target.IndexOf('(');
        target = parameters < 0 ? target : target.Substring(0, parameters);
        return target.Substring(Math.Max(target.LastIndexOf('.'), target.LastIndexOf(':')) + 1);
    }

    /// <summary>One line, without the words that only speak of C#, cut at a word; null when nothing is left.</summary>
    private static string? Tidy(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var line = new StringBuilder();
        foreach (var c in text.Length > MaxXmlLength ? text.Substring(0, MaxXmlLength) : text)
        {
            if (!char.IsWhiteSpace(c))
            {
                line.Append(c);
            }
            else if (line.Length > 0 && line[line.Length - 1] != ' ')
            {
                line.Append(' ');
            }
        }

        var tidy = line.ToString().TrimEnd();
        foreach (var opening in new[] { "Gets or sets ", "Gets or initializes ", "Gets " })
        {
            if (tidy.StartsWith(opening, StringComparison.Ordinal) && tidy.Length > opening.Length)
            {
                tidy = char.ToUpperInvariant(tidy[opening.Length]) + tidy.Substring(opening.Length + 1);
                break;
            }
        }

        if (tidy.Length > MaxLength)
        {
            var end = tidy.LastIndexOf(' ', MaxLength - 1);
            tidy = tidy.Substring(0, end > MaxLength / 2 ? end : MaxLength - 1) + "…";
        }

        return tidy.Length == 0 ? null : tidy;
    }
}
