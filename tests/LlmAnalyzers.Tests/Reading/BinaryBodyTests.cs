using LlmAnalyzers.Calls;
using LlmAnalyzers.Tests.Verification;
using Xunit;

namespace LlmAnalyzers.Tests.Reading;

/// <summary>Requests that are written as JSON and sent through the methods of the OpenAI package that take a body.</summary>
public class BinaryBodyTests
{
    [Theory]
    [InlineData(""""
        BinaryData body = BinaryData.FromBytes("""{"model":"m","temperature":0.2,"messages":[{"role":"user","content":"q"}]}"""u8.ToArray());
        var result = await client.CompleteChatAsync(BinaryContent.Create(body));
        """")]
    [InlineData("""
        using BinaryContent content = BinaryContent.Create(BinaryData.FromObjectAsJson(new { model = "m", temperature = 0.2, messages = new[] { new { role = "user", content = "q" } } }));
        var result = await client.CompleteChatAsync(content, null);
        """)]
    [InlineData("""
        var json = JsonSerializer.Serialize(new { model = "m", temperature = 0.2, messages = new[] { new { role = "user", content = "q" } } });
        var result = client.CompleteChat(BinaryContent.Create(BinaryData.FromString(json)));
        """)]
    [InlineData("""
        var result = client.CompleteChat(BinaryContent.Create(new BinaryData(new { model = "m", temperature = 0.2, messages = new[] { new { role = "user", content = "q" } } })));
        """)]
    public void A_body_is_read(string code)
    {
        var call = ReadCall.OpenAI(code);
        Assert.Equal("m; 0.2; user: q", Spelled.Setting(call[SettingKind.Model]) + "; " + Spelled.Setting(call[SettingKind.Temperature]) + "; " + Spelled.Conversation(call.Conversation));
        Assert.Equal("openai", call.Provider);
    }

    [Theory]
    [InlineData("ClientResult result = await client.CompleteChatAsync(BinaryContent.Create(BinaryData.FromString(input)));")]
    [InlineData("ClientResult result = await client.CompleteChatAsync(BinaryContent.Create(BinaryData.FromStream(new System.IO.MemoryStream())));")]
    public void A_body_from_elsewhere_is_unknown(string code) => Assert.Equal("unknown", Spelled.Setting(ReadCall.OpenAI(code)[SettingKind.Temperature]));

    [Fact]
    public void The_text_is_found_in_the_raw_response() => Assert.Equal("Converted int.Parse : int", Spelled.Replies(ReadCall.OpenAI("""
        ClientResult result = await client.CompleteChatAsync(BinaryContent.Create(BinaryData.FromObjectAsJson(new { model = "m" })));
        using var document = JsonDocument.Parse(result.GetRawResponse().Content);
        int.Parse(document.RootElement.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString()!);
        """)));

    [Fact]
    public void A_response_is_asked_for_in_the_same_way() => Assert.Equal("Be brief.", Spelled.Setting(ReadCall.From(Sdk.OpenAI, """
        #pragma warning disable OPENAI001
        using System; using System.ClientModel; using System.Threading.Tasks; using OpenAI.Responses;
        class Subject(ResponsesClient client)
        {
            Task Run(string input) => client.CreateResponseAsync(BinaryContent.Create(BinaryData.FromObjectAsJson(new { model = "m", instructions = "Be brief.", input })));
        }
        """)[SettingKind.Instructions]));
}
