using LlmAnalyzers.Prompts;
using Xunit;

namespace LlmAnalyzers.Tests.Prompts;

public class StepByStepTests
{
    [Theory]
    [InlineData("Think step by step.")]
    [InlineData("Let's think step by step.")]
    [InlineData("Please think about the problem step-by-step before you answer.")]
    [InlineData("Work through the problem step by step.")]
    [InlineData("Let's work this out in a step by step way.")]
    [InlineData("Solve it step by step.")]
    [InlineData("Reason step by step and give the total.")]
    [InlineData("You should reason step by step.")]
    [InlineData("Use chain of thought to find the answer.")]
    [InlineData("Use chain-of-thought reasoning.")]
    [InlineData("Take a deep breath and answer.")]
    [InlineData("Think out loud.")]
    [InlineData("# Method\n- Read the table\n- Think step by step\n")]
    [InlineData("Denke Schritt für Schritt.")]
    [InlineData("Réfléchis étape par étape.")]
    [InlineData("Piensa paso a paso.")]
    [InlineData("Pense passo a passo.")]
    [InlineData("Думай шаг за шагом.")]
    [InlineData("请一步一步思考。")]
    [InlineData("Analyze the request step by step: \uFFFC")]
    public void Requests_to_reason_in_writing_are_read(string text) => Assert.NotNull(StepByStep.Find(text));

    [Theory]
    [InlineData("")]
    [InlineData("\uFFFC")]
    [InlineData("Write a step-by-step guide to baking bread.")]
    [InlineData("Give step by step instructions for the reset.")]
    [InlineData("Explain step by step how to change a tire.")]
    [InlineData("Do not think step by step.")]
    [InlineData("Don't reason step by step, answer at once.")]
    [InlineData("Think about the customer.")]
    [InlineData("The next step is to pay.")]
    [InlineData("Step 1: read. Step 2: write.")]
    [InlineData("Describe the steps.")]
    [InlineData("Work on step two.")]
    [InlineData("A step by step tutorial is attached. Summarise it.")]
    [InlineData("Input: think step by step\nTranslate the input.")]
    [InlineData("Think twice before you answer.")]
    [InlineData("The chain of events is unclear. Explain it.")]
    [InlineData("Read the text aloud to the class is what she did. Why?")]
    [InlineData("Take the next step.")]
    [InlineData("The water is deep. How deep?")]
    [InlineData("Paso mucho tiempo aquí. ¿Por qué?")]
    [InlineData("Give me a recipe.")]
    [InlineData("What is chain of custody?")]
    public void Other_steps_are_silent(string text) => Assert.Null(StepByStep.Find(text)?.Phrase);
}
