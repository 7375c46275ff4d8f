using System.Linq;
using LlmAnalyzers.Prompts;
using Xunit;

namespace LlmAnalyzers.Tests.Prompts;

public class WorkedExamplesTests
{
    [Theory]
    [InlineData("Input: a\nOutput: b\n\nInput: c\nOutput: d", 2)]
    [InlineData("Q: What is it?\nA: A cat.\nQ: And that?\nA: A dog.\nQ: This?\nA: A bird.", 3)]
    [InlineData("Question: x y\nAnswer: z\nQuestion: u\nAnswer: v", 2)]
    [InlineData("User: hello\nAssistant: hi\nUser: bye\nAssistant: see you", 2)]
    [InlineData("**Input:** the text\n**Output:** label one\n**Input:** other\n**Output:** label two", 2)]
    [InlineData("- Input: a1\n  Output: b1\n- Input: a2\n  Output: b2", 2)]
    [InlineData("Example 1:\nInput: a\nOutput: b\nExample 2:\nInput: c\nOutput: d", 2)]
    [InlineData("Input 1: a\nOutput 1: b\nInput 2: c\nOutput 2: d", 2)]
    [InlineData("Input:\nlong text here\nOutput:\nlabel", 1)]
    [InlineData("Text: great film\nSentiment: positive\nText: bad film\nSentiment: negative", 2)]
    [InlineData("Input: a\r\nOutput: b\r\nInput: c\r\nOutput: d\r\n", 2)]
    [InlineData("<example>\nuser: a\nassistant: b\n</example>\n<example>c gives d</example>", 2)]
    [InlineData("<examples><example id=\"1\">a -> b</example><example id=\"2\">c -> d</example></examples>", 2)]
    [InlineData("1. \"where is it\" -> delivery\n2. \"too dear\" -> billing\n3. \"hello\" -> other", 3)]
    [InlineData("Examples:\n- where is it => delivery\n- too dear => billing", 2)]
    [InlineData("\"a b\" → x\n\"c d\" → y", 2)]
    [InlineData("{\"input\": \"a\", \"output\": \"b\"}\n{\"input\": \"c\", \"output\": \"d\"}", 2)]
    [InlineData("[{\"question\": \"a\", \"answer\": \"b\"}, {\"question\": \"c\", \"answer\": \"d\"}]", 2)]
    [InlineData("{\"text\": \"a\", \"label\": \"b\"}", 1)]
    [InlineData("{ \"input\" : { \"x\": 1 }, \"output\" : [ 2 ] }", 1)]
    public void Examples_are_counted_in_the_form_they_are_written(string text, int count) =>
        Assert.Equal(count, WorkedExamples.Find(text)?.Count ?? 0);

    [Theory]
    [InlineData("")]
    [InlineData("Classify the ticket. Answer with one word.")]
    [InlineData("Input: \uFFFC\nOutput: \uFFFC")]
    [InlineData("Input: \uFFFC\nOutput:")]
    [InlineData("Input:\nOutput:")]
    [InlineData("Question: \uFFFC\nAnswer:")]
    [InlineData("Output: JSON\nInput: text")]
    [InlineData("Format your answer as:\nAnswer: <answer>")]
    [InlineData("<example>\uFFFC</example>")]
    [InlineData("<example></example>")]
    [InlineData("<example>a")]
    [InlineData("Read -> think -> answer")]
    [InlineData("open the file -> save it\nclose it -> done")]
    [InlineData("{\"input\": \"string\", \"output\": \"string\"}")]
    [InlineData("{\"question\": \"...\", \"answer\": \"...\"}")]
    [InlineData("{\"answer\": \"b\"}")]
    [InlineData("{\"input\": \"\uFFFC\", \"output\": \"x\"}")]
    [InlineData("Name: Anna\nAge: 7\nName: Ben\nAge: 9")]
    [InlineData("1. Read the text.\n2. Write a summary.\n3. Check it.")]
    [InlineData("\"a\" -> \uFFFC\n\"b\" -> \uFFFC")]
    public void What_is_filled_in_or_only_looks_like_it_is_not(string text) => Assert.Null(WorkedExamples.Find(text));

    [Fact]
    public void The_stretch_begins_with_the_first_and_ends_with_the_last()
    {
        const string text = "You sort mail.\nInput: a\nOutput: b\nInput: c\nOutput: d\nBe brief.";
        var found = WorkedExamples.Find(text)!;
        Assert.Equal("Input: a\nOutput: b\nInput: c\nOutput: d", text[found.Start..found.End]);
    }

    [Fact]
    public void Long_and_broken_texts_are_read_in_time()
    {
        foreach (var piece in new[] { "\"input\":", "\"input\":\"a\"", "<example>", "<example", "->", "Input: a\n", "Input:\n", "\"text\" :", "1. \"a\" ->", ":", "\n", "*" })
        {
            var text = string.Concat(Enumerable.Repeat(piece, 200_000 / piece.Length));
            var watch = System.Diagnostics.Stopwatch.StartNew();
            _ = WorkedExamples.Find(text);
            _ = Glossary.Find(text);
            Assert.True(watch.ElapsedMilliseconds < 10_000, piece);
        }
    }
}

public class GlossaryTests
{
    private const string Eight = "Glossary:\nUPB: unpaid principal balance\nLTV: loan to value\nescrow: money held for taxes\nDTI: debt to income\npoint: one percent of the loan\nARM: a rate that changes\nHELOC: a line of credit on the house\nlock: a promised rate";

    [Theory]
    [InlineData(Eight, 8)]
    [InlineData("## Terminology\n- escrow = money held for taxes\n- point = one percent of the loan", 2)]
    [InlineData("\"Hot lead\" means a customer who asked for an offer.\n\"Cold lead\" means one who did not.", 2)]
    [InlineData("COPD: chronic obstructive pulmonary disease\nMI: myocardial infarction", 2)]
    [InlineData("KYC stands for know your customer\nAML stands for anti money laundering", 2)]
    [InlineData("| term | meaning |\n|---|---|\n| escrow | money held |", 0)]
    [InlineData("Glossary\n| term | meaning |\n|---|---|\n| escrow | money held |\n| point | one percent |", 2)]
    [InlineData("Abbreviations:\n1. BP - blood pressure\n2. HR - heart rate", 2)]
    [InlineData("**Definitions**\n* **deductible**: what the insured pays first\n* **premium**: the price of the cover", 2)]
    [InlineData("<glossary>\nescrow: money held\npoint: one percent\n</glossary>", 2)]
    [InlineData("Glossary:\nescrow: money held\n\nRules:\nTone: friendly and short", 1)]
    [InlineData("Begriffe:\nSelbstbehalt: was der Kunde zuerst zahlt", 1)]
    public void Terms_with_a_meaning_are_counted(string text, int terms) => Assert.Equal(terms, Glossary.Find(text)?.Terms ?? 0);

    [Theory]
    [InlineData("Answer with one of: billing, delivery, other")]
    [InlineData("name: string\nage: number\nemail: string")]
    [InlineData("Rules:\nTone: friendly\nLength: short\nLanguage: English")]
    [InlineData("billing: questions about invoices\ndelivery: questions about parcels")]
    [InlineData("Input: a text\nOutput: a label")]
    [InlineData("Step 1: read it\nStep 2: answer it")]
    [InlineData("{\"escrow\": \"money held\"}")]
    [InlineData("Glossary:\n\uFFFC")]
    [InlineData("Glossary:\n\uFFFC: \uFFFC")]
    [InlineData("Use the glossary of the company.")]
    [InlineData("JSON: the format of the reply")]
    [InlineData("NOTE: answer briefly and politely")]
    [InlineData("TASK: sort the mail into folders")]
    [InlineData("This means that you must not guess.")]
    [InlineData("https://example.com/a: the address of the shop")]
    [InlineData("")]
    public void Formats_labels_and_headings_are_no_terms(string text) => Assert.Null(Glossary.Find(text));

    [Theory]
    [InlineData("You are a medical coding assistant.", "medical")]
    [InlineData("You are an expert in tax law.", "tax")]
    [InlineData("Act as a compliance officer of a bank.", "compliance")]
    [InlineData("You review legal contracts.", "legal")]
    [InlineData("You help radiologists to write findings.", "radiologists")]
    public void A_domain_that_is_named_as_role_or_subject(string text, string domain) => Assert.Equal(domain, Glossary.DomainOf(text));

    [Theory]
    [InlineData("You are a friendly assistant.")]
    [InlineData("Never give medical advice.")]
    [InlineData("Is this legal?")]
    [InlineData("You sort mail. Legal questions go to the lawyer.")]
    [InlineData("The syntax must be right: you are a programmer.")]
    [InlineData("")]
    public void A_word_in_passing_declares_no_domain(string text) => Assert.Null(Glossary.DomainOf(text));
}
