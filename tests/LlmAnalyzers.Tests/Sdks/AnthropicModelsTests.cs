using System;
using Anthropic.Core;
using Anthropic.Models.Messages;
using LlmAnalyzers.Sdks;
using Xunit;

namespace LlmAnalyzers.Tests.Sdks;

/// <summary>The ids in the table are the ids that the package sends.</summary>
public class AnthropicModelsTests
{
    [Fact]
    public void Every_model_of_the_package_has_the_id_it_is_sent_with() => Assert.All(Enum.GetValues<Model>(), model =>
    {
        ApiEnum<string, Model> sent = model;
        Assert.Equal(sent.Raw(), Assert.IsType<ValueMember>(AnthropicModels.Enum[model.ToString()]).Value);
    });
}
