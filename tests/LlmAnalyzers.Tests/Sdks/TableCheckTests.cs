using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Sdks;
using LlmAnalyzers.Tests.Verification;
using Xunit;

namespace LlmAnalyzers.Tests.Sdks;

/// <summary>The checks of the tables find what is wrong with a table.</summary>
public class TableCheckTests
{
    private static readonly ImmutableDictionary<string, ParameterMeaning> Parameters =
        Meanings.Map(("messages", ParameterMeaning.Messages), ("options", ParameterMeaning.Options), ("token", ParameterMeaning.None));

    private static SurfaceCase Wrong { get; } = new(
        new()
        {
            Name = "Wrong",
            Abilities = SurfaceAbilities.None,
            Types = ImmutableArray.Create(
                new SdkType("OpenAI.Chat.ChatKlient"),
                new SdkType("OpenAI.Chat.ChatClient")
                {
                    ["CompleteChat"] = new CallMember(Parameters),
                    ["CompleteChatLater"] = new CallMember(Parameters),
                    ["CompleteChat`1"] = new CallMember(Parameters),
                },
                new SdkType("OpenAI.Chat.ChatCompletionOptions") { ["Temperature"] = new OptionMember(SettingKind.Temperature) },
                new SdkType("OpenAI.Chat.ChatResponseFormat")
                {
                    ["CreateJsonSchemaFormat"] = new ContractMember(OutputContract.JsonSchema) { StrictParameter = "isStrict" },
                }),
        },
        Sdk.OpenAI)
    {
        NotCalls = new Dictionary<string, string> { ["OpenAI.Chat.ChatClient.DeleteChatCompletion"] = "", ["OpenAI.Chat.ChatClient.Delete"] = "" },
    };

    [Fact]
    public void A_type_or_member_that_is_not_there_is_found() => Assert.Equal(
        ["OpenAI.Chat.ChatClient.CompleteChatLater", "OpenAI.Chat.ChatClient.CompleteChat`1", "OpenAI.Chat.ChatKlient"],
        new TableCheck(Wrong).MissingNames().Order(System.StringComparer.Ordinal));

    [Fact]
    public void A_parameter_that_is_not_there_is_found() => Assert.Equal(
        ["OpenAI.Chat.ChatClient.CompleteChat(token)", "OpenAI.Chat.ChatResponseFormat.CreateJsonSchemaFormat(isStrict)"],
        new TableCheck(Wrong).MissingParameters().Order(System.StringComparer.Ordinal));

    [Fact]
    public void An_overload_or_method_that_is_not_mapped_is_found()
    {
        var found = new TableCheck(Wrong).UnknownCalls().ToList();
        Assert.Contains("OpenAI.Chat.ChatClient.CompleteChat(content, options)", found);
        Assert.Contains("OpenAI.Chat.ChatClient.CompleteChat(messages, options, cancellationToken)", found);
        Assert.Contains("OpenAI.Chat.ChatClient.GetChatCompletions(options, cancellationToken)", found);
        Assert.DoesNotContain("OpenAI.Chat.ChatClient.CompleteChat(messages)", found);
        Assert.DoesNotContain("OpenAI.Chat.ChatClient.DeleteChatCompletion(completionId, options)", found);
    }

    [Fact]
    public void A_property_of_options_that_is_not_mapped_is_found()
    {
        var found = new TableCheck(Wrong).UnknownSettings().ToList();
        Assert.Contains("OpenAI.Chat.ChatCompletionOptions.TopP", found);
        Assert.Contains("OpenAI.Chat.ChatCompletionOptions.StopSequences", found);
        Assert.Contains("OpenAI.Chat.ChatCompletionOptions.Patch", found);
        Assert.DoesNotContain("OpenAI.Chat.ChatCompletionOptions.Temperature", found);
    }

    [Fact]
    public void An_exception_that_excuses_nothing_is_found() =>
        Assert.Equal(["OpenAI.Chat.ChatClient.Delete"], new TableCheck(Wrong).StaleExceptions());
}
