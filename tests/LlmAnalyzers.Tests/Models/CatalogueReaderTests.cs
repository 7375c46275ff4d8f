using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using LlmAnalyzers.Models;
using Xunit;

namespace LlmAnalyzers.Tests.Models;

public class CatalogueReaderTests
{
    [Fact]
    public void Columns_may_come_in_any_order_and_number()
    {
        var model = Assert.Single(Read("status,ID,provider\nretired,acme-1,Acme").Models);
        Assert.Equal(("acme", "acme-1", ModelStatus.Retired), (model.Provider, model.Id, model.Status));
    }

    [Fact]
    public void An_empty_cell_and_a_missing_column_are_unknown()
    {
        var model = Assert.Single(Read("provider,id,kind,json_mode,price_input,fine_tunable,retires_on,replacement\nacme,acme-1,,,,,,").Models);
        Assert.Equal(new ModelFacts("acme", "acme-1"), model with { Sampling = new(), Prices = new() });
        Assert.Equal((null, null, null), (model.HasJsonMode, model.HasJsonSchema, model.IsReasoning));
        Assert.Equal((null, null, null), (model.HasSystemMessage, model.IsFineTunable, model.Prices.Input));
        Assert.Equal(new SamplingFacts(), model.Sampling);
    }

    [Fact]
    public void Cells_may_be_quoted()
    {
        var model = Assert.Single(Read("provider,id,notes,source\r\n\"acme\",\"acme-1\",\"one, \"\"two\"\" \",\"\"\r\n").Models);
        Assert.Equal(("acme", "acme-1", "one, \"two\"", ""), (model.Provider, model.Id, model.Notes, model.Source));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Line_numbers_count_every_line_whatever_ends_it(string lineBreak)
    {
        var problems = Problems(string.Join(lineBreak, "\uFEFFprovider,id,kind", "", "acme,a,alias", "   ", "acme,b,sometimes", "acme,c,alias"), expectedModels: 2);
        Assert.Equal(5, Assert.Single(problems).Line);
    }

    [Theory]
    [InlineData("acme,b", "2 cells where the header has 3")]
    [InlineData("acme,b,alias,x", "4 cells where the header has 3")]
    [InlineData(",b,alias", "provider or id is empty")]
    [InlineData("acme,,alias", "provider or id is empty")]
    [InlineData("acme,models/,alias", "no request can name")]
    [InlineData("acme,b,\"alias", "quoted cell")]
    [InlineData("acme,\"b\"x,alias", "quoted cell")]
    [InlineData("acme,b,moving", "kind is 'moving'; allowed is one of alias, snapshot")]
    [InlineData("acme,A,alias", "stands already on line 2")]
    [InlineData("ACME,a:latest,alias", "stands already on line 2")]
    public void A_bad_row_is_reported_and_costs_no_other(string row, string expected)
    {
        var problem = Assert.Single(Problems($"provider,id,kind\nacme,a,alias\n{row}\nacme,c,alias\n", expectedModels: 2));
        Assert.Equal(3, problem.Line);
        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("status", "gone")]
    [InlineData("retires_on", "21.11.2026")]
    [InlineData("retires_on", "2026-02-30")]
    [InlineData("as_of", "soon")]
    [InlineData("context_tokens", "128k")]
    [InlineData("context_tokens", "0")]
    [InlineData("max_output_tokens", "99999999999")]
    [InlineData("accepts_temperature", "maybe")]
    [InlineData("accepts_top_p", "1")]
    [InlineData("structured_outputs", "strict")]
    [InlineData("json_mode", "true")]
    [InlineData("reasoning", "low")]
    [InlineData("system_message", "user")]
    [InlineData("fine_tunable", "yes")]
    [InlineData("fine_tunable", "sft|no")]
    [InlineData("price_input", "$2")]
    [InlineData("price_input", "-1")]
    [InlineData("price_output", "\"1,5\"")]
    [InlineData("sampling_effort", "low")]
    [InlineData("sampling_ignored", "yes")]
    [InlineData("temperature_advice", "0")]
    [InlineData("accepts_temperature_with_top_p", "never")]
    [InlineData("temperature_default", "NaN")]
    [InlineData("temperature_max", "-1")]
    [InlineData("top_p_min", "1e99")]
    public void A_value_that_does_not_fit_its_column_spoils_the_row(string column, string value)
    {
        var problem = Assert.Single(Problems($"provider,id,{column}\nacme,a,{value}", expectedModels: 0));
        Assert.StartsWith(column + " is '" + value.Trim('"') + "'; allowed is ", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_problem_quotes_only_the_beginning_of_a_long_value()
    {
        var problem = Assert.Single(Problems("provider,id,kind\nacme,a," + new string('x', 100_000), expectedModels: 0));
        Assert.InRange(problem.Message.Length, 50, 150);
    }

    [Fact]
    public void An_unknown_column_is_reported_and_the_rest_is_read()
    {
        var problem = Assert.Single(Problems("provider,id,temprature_max\nacme,a,1", expectedModels: 1));
        Assert.Equal((1, "the column 'temprature_max' is not known and not read"), (problem.Line, problem.Message));
    }

    [Fact]
    public void Of_a_column_that_stands_twice_the_first_is_read()
    {
        var problems = new List<CatalogueProblem>();
        var model = Assert.Single(ModelCatalogue.Parse("provider,id,id\nacme,a,b", problems).Models);
        Assert.Equal("a", model.Id);
        Assert.Single(problems);
    }

    [Theory]
    [InlineData("provider,model\nacme,a")]
    [InlineData("id\na")]
    [InlineData("{ \"models\": [] }")]
    public void A_file_without_its_columns_is_not_read(string text)
    {
        Assert.Contains(Problems(text, expectedModels: 0), p => p.Message.EndsWith("is missing; the file is not read", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("\r\n\r\n")]
    [InlineData("provider,id")]
    public void A_file_without_rows_is_an_empty_catalogue(string text)
    {
        Assert.Empty(Read(text).Models);
    }

    public static TheoryData<string, string> Garbage => new()
    {
        { "quotes", "\"" },
        { "quote pairs", "\"\"," },
        { "commas", "," },
        { "lines", "\n" },
        { "carriage returns", "\r" },
        { "open quotes", "a,\"b\n" },
        { "rows", "acme,a,alias\n" },
        { "binary", "\0\u0001\uD800\uFFFF" },
        { "text", "lorem ipsum " },
    };

    [Theory]
    [MemberData(nameof(Garbage))]
    public void A_megabyte_of_garbage_is_read_quickly_and_reported_briefly(string name, string piece)
    {
        var garbage = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        foreach (var text in new[] { garbage, "provider,id,kind\n" + garbage, "provider,id,kind\nacme,x,alias\n\"acme\",\"" + garbage })
        {
            var problems = new List<CatalogueProblem>();
            var watch = Stopwatch.StartNew();
            ModelCatalogue.Parse(text, problems);
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{name}: {watch.Elapsed}");
            Assert.InRange(problems.Count, 0, CatalogueProblem.MaximumCount);
        }
    }

    [Fact]
    public void Only_so_many_rows_are_read()
    {
        var rows = string.Join("\n", Enumerable.Range(0, 20_000).Select(i => $"acme,model-{i}"));
        var problem = Assert.Single(Problems("provider,id\n" + rows, expectedModels: 10_000));
        Assert.Equal(10_002, problem.Line);
    }

    private static ModelCatalogue Read(string text)
    {
        var problems = new List<CatalogueProblem>();
        var catalogue = ModelCatalogue.Parse(text, problems);
        Assert.Empty(problems);
        return catalogue;
    }

    private static List<CatalogueProblem> Problems(string text, int expectedModels)
    {
        var problems = new List<CatalogueProblem>();
        Assert.Equal(expectedModels, ModelCatalogue.Parse(text, problems).Models.Length);
        return problems;
    }
}
