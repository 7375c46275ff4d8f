using System;
using System.Collections.Immutable;
using System.Linq;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Schemas;
using LlmAnalyzers.Sdks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <content>
/// Through the JSON of a reply that no SDK reads: response, content, parsed tree or objects, down to the text. To parse this JSON
/// is not to parse the text; what is done with the text goes on as everywhere.
/// </content>
internal sealed partial class ReplyFollower
{
    private ImmutableArray<string> _texts = ImmutableArray<string>.Empty;

    private ImmutableArray<string> _endings = ImmutableArray<string>.Empty;

    private static ImmutableArray<string> Places(ImmutableArray<string>? places) => places is { } given ? ImmutableArray.CreateRange(given, Plain) : ImmutableArray<string>.Empty;

    /// <summary>Serializers match names in several spellings: <c>finish_reason</c>, <c>FinishReason</c>.</summary>
    private static string Plain(string name) => name.Replace("_", "").ToLowerInvariant();

    private bool IsAtText(Step step) => _texts.Contains(step.Place!);

    /// <summary>True when the step was taken, or leads nowhere; false when it is one that any value can take.</summary>
    private bool AdvanceInJson(Step step)
    {
        var value = step.Value;
        switch (value.Parent)
        {
            // (string)node["content"], and what a dynamic value is assigned to.
            case IConversionOperation conversion when conversion.OperatorMethod is not null || value.Type is IDynamicTypeSymbol:
                if (conversion.Type?.SpecialType != SpecialType.System_String)
                {
                    Continue(step, conversion, ReplyStep.Envelope);
                }
                else
                {
                    ReadText(step, conversion);
                }

                return true;
            case IPropertyReferenceOperation property when property.Instance == value:
                AdvanceToJsonProperty(step, property);
                return true;
            case IFieldReferenceOperation field when field.Instance == value:
                GoTo(step, field, NameInJson(field.Field));
                return true;
            case IDynamicMemberReferenceOperation member when member.Instance == value:
                if (member is { MemberName: "ToString" or "Value", Parent: IDynamicInvocationOperation made })
                {
                    ReadText(step, made);
                }
                else
                {
                    GoTo(step, member, member.MemberName);
                }

                return true;
            case IDynamicIndexerAccessOperation entry when entry.Operation == value:
                GoTo(step, entry, entry.Arguments is [var key] ? SettingReader.TextOf(OriginFinder.Bare(key)) : null);
                return true;
            case IInvocationOperation invocation when invocation.Instance == value:
                return AdvanceThroughJsonMethod(step, invocation);
            case IArgumentOperation { Parent: IInvocationOperation invocation } argument:
                return AdvanceIntoJsonArgument(step, invocation, argument);
            case IArgumentOperation { Parent: IObjectCreationOperation { Type.Name: "StreamReader" or "StringReader" or "JsonTextReader" } reader }:
                Continue(step, reader, ReplyStep.Envelope);
                return true;
            case IInterpolationOperation { Parent: IInterpolatedStringOperation whole }:
                ReadText(step, whole);
                return true;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum:
                ReadText(step, sum);
                return true;
            default:
                return false;
        }
    }

    /// <summary>The value as a text: where the text of the reply is, that text; elsewhere something else that the reply says.</summary>
    private void ReadText(Step step, IOperation text)
    {
        if (IsAtText(step))
        {
            Continue(step, text, ReplyStep.Text);
        }
    }

    /// <summary>To a member of the JSON: on the way to the text, or off it. Null is an element of a list, which does not show in a place.</summary>
    private void GoTo(Step step, IOperation value, string? name)
    {
        if (name is null)
        {
            Continue(step, value, ReplyStep.Envelope);
            return;
        }

        var next = step with { Place = step.Place!.Length == 0 ? Plain(name) : step.Place + "." + Plain(name) };
        if (IsAtText(next) && value.Type?.SpecialType == SpecialType.System_String)
        {
            Continue(next, value, ReplyStep.Text);
        }
        else if (IsOnTheWay(next))
        {
            Continue(next, value, ReplyStep.Envelope);
        }
    }

    /// <summary>The place leads to the text. Where it tells how the reply ended, somebody has asked for that.</summary>
    private bool IsOnTheWay(Step step)
    {
        var place = step.Place!;
        if (_endings.Contains(place))
        {
            Ask(step);
        }

        return _texts.Any(t => t == place || (t.Length > place.Length && t[place.Length] == '.' && t.StartsWith(place, StringComparison.Ordinal)))
            || _endings.Any(e => e.Length > place.Length && e[place.Length] == '.' && e.StartsWith(place, StringComparison.Ordinal));
    }

    private void AdvanceToJsonProperty(Step step, IPropertyReferenceOperation reference)
    {
        var property = reference.Property;
        if (property.IsIndexer)
        {
            GoTo(step, reference, reference.Arguments is [var key] ? SettingReader.TextOf(OriginFinder.Bare(key.Value)) : null);
        }
        else if (property.ContainingType.IsAnonymousType || property.Locations.Any(l => l.IsInSource))
        {
            GoTo(step, reference, NameInJson(property));
        }
        else if (property.Name is "ValueKind" or "Type" && IsAtText(step))
        {
            // Whether there is a text at all.
            Ask(step);
        }
        else if (property.Name is "Content" or "RootElement" or "Value" or "First" or "Last" or "Current" or "Root" || (property.Name == "Result" && IsTask(property.ContainingType)))
        {
            Continue(step, reference, ReplyStep.Envelope);
        }
    }

    private static string NameInJson(ISymbol member) =>
        SerializationAttributes.Argument(SerializationAttributes.Find(member, SerializationAttributes.SystemTextJson, "JsonPropertyNameAttribute"), 0) as string
        ?? WrittenMembers.NameOf(member, SerializationConventions.Newtonsoft);

    private bool AdvanceThroughJsonMethod(Step step, IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        var first = invocation.Arguments.FirstOrDefault()?.Value;
        var name = first is null ? null : SettingReader.TextOf(OriginFinder.Bare(first));
        switch (method.Name)
        {
            case "ContinueWith":
                return false;
            case "GetProperty" or "Value" or "GetValue" when name is not null:
                GoTo(step, invocation, name);
                break;
            case "SelectToken" when name is not null:
                GoTo(step, invocation, PathOf(name));
                break;
            case "TryGetProperty" or "TryGetPropertyValue" or "TryGetValue":
                FollowFound(step, invocation, name);
                break;
            case "GetString" or "GetRawText" or "GetValue" or "Value" or "ToString" or "ToJsonString":
                if (step.Place!.Length == 0)
                {
                    Continue(step, invocation, ReplyStep.Envelope);
                }
                else
                {
                    ReadText(step, invocation);
                }

                break;
            default:
                if (GivesMore(invocation.Type))
                {
                    Continue(step, invocation, ReplyStep.Envelope);
                }

                break;
        }

        return true;
    }

    /// <summary>
    /// A library's method on something of the reply gives that in another form (content, stream, line, list, task, tree) or
    /// says something about it: a number, an answer.
    /// </summary>
    private static bool GivesMore(ITypeSymbol? type) =>
        type is not null && type.SpecialType is SpecialType.None or SpecialType.System_String or SpecialType.System_Object && type.TypeKind != TypeKind.Enum;

    private void FollowFound(Step step, IInvocationOperation invocation, string? name)
    {
        var next = name is null ? step : step with { Place = step.Place!.Length == 0 ? Plain(name) : step.Place + "." + Plain(name) };
        if (IsOnTheWay(next)
            && invocation.Arguments.FirstOrDefault(a => a.Parameter?.RefKind == RefKind.Out) is { } given
            && MemberBody.VariableOf(given.Value is IDeclarationExpressionOperation declared ? declared.Expression : given.Value) is { } variable)
        {
            var isText = IsAtText(next) && given.Parameter!.Type.SpecialType == SpecialType.System_String;
            FollowVariable(isText ? next with { Place = null, Is = ReplyStep.Text } : next, variable, invocation);
        }
    }

    /// <summary><c>$.choices[0].message</c> without what chooses an element.</summary>
    private static string PathOf(string path)
    {
        var depth = 0;
        return new string(path.Where(c =>
        {
            depth += c == '[' ? 1 : 0;
            var isOutside = depth == 0;
            depth -= c == ']' ? 1 : 0;
            return isOutside;
        }).ToArray()).TrimStart('$', '.');
    }

    private bool AdvanceIntoJsonArgument(Step step, IInvocationOperation invocation, IArgumentOperation argument)
    {
        var method = invocation.TargetMethod;
        if (method.Locations.Any(l => l.IsInSource))
        {
            if (_context.Members.TargetOf(invocation, _context.CancellationToken) is null)
            {
                LoseSight(step, invocation);
            }

            return false;
        }

        var type = method.ContainingType;
        if (type.Name is "JsonSerializer" or "JsonDocument" or "JsonNode" or "JsonElement" or "JsonObject" or "JsonConvert" or "JObject" or "JToken" or "JArray" or "JsonReader"
            || method.Name is "ReadFromJsonAsync" or "ReadAsAsync" or "ReadAsStringAsync" or "Value" or "FromJson" or "ReadFromJsonAsAsyncEnumerable")
        {
            if (IsAtText(step) && invocation.Type?.SpecialType == SpecialType.System_String)
            {
                Continue(step, invocation, ReplyStep.Text);
            }
            else if (method.Name is not ("Serialize" or "SerializeObject" or "IsNullOrEmpty"))
            {
                Continue(step, invocation, ReplyStep.Envelope);
            }

            return true;
        }

        if (type is { Name: "Enumerable", ContainingNamespace.Name: "Linq" } || method.Name == "Add")
        {
            return false;
        }

        if (IsAtText(step) && method.Name == "ToString")
        {
            Continue(step, invocation, ReplyStep.Text);
        }
        else if (TextSinks.UseOf(invocation, argument) is { Kind: ReplyUseKind.Shown } shown)
        {
            // The whole reply in a log says nothing about what else is done with its text.
            if (IsAtText(step))
            {
                Add(step, shown);
            }
        }
        else if (!Onlookers.OnlyLooks(method) && type.SpecialType != SpecialType.System_String)
        {
            LoseSight(step, invocation);
        }

        return true;
    }

    /// <summary>Code that cannot be read may do anything with the reply, and ask anything of it.</summary>
    private void LoseSight(Step step, IInvocationOperation invocation)
    {
        Add(step, TextSinks.Use(ReplyUseKind.Unknown, invocation, null));
        Ask(step);
    }
}
