using System.Collections.Generic;
using System.Threading;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Sdks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <summary>Places that put a JSON schema into a request.</summary>
internal sealed partial class CallReader
{
    /// <summary>The schema that an operation puts into a request; null when it puts none there.</summary>
    public SchemaUse? ReadSchema(IOperation operation, CancellationToken cancellationToken)
    {
        if (!SchemaUseReader.MayBe(operation))
        {
            return null;
        }

        var context = new ReadingContext(_sdks, _members, _callers, _registrations, cancellationToken);
        var member = SettingReader.MemberOf(operation is ISimpleAssignmentOperation assignment ? assignment.Target : operation);
        if (_sdks.Find<SchemaMember>(member) is null && _sdks.Find<OptionMember>(member) is null)
        {
            return null;
        }

        var (body, own) = _members.Models.BodyAround(operation);
        return SchemaUseReader.Read(own, new Frame(body), context);
    }

    /// <summary>Every schema that a method call of a file puts into a request.</summary>
    public IEnumerable<SchemaUse> ReadSchemas(SyntaxTree tree, CancellationToken cancellationToken)
    {
        var context = new ReadingContext(_sdks, _members, _callers, _registrations, cancellationToken);
        foreach (var invocation in _callers.InvocationsOf(_sdks.SchemaNames, tree, cancellationToken))
        {
            var (body, own) = _members.Models.BodyAround(invocation);
            if (SchemaUseReader.Read(own, new Frame(body), context) is { } use)
            {
                yield return use;
            }
        }
    }
}
