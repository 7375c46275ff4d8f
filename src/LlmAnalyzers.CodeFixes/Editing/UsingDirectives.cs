using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LlmAnalyzers.CodeFixes.Editing;

/// <summary>Adds using directives where the file keeps its own.</summary>
internal static class UsingDirectives
{
    /// <summary>The namespace is in scope: by a using of any kind, also global and implicit ones, or because the code stands in it.</summary>
    public static bool IsImported(SemanticModel model, string name, int position)
    {
        for (var space = model.GetEnclosingSymbol(position)?.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (space.ToDisplayString() == name)
            {
                return true;
            }
        }

        return model.GetImportScopes(position)
            .SelectMany(scope => scope.Imports)
            .Any(import => import.NamespaceOrType is INamespaceSymbol imported && imported.ToDisplayString() == name);
    }

    /// <summary>The insertions that import the namespaces; none of them is imported yet.</summary>
    public static IEnumerable<TextChange> Changes(SyntaxNode root, SourceText text, SourceStyle style, IReadOnlyList<NamespaceImport> imports)
    {
        if (root is not CompilationUnitSyntax unit || imports.Count == 0)
        {
            return [];
        }

        var lines = new SortedDictionary<int, string>();
        var atTop = new List<string>();
        foreach (var import in imports.OrderBy(i => i.Name, new NameOrder(systemFirst: true)))
        {
            var usings = Container(unit, import.Position);
            if (usings.Count == 0)
            {
                atTop.Add("using " + import.Name + ";" + style.NewLine);
                continue;
            }

            var (position, inserted) = Place(usings, import.Name, text, style);
            lines[position] = lines.TryGetValue(position, out var earlier) ? earlier + inserted : inserted;
        }

        if (atTop.Count > 0)
        {
            var (position, needsGap) = FileHeader.End(unit, text);
            lines[position] = (needsGap ? style.NewLine : "") + string.Concat(atTop) + (position < text.Length ? style.NewLine : "");
        }

        return lines.Select(l => new TextChange(new TextSpan(l.Key, 0), l.Value));
    }

    /// <summary>The usings of the file or, when it has none, of the namespace around the position.</summary>
    private static SyntaxList<UsingDirectiveSyntax> Container(CompilationUnitSyntax unit, int position)
    {
        if (unit.Usings.Count > 0)
        {
            return unit.Usings;
        }

        var inside = unit.FindToken(position).Parent?.AncestorsAndSelf()
            .OfType<BaseNamespaceDeclarationSyntax>()
            .FirstOrDefault(n => n.Usings.Count > 0);
        return inside?.Usings ?? default;
    }

    private static (int Position, string Text) Place(SyntaxList<UsingDirectiveSyntax> usings, string name, SourceText text, SourceStyle style)
    {
        var line = "using " + name + ";";
        var plain = usings.Where(IsPlain).ToList();
        if (plain.Count == 0)
        {
            var lastGlobal = usings.LastOrDefault(u => !u.GlobalKeyword.IsKind(SyntaxKind.None));
            return lastGlobal is null ? Before(usings[0]) : After(lastGlobal);
        }

        if (plain.Any(IsConditional))
        {
            // The first using is outside every #if, or the one that opens it stands right above: before it is always unconditional.
            return (plain[0].FullSpan.Start, line + style.NewLine);
        }

        var names = plain.Select(u => u.NamespaceOrType.ToString()).ToList();
        var order = new[] { new NameOrder(systemFirst: true), new NameOrder(systemFirst: false) }.FirstOrDefault(o => o.Sorts(names));
        var index = order is null ? plain.Count : names.TakeWhile(n => order.Compare(n, name) < 0).Count();
        return index == 0 ? Before(plain[0]) : After(plain[index - 1]);

        (int Position, string Text) Before(UsingDirectiveSyntax next) =>
            (next.SpanStart, line + style.NewLine + text.IndentAt(next.SpanStart));

        (int Position, string Text) After(UsingDirectiveSyntax previous) =>
            (previous.GetLastToken().EndWithComments(), style.NewLine + text.IndentAt(previous.SpanStart) + line);
    }

    private static bool IsPlain(UsingDirectiveSyntax u) =>
        u.Alias is null && u.StaticKeyword.IsKind(SyntaxKind.None) && u.GlobalKeyword.IsKind(SyntaxKind.None);

    private static bool IsConditional(UsingDirectiveSyntax u) =>
        u.GetLeadingTrivia().Any(t => t.Kind() is SyntaxKind.IfDirectiveTrivia or SyntaxKind.ElifDirectiveTrivia
            or SyntaxKind.ElseDirectiveTrivia or SyntaxKind.EndIfDirectiveTrivia);

    /// <summary>Orders namespace names as a file does: by letters, System ones first or not.</summary>
    private sealed class NameOrder : IComparer<string>
    {
        private readonly bool _systemFirst;

        public NameOrder(bool systemFirst) => _systemFirst = systemFirst;

        public int Compare(string? x, string? y)
        {
            if (_systemFirst && IsSystem(x) != IsSystem(y))
            {
                return IsSystem(x) ? -1 : 1;
            }

            return StringComparer.OrdinalIgnoreCase.Compare(x, y);
        }

        public bool Sorts(List<string> names) =>
            Enumerable.Range(1, Math.Max(0, names.Count - 1)).All(i => i >= names.Count || Compare(names[i - 1], names[i]) <= 0);

        private static bool IsSystem(string? name) =>
            name == "System" || name?.StartsWith("System.", StringComparison.Ordinal) == true;
    }
}
