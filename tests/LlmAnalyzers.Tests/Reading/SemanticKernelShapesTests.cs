using LlmAnalyzers.Calls;
using LlmAnalyzers.Tests.Verification;
using Xunit;

namespace LlmAnalyzers.Tests.Reading;

/// <summary>How calls of Semantic Kernel are written, and what is then known of them.</summary>
public class SemanticKernelShapesTests
{
    [Theory]
    [InlineData("\"Say hello.\"", "user: Say hello.")]
    [InlineData("\"Summarise {{$input}} in one line.\"", "user: Summarise {input} in one line.")]
    [InlineData("\"Summarise {{ $input }}{{$more}}\"", "user: Summarise {input}{more}")]
    [InlineData("\"It is {{time.now}}. {{ notes.find $input }}\"", "user: It is {time.now}. {notes.find $input}")]
    [InlineData("\"Summarise {{input}}.\"", "user: Summarise {{input}}.")]
    [InlineData("\"An open brace {{ stays\"", "user: An open brace {{ stays")]
    [InlineData("$\"Summarise {input}\"", "user: Summarise {input}")]
    [InlineData("$\"{input} Summarise\"", "user: {input} Summarise | …")]
    [InlineData("input", "user: {input} | …")]
    [InlineData("Prompt", "user: P {x}")]
    [InlineData("\"<message role=\\\"system\\\">Be brief.</message><message role='user'>{{$q}} &amp; more</message>\"", "system: Be brief. | user: {q} & more")]
    [InlineData("\"  <message role=\\\"user\\\">A</message>\\n<message role=\\\"assistant\\\">B</message> dropped \"", "user: A | assistant: B")]
    [InlineData("$\"<message role=\\\"system\\\">S {input}</message>\"", "system: S {input}")]
    [InlineData("$\"<message role=\\\"{input}\\\">S</message>\"", "unknown: S")]
    [InlineData("$\"<message role=\\\"user\\\">U</message>{input}\"", "user: U | …")]
    [InlineData("\"<message role=\\\"user\\\">never closed\"", "…")]
    [InlineData("\"<message role=\\\"system\\\">S</message>{{#each history}}<message role=\\\"{{role}}\\\">{{content}}</message>{{/each}}\"", "system: S | unknown: {{content}} | …")]
    public void A_prompt_template_is_read_when_written_as(string template, string expected)
    {
        var call = Read($"await kernel.InvokePromptAsync({template});", "private const string Prompt = \"P {{$x}}\";");

        Assert.Equal(expected, Spelled.Conversation(call.Conversation));
    }

    [Theory]
    [InlineData("await kernel.InvokePromptAsync(\"Hi {{name}}\", templateFormat: \"handlebars\");", "user: Hi {name}")]
    [InlineData("await kernel.InvokePromptAsync(\"Hi {{name}}\", promptTemplateFactory: new Engine());", "user: Hi {name} | …")]
    [InlineData("await chat.GetChatMessageContentAsync(\"Hi {{$name}}\");", "user: Hi {{$name}}")]
    [InlineData("await chat.GetChatMessageContentAsync(\"<message role=\\\"system\\\">S</message><message role=\\\"user\\\">U</message>\");", "system: S | user: U")]
    [InlineData("await chat.GetChatMessageContentsAsync(input);", "user: {input} | …")]
    [InlineData("kernel.CreateFunctionFromPrompt(\"Hi {{$name}}\");", "user: Hi {name}")]
    [InlineData("KernelFunctionFactory.CreateFromPrompt(\"Hi {{$name}}\");", "user: Hi {name}")]
    public void Who_speaks_in_a_template_is_read_in(string call, string expected)
    {
        Assert.Equal(expected, Spelled.Conversation(Read(call, "private sealed class Engine : IPromptTemplateFactory;").Conversation));
    }

    [Theory]
    [InlineData("new(new OpenAIPromptExecutionSettings { Temperature = 0.9 }) { [\"input\"] = input }", "0.9")]
    [InlineData("new KernelArguments(new OpenAIPromptExecutionSettings { Temperature = 0.9 })", "0.9")]
    [InlineData("new KernelArguments([new OpenAIPromptExecutionSettings { Temperature = 0.9 }])", "0.9")]
    [InlineData("new KernelArguments(new List<PromptExecutionSettings> { new OpenAIPromptExecutionSettings { Temperature = 0.9 } })", "0.9")]
    [InlineData("new KernelArguments([new OpenAIPromptExecutionSettings { Temperature = 0.9 }, new OpenAIPromptExecutionSettings { ServiceId = \"b\" }])", "0.9? or absent")]
    [InlineData("new KernelArguments { { \"topic\", input } }", "not set")]
    [InlineData("new KernelArguments(new Dictionary<string, object?> { [\"topic\"] = input })", "not set")]
    [InlineData("new KernelArguments(new Dictionary<string, object?>(), new Dictionary<string, PromptExecutionSettings> { [\"default\"] = new OpenAIPromptExecutionSettings { Temperature = 0.9 } })", "0.9")]
    [InlineData("new KernelArguments { ExecutionSettings = new Dictionary<string, PromptExecutionSettings> { [\"default\"] = new OpenAIPromptExecutionSettings { Temperature = 0.9 } } }", "0.9")]
    [InlineData("new KernelArguments { ExecutionSettings = new Dictionary<string, PromptExecutionSettings> { { \"default\", Settings } } }", "0.4")]
    [InlineData("new KernelArguments { ExecutionSettings = given.ExecutionSettings }", "unknown")]
    [InlineData("new KernelArguments(Settings)", "0.4")]
    [InlineData("new KernelArguments(Given)", "unknown")]
    [InlineData("Given2", "unknown")]
    [InlineData("new KernelArguments(new PromptExecutionSettings { ExtensionData = new Dictionary<string, object> { [\"temperature\"] = 0.2, [\"max_tokens\"] = 20 } })", "0.2")]
    [InlineData("new KernelArguments(new PromptExecutionSettings { ExtensionData = new Dictionary<string, object> { { \"top_p\", 0.2 } } })", "not set")]
    public void The_settings_in_kernel_arguments_are_read_from(string arguments, string expected)
    {
        var call = Read(
            $"await kernel.InvokePromptAsync(\"Hi\", {arguments});",
            """
            private static readonly OpenAIPromptExecutionSettings Settings = new() { Temperature = 0.4 };
            public PromptExecutionSettings? Given { get; set; }
            public KernelArguments? Given2 { get; set; }
            """);

        Assert.Equal(expected, Spelled.Setting(call[SettingKind.Temperature]));
    }

    [Theory]
    [InlineData("var a = new KernelArguments(); a.ExecutionSettings = new Dictionary<string, PromptExecutionSettings> { [\"default\"] = new OpenAIPromptExecutionSettings { Temperature = 0.9 } };", "0.9")]
    [InlineData("var a = new KernelArguments(); a[\"topic\"] = input; a.Add(\"x\", 1);", "not set")]
    [InlineData("var s = new OpenAIPromptExecutionSettings(); s.Temperature = 0.9; var a = new KernelArguments(s);", "0.9")]
    [InlineData("var s = new PromptExecutionSettings { ExtensionData = new Dictionary<string, object>() }; s.ExtensionData[\"temperature\"] = 0.9; var a = new KernelArguments(s);", "0.9")]
    [InlineData("var s = new PromptExecutionSettings { ExtensionData = new Dictionary<string, object>() }; s.ExtensionData.Add(\"temperature\", 0.9); var a = new KernelArguments(s);", "0.9")]
    public void Kernel_arguments_are_read_when_built_by(string statements, string expected)
    {
        Assert.Equal(expected, Spelled.Setting(Read(statements + " await kernel.InvokePromptAsync(\"Hi\", a);")[SettingKind.Temperature]));
    }

    [Theory]
    [InlineData("ExtensionData = new Dictionary<string, object> { [\"user\"] = \"u\" }", "not set")]
    [InlineData("ExtensionData = new Dictionary<string, object> { [input] = \"u\" }", "True")]
    [InlineData("ExtensionData = given", "True")]
    [InlineData("ExtensionData = null", "not set")]
    public void Only_a_bag_that_cannot_be_read_may_change_the_request(string initializer, string expected)
    {
        var call = Read(
            $"IDictionary<string, object> bag = new Dictionary<string, object>(); await kernel.InvokePromptAsync(\"Hi\", new(new PromptExecutionSettings {{ {initializer.Replace("= given", "= Outside()")} }}));",
            "protected virtual IDictionary<string, object> Outside() => new Dictionary<string, object>();");

        Assert.Equal(expected, Spelled.Setting(call[SettingKind.RawRequest]));
    }

    [Theory]
    [InlineData("var f = kernel.CreateFunctionFromPrompt(\"Hi\", new OpenAIPromptExecutionSettings()); await kernel.InvokeAsync(f);", "not set")]
    [InlineData("var f = kernel.CreateFunctionFromPrompt(\"Hi\", new OpenAIPromptExecutionSettings()); await kernel.InvokeAsync(f, new() { [\"x\"] = input });", "not set")]
    [InlineData("var f = kernel.CreateFunctionFromPrompt(\"Hi\", new OpenAIPromptExecutionSettings()); await f.InvokeAsync(kernel, new KernelArguments());", "not set")]
    [InlineData("var f = KernelFunctionFactory.CreateFromPrompt(\"Hi\", new OpenAIPromptExecutionSettings()); await f.InvokeAsync<string>(kernel);", "not set")]
    [InlineData("await kernel.CreateFunctionFromPrompt(\"Hi\").InvokeAsync(kernel);", "not set")]
    [InlineData("await kernel.InvokeAsync(kernel.CreateFunctionFromPrompt(\"Hi\"));", "not set")]
    [InlineData("var f = kernel.CreateFunctionFromPrompt(\"Hi\"); await kernel.InvokeAsync(f, new(new OpenAIPromptExecutionSettings { Temperature = 1 }));", "unknown")]
    [InlineData("var f = kernel.CreateFunctionFromPrompt(\"Hi\"); await kernel.InvokeAsync(f, given);", "unknown")]
    [InlineData("var f = kernel.CreateFunctionFromPrompt(\"Hi\"); Keep(f);", "unknown")]
    [InlineData("var f = kernel.CreateFunctionFromPrompt(\"Hi\");", "unknown")]
    [InlineData("return kernel.CreateFunctionFromPrompt(\"Hi\");", "unknown")]
    [InlineData("_function = kernel.CreateFunctionFromPrompt(\"Hi\"); await kernel.InvokeAsync(_function);", "not set")]
    public void A_prompt_function_keeps_its_settings_where_whoever_invokes_it_brings_none(string body, string expected)
    {
        var call = Read(
            body,
            """
            private KernelFunction? _function;
            public static void Keep(KernelFunction function) { Kept = function; }
            public static KernelFunction? Kept;
            """);

        Assert.Equal(expected, Spelled.Setting(call[SettingKind.Temperature]));
    }

    [Theory]
    [InlineData("var t = await kernel.InvokePromptAsync<string>(\"Hi\"); return int.Parse(t!);", "Converted int.Parse : int")]
    [InlineData("var r = await kernel.InvokePromptAsync(\"Hi\"); return int.Parse(r.GetValue<string>()!);", "Converted int.Parse : int")]
    [InlineData("var r = await kernel.InvokePromptAsync(\"Hi\"); return int.Parse(r.ToString());", "Converted int.Parse : int")]
    [InlineData("var f = kernel.CreateFunctionFromPrompt(\"Hi\"); return int.Parse((await kernel.InvokeAsync<string>(f))!);", "Converted int.Parse : int")]
    [InlineData("var f = kernel.CreateFunctionFromPrompt(\"Hi\"); var r = await f.InvokeAsync(kernel); return int.Parse(r.ToString());", "Converted int.Parse : int")]
    [InlineData("var t = \"\"; await foreach (var p in kernel.InvokePromptStreamingAsync<string>(\"Hi\")) { t += p; } return int.Parse(t);", "Converted int.Parse : int")]
    [InlineData("var t = await kernel.InvokePromptAsync<string>(\"Hi\"); return t;", "")]
    public void The_reply_to_a_prompt_is_followed_through(string body, string expected)
    {
        Assert.Equal(expected, Spelled.Replies(Read(body)));
    }

    [Theory]
    [InlineData("var k = Kernel.CreateBuilder().AddOpenAIChatCompletion(\"gpt-x\", \"key\").Build(); await k.InvokePromptAsync(\"Hi\");", "gpt-x")]
    [InlineData("var b = Kernel.CreateBuilder(); b.AddOpenAIChatCompletion(modelId: \"gpt-x\", apiKey: \"key\"); var c = b.Build().GetRequiredService<IChatCompletionService>(); await c.GetChatMessageContentAsync(\"Hi\");", "gpt-x")]
    [InlineData("var b = Kernel.CreateBuilder(); b.Services.AddOpenAIChatCompletion(\"gpt-x\", \"key\"); await b.Build().InvokePromptAsync(\"Hi\");", "gpt-x")]
    [InlineData("var b = Kernel.CreateBuilder(); b.AddOpenAIChatCompletion(\"gpt-x\", \"key\"); b.AddOpenAIChatCompletion(\"gpt-y\", \"key\", serviceId: \"other\"); await b.Build().InvokePromptAsync(\"Hi\");", "unknown")]
    [InlineData("var b = Kernel.CreateBuilder(); b.AddAzureOpenAIChatCompletion(\"gpt-x\", \"https://x\", \"key\"); await b.Build().InvokePromptAsync(\"Hi\");", "unknown")]
    [InlineData("var b = Kernel.CreateBuilder(); b.AddOpenAIChatCompletion(input, \"key\"); await b.Build().InvokePromptAsync(\"Hi\");", "unknown")]
    [InlineData("var b = Kernel.CreateBuilder(); b.AddOpenAIChatCompletion(\"gpt-x\", \"key\"); b.AddLocalChatCompletion(); await b.Build().InvokePromptAsync(\"Hi\");", "gpt-x")]
    [InlineData("await new OpenAIChatCompletionService(\"gpt-x\", \"key\").GetChatMessageContentAsync(\"Hi\");", "gpt-x")]
    [InlineData("await kernel.InvokePromptAsync(\"Hi\");", "unknown")]
    public void The_model_is_read_from_what_is_registered_nearby(string body, string expected)
    {
        var call = Read(body, "", "using Microsoft.SemanticKernel; static class Local { public static IKernelBuilder AddLocalChatCompletion(this IKernelBuilder builder) => builder; }");

        Assert.Equal(expected, Spelled.Setting(call[SettingKind.Model]));
    }

    [Theory]
    [InlineData("k.AddOpenAIChatCompletion(\"gpt-x\", \"key\");", "gpt-x", "openai", false)]
    [InlineData("k.AddOpenAIChatCompletion(\"gpt-x\", new System.Uri(\"http://localhost\"), null);", "gpt-x", "openai", true)]
    [InlineData("k.AddOpenAIChatCompletion(\"gpt-x\", \"key\", httpClient: new());", "gpt-x", "openai", true)]
    [InlineData("k.AddOpenAIChatCompletion(\"gpt-x\", \"key\", httpClient: null);", "gpt-x", "openai", false)]
    [InlineData("k.AddOpenAIChatCompletion(\"gpt-x\", new OpenAI.OpenAIClient(new System.ClientModel.ApiKeyCredential(\"key\"), new OpenAI.OpenAIClientOptions { Endpoint = new(\"http://localhost\") }));", "gpt-x", "openai", true)]
    [InlineData("k.AddAzureOpenAIChatCompletion(\"gpt-x\", \"https://x\", \"key\");", "unknown", "azure", false)]
    [InlineData("k.AddOpenAIChatCompletion(\"gpt-x\", \"key\"); k.Services.AddSingleton<IChatCompletionService>(new OpenAIChatCompletionService(\"gpt-y\", \"key\"));", "unknown", null, false)]
    public void The_model_registered_in_another_file_is_that_of_the_project_when_there_is_one(string registration, string model, string? provider, bool isCustom)
    {
        var call = Read(
            "await kernel.InvokePromptAsync(\"Hi\");",
            "",
            $$"""
            #pragma warning disable SKEXP0010
            using Microsoft.SemanticKernel;
            using Microsoft.SemanticKernel.ChatCompletion;
            using Microsoft.SemanticKernel.Connectors.OpenAI;
            using Microsoft.Extensions.DependencyInjection;
            static class Setup { public static void Add(IKernelBuilder k) { {{registration}} } }
            """);

        Assert.Equal(model, Spelled.Setting(call[SettingKind.Model]));
        Assert.Equal(provider, call.Provider);
        Assert.Equal(isCustom, call.HasCustomEndpoint);
    }

    [Theory]
    [InlineData("new() { Instructions = \"Be brief.\", Kernel = kernel, Arguments = new(new OpenAIPromptExecutionSettings { Temperature = 0.9 }) }", "Be brief.", "0.9")]
    [InlineData("new() { Kernel = kernel }", "not set", "not set")]
    [InlineData("new() { Instructions = input, Kernel = kernel, Arguments = Arguments }", "{input}? or unknown", "unknown")]
    public void A_chat_completion_agent_is_read_when_written_as(string agent, string instructions, string temperature)
    {
        var call = Read(
            $"ChatCompletionAgent agent = {agent}; await foreach (ChatMessageContent m in agent.InvokeAsync(input)) {{ Console.WriteLine(m.Content); }}",
            "public KernelArguments? Arguments { get; set; }");

        Assert.Equal(instructions, Spelled.Setting(call[SettingKind.Instructions]));
        Assert.Equal(temperature, Spelled.Setting(call[SettingKind.Temperature]));
    }

    private static LlmCall Read(string body, string members = "", params string[] otherFiles) => ReadCall.From(
        Sdk.SemanticKernel,
        [
            $$"""
            #pragma warning disable SKEXP0010
            using System;
            using System.Collections.Generic;
            using System.Threading.Tasks;
            using Microsoft.SemanticKernel;
            using Microsoft.SemanticKernel.Agents;
            using Microsoft.SemanticKernel.ChatCompletion;
            using Microsoft.SemanticKernel.Connectors.OpenAI;
            using Microsoft.Extensions.DependencyInjection;

            class Subject(Kernel kernel, IChatCompletionService chat)
            {
                async Task<object?> Run(string input, KernelArguments given)
                {
                    {{body}}
                    await Task.CompletedTask;
                    return null;
                }

                {{members}}
            }
            """,
            .. otherFiles,
        ]);
}
