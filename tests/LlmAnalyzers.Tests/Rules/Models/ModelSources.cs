namespace LlmAnalyzers.Tests.Rules.Models;

/// <summary>Places in which people write the name of a model; <c>MODEL</c> stands for the constant. A client or a call receives each.</summary>
internal static class ModelSources
{
    private const string Usings = """
        #pragma warning disable OPENAI001
        using System;
        using System.ClientModel;
        using System.Collections.Generic;
        using OpenAI;
        using OpenAI.Chat;

        """;

    public static string OpenAI(string code) => Usings + code;

    /// <summary>Each receives the constant by another way.</summary>
    public static readonly string[] Receiving =
    [
        "class C { void M(string key) => new ChatClient(MODEL, key).CompleteChat([\"Hi\"]); }",
        "class C { ChatClient client = new(MODEL, \"k\"); }",
        "class C { ChatClient client; C(string key) { client = new(model: MODEL, apiKey: key); } }",
        "class C { ChatClient M(string key) => new OpenAIClient(key).GetChatClient(MODEL); }",
        "class C(OpenAIClient injected) { ChatClient M() => injected.GetChatClient(MODEL); }",
        "class C { private const string Model = MODEL; ChatClient M(string key) => new(Model, key); }",
        "class C { public const string First = MODEL; public const string Model = First; ChatClient M(string key) => new(Model, key); }",
        "class C { static readonly string Model = MODEL; ChatClient M(string key) { var m = Model; return new(m, key); } }",
        "class C { ChatClient M(string key, string? model) => new(model ?? MODEL, key); }",
        "class C { ChatClient M(string key) => new(Environment.GetEnvironmentVariable(\"LLM\") ?? MODEL, key); }",
        "class C { ChatClient M(string key, string? model) => new(string.IsNullOrEmpty(model) ? MODEL : model, key); }",
        "class C { ChatClient M(string key, string model = MODEL) => new(model, key); }",
        "class C { ChatClient M(string key, string model) => new(model, key); void N() => M(\"k\", MODEL); }",
        "class C(string key, string model = MODEL) { ChatClient client = new(model, key); }",
        "class C { readonly string _model; C(string model) => _model = model; ChatClient M(string key) => new(_model, key); static C Make() => new(MODEL); }",
        "class C { ChatClient M(string key, string size) => new(size switch { \"large\" => MODEL, _ => throw new Exception() }, key); }",
        "class Options { public string Model { get; set; } = MODEL; } class C(Options options) { ChatClient M(string key) => new(options.Model, key); }",
        "record Options(string Key, string Model = MODEL); class C(Options options) { ChatClient M() => new(options.Model, options.Key); }",
        "class Options { public string? Model { get; set; } } class C(Options options) { ChatClient M(string key) => new(options.Model, key); static C N() => new(new Options { Model = MODEL }); }",
        "static class Models { public static string Fast => MODEL; } class C { ChatClient M(string key) => new(Models.Fast, key); }",
        "class C { string Choose() { return MODEL; } ChatClient M(string key) => new(Choose(), key); }",
        "class C { void M(string key) { foreach (var model in new[] { MODEL, Environment.MachineName }) { new ChatClient(model, key).CompleteChat([\"Hi\"]); } } }",
        "class C { void M(string key) { string model; if (key.Length > 3) { model = MODEL; } else { model = key; } var client = new ChatClient(model, key); } }",
    ];

    /// <summary>Nothing receives the constant as model, or what receives it may know it by another meaning.</summary>
    public static readonly string[] NotReceiving =
    [
        "class C { const string Model = MODEL; }",
        "class C { void M(string key) { Console.WriteLine(MODEL); new ChatClient(key, key).CompleteChat([MODEL]); } }",
        "class C { ChatClient M(string key, string model) => new(model == MODEL ? \"a\" : model, key); }",
        "class C { ChatClient M(string key, string model) => new(model, key); bool N(string model) => model is MODEL; }",
        "class C { ChatClient M(string model) => new(model, MODEL); }",
        "class C { ChatClient M(string key) => new(\"team-\" + MODEL, key); }",
        "class C { ChatClient M(string key) => new($\"{MODEL}-tuned\", key); }",
        "class C { Dictionary<string, decimal> prices = new() { [MODEL] = 1m }; ChatClient M(string key, string model) => new(model, key); }",
        "class C { ChatClient M(string key) => new(MODEL, new ApiKeyCredential(key), new OpenAIClientOptions { Endpoint = new Uri(\"https://gateway.example\") }); }",
        "class C { ChatClient M(string key, OpenAIClientOptions options) => new(MODEL, new ApiKeyCredential(key), options); }",
        "class C { ChatClient M(string key) => new Azure.AI.OpenAI.AzureOpenAIClient(new Uri(\"https://x\"), new ApiKeyCredential(key)).GetChatClient(MODEL); }",
        "class C { ChatClient M(string key) { OpenAIClient azure = new Azure.AI.OpenAI.AzureOpenAIClient(new Uri(\"https://x\"), new ApiKeyCredential(key)); return azure.GetChatClient(MODEL); } }",
        "class C(OpenAIClient injected) { ChatClient M() => injected.GetChatClient(MODEL); } class D { Azure.AI.OpenAI.AzureOpenAIClient? azure; }",
        "class FactAttribute : Attribute; class C { [Fact] void Test() { new ChatClient(MODEL, \"k\").CompleteChat([\"Hi\"]); } }",
    ];
}
