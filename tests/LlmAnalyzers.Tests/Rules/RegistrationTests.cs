using System.Diagnostics.CodeAnalysis;
using System.Threading;
using System.Threading.Tasks;
using LlmAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Diagnostics.Telemetry;
using Xunit;

namespace LlmAnalyzers.Tests.Rules;

/// <summary>
/// A compilation without a known SDK costs next to nothing: one action looks for HTTP requests by name, and none is registered where
/// these are switched off. The compiler counts.
/// </summary>
public class RegistrationTests
{
    /// <summary>A source with every kind of thing an action could be registered for.</summary>
    private const string Source = """
        using System;
        using System.Threading.Tasks;

        class ChatClient
        {
            public event EventHandler? Asked;

            public string Model { get; set; } = "gpt-4o";

            public Task<string> CompleteChatAsync(string prompt) => Task.FromResult(prompt);

            public async Task<int> RunAsync()
            {
                Asked?.Invoke(this, EventArgs.Empty);
                return int.Parse(await CompleteChatAsync("You are a number."));
            }
        }
        """;

    [Fact]
    public async Task Nothing_is_registered_where_no_known_SDK_is_referenced_and_HTTP_is_switched_off()
    {
        foreach (var references in new[] { Sdk.None, Sdk.NewtonsoftJson })
        {
            var counts = await CountAsync(references, readsRawHttp: false);
            Assert.Equal(1, counts.CompilationStartActionsCount);
            Assert.Equal(0, ActionsInCompilation(counts));
        }
    }

    /// <summary>A code block is looked through by its syntax: nothing in it is bound but invocations with the right name.</summary>
    [Fact]
    public async Task Without_an_SDK_only_HTTP_requests_are_looked_for()
    {
        var counts = await CountAsync(Sdk.None);
        Assert.Equal(1, counts.CodeBlockActionsCount);
        Assert.Equal(1, ActionsInCompilation(counts));
    }

    [Fact]
    public async Task With_an_SDK_the_switch_changes_nothing()
    {
        var counts = await CountAsync(Sdk.OpenAI, readsRawHttp: false);
        Assert.Equal(1, counts.OperationBlockActionsCount);
        Assert.Equal(1, ActionsInCompilation(counts));
    }

    [Fact]
    public async Task Each_SDK_alone_registers_one_action_for_blocks()
    {
        foreach (var references in new[] { Sdk.OpenAI, Sdk.ExtensionsAI, Sdk.AzureOpenAI, Sdk.All })
        {
            var counts = await CountAsync(references);
            Assert.Equal(1, counts.CompilationStartActionsCount);
            Assert.Equal(1, counts.OperationBlockActionsCount);
            Assert.Equal(1, ActionsInCompilation(counts));
        }
    }

    private static int ActionsInCompilation(AnalyzerTelemetryInfo counts) =>
        counts.OperationActionsCount + counts.OperationBlockActionsCount + counts.OperationBlockStartActionsCount + counts.OperationBlockEndActionsCount
        + counts.SyntaxNodeActionsCount + counts.SyntaxTreeActionsCount + counts.SemanticModelActionsCount + counts.AdditionalFileActionsCount
        + counts.CodeBlockActionsCount + counts.CodeBlockStartActionsCount + counts.CodeBlockEndActionsCount
        + counts.SymbolActionsCount + counts.SymbolStartActionsCount + counts.SymbolEndActionsCount
        + counts.CompilationActionsCount + counts.CompilationEndActionsCount;

    private static async Task<AnalyzerTelemetryInfo> CountAsync(SdkReferences references, bool? readsRawHttp = null)
    {
        var compilation = CSharpCompilation.Create(
            "Application", [CSharpSyntaxTree.ParseText(Source)], references.References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        Assert.DoesNotContain(compilation.GetDiagnostics(), d => d.Severity == DiagnosticSeverity.Error);
        var analyzer = new LlmCallAnalyzer();
        var run = new CompilationWithAnalyzers(compilation, [analyzer], new CompilationWithAnalyzersOptions(new AnalyzerOptions([], new Configured(readsRawHttp)), null, concurrentAnalysis: true, logAnalyzerExecutionTime: true));
        Assert.Empty(await run.GetAnalyzerDiagnosticsAsync(CancellationToken.None));
        return await run.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None);
    }

    /// <summary>The options of a <c>.globalconfig</c>; those of files are not asked for.</summary>
    private sealed class Configured(bool? readsRawHttp) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Global(readsRawHttp);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Global(null);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Global(null);
    }

    private sealed class Global(bool? readsRawHttp) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = key == "dotnet_code_quality.llm_raw_http" ? readsRawHttp?.ToString() : null;
            return value is not null;
        }
    }
}
