using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Models;
using LlmAnalyzers.Reading;
using LlmAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers;

/// <summary>Finds the schemas that one member puts into requests, or declares for another member of its file, and hands them to the rules.</summary>
internal static class SchemaInspection
{
    public static void Check(IOperation block, CallReader reader, ModelCatalogue models, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        var schemas = new List<SchemaUse>();
        var mayDeclare = false;
        foreach (var operation in block.DescendantsAndSelf())
        {
            mayDeclare |= SchemaUseReader.MayDeclareSchema(operation);
            if (reader.ReadSchema(operation, cancellationToken) is { } schema)
            {
                schemas.Add(schema);
            }
        }

        if (mayDeclare)
        {
            schemas.AddRange(reader.ReadSchemas(block.Syntax.SyntaxTree, cancellationToken).Where(s => !schemas.Any(o => o.Creation == s.Creation)));
        }

        if (schemas.Count == 0)
        {
            return;
        }

        var context = new SchemaContext(block.Syntax.SyntaxTree, block.Syntax.Span, CallsIn(block, reader, cancellationToken), models, report, cancellationToken);
        foreach (var schema in schemas)
        {
            foreach (var rule in AllRules.ForSchemas)
            {
                rule.Check(schema, context);
            }
        }
    }

    /// <summary>Which call sends a schema says to which service it goes.</summary>
    private static List<LlmCall> CallsIn(IOperation block, CallReader reader, CancellationToken cancellationToken)
    {
        var calls = new List<LlmCall>();
        foreach (var invocation in block.DescendantsAndSelf().OfType<IInvocationOperation>())
        {
            if (reader.Read(invocation, cancellationToken) is { Call: var call })
            {
                calls.Add(call);
            }
        }

        return calls;
    }
}
