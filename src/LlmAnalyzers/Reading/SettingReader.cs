using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Sdks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <summary>Reads the value of one setting: numbers, names, output contracts, prompt texts.</summary>
internal static class SettingReader
{
    /// <summary>What <paramref name="value"/> gives a setting of this kind.</summary>
    public static Setting Read(SettingKind kind, IOperation value, Frame frame, ReadingContext context) => Read(new OptionMember(kind), value, frame, context);

    /// <summary>What <paramref name="value"/> gives a property of an options type.</summary>
    public static Setting Read(OptionMember option, IOperation value, Frame frame, ReadingContext context)
    {
        var kind = option.Setting;
        if (kind == SettingKind.Instructions)
        {
            var text = PromptTextReader.Read(value, frame, context);
            return text.Pieces.IsEmpty
                ? Setting.NotSet
                : Setting.Known(new(text, value.Syntax.GetLocation()) { ReportLocation = frame.ReportLocation(value) });
        }

        var origins = context.OriginsOf(value, frame);
        var values = ImmutableArray.CreateBuilder<SourceValue>();
        var mayBeOther = origins.MayBeOther;
        var mayBeAbsent = false;
        foreach (var origin in origins.Known)
        {
            if (origin.IsNull)
            {
                mayBeAbsent = true;
            }
            else if ((DroppedFormats.Find(option, origin, context) ?? ValueOf(kind, origin, context)) is { } known)
            {
                values.Add(new(known, origin.Location)
                {
                    ReportLocation = origin.ReportLocation,
                    IsCertain = origin.IsCertain && origins.Known.Length == 1 && !origins.MayBeOther,
                });
            }
            else
            {
                values.AddRange(ConfiguredValues.Of(kind, origin, context).Select(v => new SourceValue(v, origin.Location)
                {
                    ReportLocation = origin.ReportLocation,
                    IsCertain = false,
                    IsConfigured = true,
                }));
                mayBeOther = true;
                if (PossibleValues.Of(origin, context) is { } possible && ValueOf(kind, possible, context) is { } byDefault)
                {
                    values.Add(new(byDefault, possible.Location) { ReportLocation = possible.ReportLocation, IsCertain = false });
                }
            }
        }

        return Setting.Of(values.ToImmutable(), mayBeAbsent, mayBeOther);
    }

    /// <summary>The text of a constant string.</summary>
    public static string? TextOf(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: string text } ? text : null;

    private static object? ValueOf(SettingKind kind, Origin origin, ReadingContext context) => kind switch
    {
        SettingKind.Model or SettingKind.Deployment => TextOf(origin.Operation) ?? context.Sdks.Find<ValueMember>(MemberOf(origin.Operation))?.Meaning.Value,
        SettingKind.OutputContract or SettingKind.ToolChoice => ContractOf(origin, context),
        SettingKind.ReasoningEffort => NameOf(origin, context),
        SettingKind.Tools or SettingKind.StopSequences or SettingKind.Conversation or SettingKind.RawRequest =>
            origin.IsOpen ? null : true,
        SettingKind.LogProbabilities or SettingKind.NewOutputCapName => origin.Operation.ConstantValue.Value as bool?,
        _ => NumberOf(origin.Operation),
    };

    private static object? NumberOf(IOperation operation) => operation.ConstantValue.Value switch
    {
        // Through the decimal text, so that 0.7f is 0.7 and not 0.699999988.
        float number => double.Parse(number.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
        double number => number,
        decimal number => (double)number,
        sbyte or byte or short or ushort or int or uint or long or ulong => Convert.ToDouble(operation.ConstantValue.Value, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static string? NameOf(Origin origin, ReadingContext context)
    {
        var source = origin.Operation is IConversionOperation { OperatorMethod: not null } conversion ? OriginFinder.Bare(conversion.Operand) : origin.Operation;
        if (source is IObjectCreationOperation { Initializer: { } initializer })
        {
            // The name is one property of an object that groups several.
            var named = initializer.Initializers.OfType<ISimpleAssignmentOperation>().FirstOrDefault(a =>
                context.Sdks.Find<OptionMember>(SettingReader.MemberOf(a.Target)) is { Meaning.Setting: SettingKind.ReasoningEffort });
            return named is null ? null : Read(SettingKind.ReasoningEffort, named.Value, origin.Frame, context).Single?.Value as string;
        }

        return TextOf(source) ?? context.Sdks.Find<ValueMember>(MemberOf(source))?.Meaning.Value;
    }

    private static object? ContractOf(Origin origin, ReadingContext context)
    {
        if (context.Sdks.Find<ContractMember>(MemberOf(origin.Operation)) is not { Meaning: var meaning })
        {
            return PlainContractOf(origin.Operation);
        }

        if (meaning.SchemaParameter is { } schema && ArgumentOf(origin.Operation, schema) is { } given
            && OriginFinder.Bare(given.Value).ConstantValue is { HasValue: true, Value: null })
        {
            return OutputContract.JsonMode;
        }

        var strict = meaning.StrictParameter is { } parameter
            && ArgumentOf(origin.Operation, parameter) is { } argument
            && context.OriginsOf(argument.Value, origin.Frame).Known.Any(o => o.Operation.ConstantValue is { HasValue: true, Value: true });
        return strict ? OutputContract.StrictJsonSchema : meaning.Contract;
    }

    /// <summary>A format given as a type or by its name in the request, where the SDK takes any object.</summary>
    private static object? PlainContractOf(IOperation operation) => operation switch
    {
        ITypeOfOperation => OutputContract.StrictJsonSchema,
        { ConstantValue: { HasValue: true, Value: "json_object" } } => OutputContract.JsonMode,
        { ConstantValue: { HasValue: true, Value: "text" } } => OutputContract.None,
        _ => null,
    };

    /// <summary>The member an expression names or calls.</summary>
    public static ISymbol? MemberOf(IOperation operation) => operation switch
    {
        IInvocationOperation invocation => invocation.TargetMethod,
        IObjectCreationOperation creation => creation.Constructor,
        IMemberReferenceOperation member => member.Member,
        IConversionOperation conversion => conversion.OperatorMethod,
        _ => null,
    };

    /// <summary>The argument for a parameter, by the parameter's name.</summary>
    public static IArgumentOperation? ArgumentOf(IOperation operation, string parameter)
    {
        var arguments = operation switch
        {
            IInvocationOperation invocation => invocation.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            _ => ImmutableArray<IArgumentOperation>.Empty,
        };
        return arguments.FirstOrDefault(a => a.Parameter?.Name == parameter);
    }
}
