using LlmAnalyzers.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <summary>
/// Reads the hook that makes the options of the SDK below: where it does nothing but create an options object that can be read, what
/// it sets comes before the options above, and it sets no more than that.
/// </summary>
internal static class RawOptions
{
    public static void Assign(IOperation value, Frame frame, bool always, OptionsState state, ReadingContext context)
    {
        var origins = context.OriginsOf(value, frame);
        if (origins.Single is { IsNull: true })
        {
            return;
        }

        if (!always || origins.Single is not { Operation: IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda } } origin
            || CreatedBy(lambda) is not { } created
            || OptionsReader.Read(created, origin.Frame, context) is not { MayHoldMore: false } options)
        {
            state.Settings[SettingKind.RawRequest] = Setting.Known(new(true, value.Syntax.GetLocation()) { ReportLocation = frame.ReportLocation(value) });
            return;
        }

        foreach (var setting in options.Settings)
        {
            state.Raw[setting.Key] = setting.Value;
        }
    }

    /// <summary>The object creation that is all a lambda does.</summary>
    private static IOperation? CreatedBy(IAnonymousFunctionOperation lambda) =>
        lambda.Body.Operations is [IReturnOperation { ReturnedValue: { } returned }] && OriginFinder.Bare(returned) is IObjectCreationOperation created ? created : null;
}
