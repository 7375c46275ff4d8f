// The part of Microsoft.SemanticKernel.Core 1.x that calls are written with: prompts and prompt functions of a kernel.

using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;

[assembly: AssemblyVersion("1.0.0.0")]

namespace Microsoft.SemanticKernel
{
    public static class KernelExtensions
    {
        public static KernelFunction CreateFunctionFromPrompt(
            this Kernel kernel, string promptTemplate, PromptExecutionSettings? executionSettings = null, string? functionName = null, string? description = null, string? templateFormat = null, IPromptTemplateFactory? promptTemplateFactory = null) => throw null!;

        [Experimental("SKEXP0120")]
        public static KernelFunction CreateFunctionFromPrompt(
            this Kernel kernel, string promptTemplate, JsonSerializerOptions jsonSerializerOptions, PromptExecutionSettings? executionSettings = null, string? functionName = null, string? description = null, string? templateFormat = null, IPromptTemplateFactory? promptTemplateFactory = null) => throw null!;

        public static KernelFunction CreateFunctionFromPrompt(
            this Kernel kernel, string promptTemplate, IEnumerable<PromptExecutionSettings>? executionSettings, string? functionName = null, string? description = null, string? templateFormat = null, IPromptTemplateFactory? promptTemplateFactory = null) => throw null!;

        public static KernelFunction CreateFunctionFromPrompt(this Kernel kernel, PromptTemplateConfig promptConfig, IPromptTemplateFactory? promptTemplateFactory = null) => throw null!;

        public static Task<FunctionResult> InvokePromptAsync(
            this Kernel kernel, string promptTemplate, KernelArguments? arguments = null, string? templateFormat = null, IPromptTemplateFactory? promptTemplateFactory = null, PromptTemplateConfig? promptTemplateConfig = null, CancellationToken cancellationToken = default) => throw null!;

        [Experimental("SKEXP0120")]
        public static Task<FunctionResult> InvokePromptAsync(
            this Kernel kernel, JsonSerializerOptions jsonSerializerOptions, string promptTemplate, KernelArguments? arguments = null, string? templateFormat = null, IPromptTemplateFactory? promptTemplateFactory = null, PromptTemplateConfig? promptTemplateConfig = null, CancellationToken cancellationToken = default) => throw null!;

        public static Task<T?> InvokePromptAsync<T>(
            this Kernel kernel, string promptTemplate, KernelArguments? arguments = null, string? templateFormat = null, IPromptTemplateFactory? promptTemplateFactory = null, PromptTemplateConfig? promptTemplateConfig = null, CancellationToken cancellationToken = default) => throw null!;

        public static IAsyncEnumerable<StreamingKernelContent> InvokePromptStreamingAsync(
            this Kernel kernel, string promptTemplate, KernelArguments? arguments = null, string? templateFormat = null, IPromptTemplateFactory? promptTemplateFactory = null, PromptTemplateConfig? promptTemplateConfig = null, CancellationToken cancellationToken = default) => throw null!;

        public static IAsyncEnumerable<T> InvokePromptStreamingAsync<T>(
            this Kernel kernel, string promptTemplate, KernelArguments? arguments = null, string? templateFormat = null, IPromptTemplateFactory? promptTemplateFactory = null, PromptTemplateConfig? promptTemplateConfig = null, CancellationToken cancellationToken = default) => throw null!;

        public static Kernel Build(this IKernelBuilder builder) => throw null!;
    }

    public static class KernelFunctionFactory
    {
        public static KernelFunction CreateFromMethod(System.Delegate method, string? functionName = null, string? description = null) => throw null!;

        public static KernelFunction CreateFromPrompt(
            string promptTemplate, PromptExecutionSettings? executionSettings = null, string? functionName = null, string? description = null, string? templateFormat = null, IPromptTemplateFactory? promptTemplateFactory = null, ILoggerFactory? loggerFactory = null) => throw null!;

        public static KernelFunction CreateFromPrompt(
            string promptTemplate, IEnumerable<PromptExecutionSettings>? executionSettings, string? functionName = null, string? description = null, string? templateFormat = null, IPromptTemplateFactory? promptTemplateFactory = null, ILoggerFactory? loggerFactory = null) => throw null!;

        public static KernelFunction CreateFromPrompt(PromptTemplateConfig promptConfig, IPromptTemplateFactory? promptTemplateFactory = null, ILoggerFactory? loggerFactory = null) => throw null!;

        public static KernelFunction CreateFromPrompt(IPromptTemplate promptTemplate, PromptTemplateConfig promptConfig, ILoggerFactory? loggerFactory = null) => throw null!;
    }
}
