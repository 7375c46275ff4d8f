using System.Collections.Concurrent;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LlmAnalyzers.Reading;

/// <summary>
/// Operations of declarations in any file of the compilation. Bound lazily, one member at a time, and kept for the life of
/// the compilation. The only place that may ask for the semantic model of another file.
/// </summary>
internal sealed class SemanticModels
{
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();
    private readonly ConcurrentDictionary<SyntaxNode, MemberBody?> _bodies = new();

    public SemanticModels(Compilation compilation, ProjectFiles? files = null)
    {
        Compilation = compilation;
        Files = files ?? ProjectFiles.None;
    }

    public Compilation Compilation { get; }

    /// <summary>What the project has beside its code.</summary>
    public ProjectFiles Files { get; }

    public SemanticModel For(SyntaxTree tree) => _models.GetOrAdd(tree, t =>
    {
        // RS1030 warns that this binds anew on each call: the model is kept, and only members that a call leads to are bound.
#pragma warning disable RS1030, RS0030
        return Compilation.GetSemanticModel(t);
#pragma warning restore RS1030, RS0030
    });

    /// <summary>The body a member's operations hang on: of a method, accessor, constructor, initialiser, or the top-level program.</summary>
    public MemberBody? BodyOf(SyntaxNode declaration, CancellationToken cancellationToken)
    {
        if (_bodies.TryGetValue(declaration, out var known))
        {
            return known;
        }

        if (declaration is LocalFunctionStatementSyntax && CallerLookup.MemberAround(declaration) is { } member)
        {
            // A local function shares the variables of the member around it.
            return BodyOf(member, cancellationToken);
        }

        var tree = declaration.SyntaxTree;
        if (!Compilation.ContainsSyntaxTree(tree))
        {
            return null;
        }

        var bound = For(tree).GetOperation(BoundNode(declaration), cancellationToken);
        while (bound?.Parent is { } parent)
        {
            bound = parent;
        }

        // The root of an expression-bodied property hangs on its expression: whoever asks gets one and the same body.
        return _bodies.GetOrAdd(declaration, bound is null ? null : _bodies.GetOrAdd(bound.Syntax, _ => new MemberBody(bound)));
    }

    /// <summary>
    /// The body around an operation an analyzer was handed, and that operation in it: operations are compared by identity,
    /// and a host may bind one member more than once.
    /// </summary>
    public (MemberBody Body, IOperation Operation) BodyAround(IOperation operation)
    {
        var root = operation;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        var body = _bodies.GetOrAdd(root.Syntax, _ => new MemberBody(root)) ?? new MemberBody(root);
        if (body.Root == root)
        {
            return (body, operation);
        }

        return body.Twin(operation) is { } twin ? (body, twin) : (new MemberBody(root), operation);
    }

    private static SyntaxNode BoundNode(SyntaxNode declaration) => declaration switch
    {
        VariableDeclaratorSyntax { Initializer: { } initializer } => initializer,
        PropertyDeclarationSyntax { ExpressionBody: { } expression } => expression,
        PropertyDeclarationSyntax { Initializer: { } initializer } => initializer,
        _ => declaration,
    };
}
