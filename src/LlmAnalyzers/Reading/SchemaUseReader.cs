using System.Linq;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Sdks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <summary>Reads a place that puts a schema into a request, whoever sends it.</summary>
internal static class SchemaUseReader
{
    /// <summary>A cheap first look: nothing else can be such a place.</summary>
    public static bool MayBe(IOperation operation) => operation is IInvocationOperation or IObjectCreationOperation or ISimpleAssignmentOperation { Value: IConversionOperation or ITypeOfOperation };

    /// <summary>A text or object that looks like a schema, whatever becomes of it.</summary>
    public static bool MayDeclareSchema(IOperation operation) => operation switch
    {
        ILiteralOperation { ConstantValue: { HasValue: true, Value: string text } } => LooksLikeSchema(text),
        IUtf8StringOperation { Value: { } text } => LooksLikeSchema(text),
        IAnonymousObjectCreationOperation or IObjectCreationOperation { Initializer: not null } => operation.Type is { } type
            && (type.IsAnonymousType ? !type.GetMembers("type").IsEmpty : type.Name is "JsonObject" or "Dictionary"),
        _ => false,
    };

    /// <summary>Null when the operation puts no schema into a request.</summary>
    public static SchemaUse? Read(IOperation operation, Frame frame, ReadingContext context)
    {
        if (operation is ISimpleAssignmentOperation assignment)
        {
            return ReadFormatOfType(assignment, context);
        }

        if (context.Sdks.Find<SchemaMember>(SettingReader.MemberOf(operation)) is not { Meaning: var meaning, Surface: var surface })
        {
            return null;
        }

        var use = new SchemaUse(surface.Name, surface.Provider, meaning.Purpose, operation.Syntax.GetLocation(), NameOf(operation.Syntax))
        {
            StrictParameter = meaning.StrictParameter,
            TakesAnyRoot = meaning.TakesAnyRoot,
            IsInvocation = operation is IInvocationOperation,
            Strict = meaning.IsAlwaysStrict ? StrictSwitch.On : meaning.StrictParameter is null ? StrictSwitch.None : StrictSwitch.NotSet,
        };
        use = WithSwitch(use, meaning, operation, frame, context);
        use = WithName(use, meaning, operation, frame, context);
        return meaning.IsFromType || TypeArgument(operation, meaning) is not null ? WithType(use, meaning, operation, context) : WithSchema(use, meaning, operation, frame, context);
    }

    /// <summary>A format of any type that is given a type: the SDK makes a strict schema of it.</summary>
    private static SchemaUse? ReadFormatOfType(ISimpleAssignmentOperation assignment, ReadingContext context) =>
        OriginFinder.Bare(assignment.Value) is ITypeOfOperation type
        && context.Sdks.Find<OptionMember>(SettingReader.MemberOf(assignment.Target)) is { Meaning.Setting: SettingKind.OutputContract, Surface: var surface }
            ? new(surface.Name, surface.Provider, SchemaPurpose.ResponseFormat, type.Syntax.GetLocation(), type.Syntax.GetLocation())
            {
                Strict = StrictSwitch.On,
                Type = type.TypeOperand,
                TypeLocation = (type.Syntax as TypeOfExpressionSyntax)?.Type.GetLocation() ?? type.Syntax.GetLocation(),
            }
            : null;

    private static SchemaUse WithSwitch(SchemaUse use, SchemaMember meaning, IOperation operation, Frame frame, ReadingContext context)
    {
        if (meaning.StrictParameter is not { } parameter
            || SettingReader.ArgumentOf(operation, parameter) is not { ArgumentKind: not ArgumentKind.DefaultValue } argument)
        {
            return use;
        }

        var given = context.OriginsOf(argument.Value, frame).Single;
        return use with
        {
            StrictArgument = argument.Value.Syntax.GetLocation(),
            Strict = given switch
            {
                { IsOpen: false, IsNull: true } => StrictSwitch.NotSet,
                { Operation.ConstantValue: { HasValue: true, Value: bool isStrict } } => isStrict ? StrictSwitch.On : StrictSwitch.Off,
                _ => StrictSwitch.Unknown,
            },
        };
    }

    private static SchemaUse WithName(SchemaUse use, SchemaMember meaning, IOperation operation, Frame frame, ReadingContext context) =>
        meaning.NameParameter is { } parameter
        && SettingReader.ArgumentOf(operation, parameter) is { ArgumentKind: not ArgumentKind.DefaultValue } argument
        && context.OriginsOf(argument.Value, frame).Single is { Operation.ConstantValue: { HasValue: true, Value: string name } } origin
            ? use with { SchemaName = new(name, origin.Location) { ReportLocation = argument.Value.Syntax.GetLocation() } }
            : use;

    private static SchemaUse? WithType(SchemaUse use, SchemaMember meaning, IOperation operation, ReadingContext context)
    {
        if (meaning.SchemaSwitch is { } off && SettingReader.ArgumentOf(operation, off) is { ArgumentKind: not ArgumentKind.DefaultValue } chosen
            && chosen.Value.ConstantValue is not { HasValue: true, Value: null } && OriginFinder.Bare(chosen.Value).ConstantValue is not { HasValue: true, Value: true })
        {
            return null;
        }

        if (TypeArgument(operation, meaning) is { } given)
        {
            return OriginFinder.Bare(given.Value) is ITypeOfOperation type
                ? use with { HasSchema = true, Type = type.TypeOperand, TypeLocation = (type.Syntax as TypeOfExpressionSyntax)?.Type.GetLocation() }
                : null;
        }

        return operation is IInvocationOperation { TargetMethod: { IsGenericMethod: true, TypeArguments: [var argument, ..] } }
            ? use with { HasSchema = true, Type = argument, TypeLocation = TypeArgumentOf(operation.Syntax) ?? use.Name }
            : null;
    }

    private static IArgumentOperation? TypeArgument(IOperation operation, SchemaMember meaning) =>
        meaning.TypeParameter is { } parameter ? SettingReader.ArgumentOf(operation, parameter) : null;

    private static SchemaUse? WithSchema(SchemaUse use, SchemaMember meaning, IOperation operation, Frame frame, ReadingContext context)
    {
        var value = meaning.SchemaParameter is { } parameter && SettingReader.ArgumentOf(operation, parameter) is { ArgumentKind: not ArgumentKind.DefaultValue } argument
            ? argument.Value
            : meaning.SchemaProperty is { } property && operation is IObjectCreationOperation { Initializer: { } initializer }
                ? initializer.Initializers.OfType<ISimpleAssignmentOperation>().FirstOrDefault(a => a.Target is IPropertyReferenceOperation p && p.Property.Name == property)?.Value
                : null;
        if (value is null || OriginFinder.Bare(value).ConstantValue is { HasValue: true, Value: null })
        {
            return use;
        }

        return use with
        {
            HasSchema = true,
            SchemaArgument = value.Syntax.GetLocation(),
            Content = SchemaContentReader.Read(value, frame, context),
        };
    }

    private static bool LooksLikeSchema(string text)
    {
        var first = 0;
        while (first < text.Length && char.IsWhiteSpace(text[first]))
        {
            first++;
        }

        return first < text.Length && text[first] is '{' or '[';
    }

    private static Location NameOf(SyntaxNode syntax) => syntax switch
    {
        InvocationExpressionSyntax invocation when CallerLookup.NameOf(invocation.Expression) is { } name => name.Identifier.GetLocation(),
        ObjectCreationExpressionSyntax creation => creation.Type.GetLocation(),
        BaseObjectCreationExpressionSyntax creation => creation.NewKeyword.GetLocation(),
        _ => syntax.GetLocation(),
    };

    private static Location? TypeArgumentOf(SyntaxNode syntax) =>
        syntax is InvocationExpressionSyntax invocation && CallerLookup.NameOf(invocation.Expression) is GenericNameSyntax { TypeArgumentList.Arguments: [var type, ..] }
            ? type.GetLocation()
            : null;
}
