using System.Linq;
using LlmAnalyzers.Schemas;
using Xunit;

namespace LlmAnalyzers.Tests.Schemas;

public sealed class SchemaNameTests
{
    [Theory]
    [InlineData("SupportTicket", "support_ticket")]
    [InlineData("List<SupportTicket>", "support_ticket_list")]
    [InlineData("IReadOnlyList<SupportTicket>", "support_ticket_read_only_list")]
    [InlineData("SupportTicket[]", "support_ticket_array")]
    [InlineData("Envelope<SupportTicket>", "support_ticket_envelope")]
    [InlineData("Envelope<List<SupportTicket>>", "support_ticket_list_envelope")]
    [InlineData("Dictionary<string, int>", "string_int32_dictionary")]
    [InlineData("HTTPReply2", "http_reply2")]
    [InlineData("Größe", "gr_e")]
    [InlineData("数据", "response")]
    [InlineData("_Under__Score_", "under_score")]
    [InlineData("int?", "int32")]
    [InlineData("(int, string)", "tuple")]
    public void Name_is_made_of_the_words_of_the_type(string type, string expected)
    {
        var source = new TypeSource(
            "public class SupportTicket; public class Envelope<T>; public class HTTPReply2; public class Größe; public class 数据; public class _Under__Score_;"
            + $"public static class Root {{ public static {type} Value => default!; }}");
        Assert.Equal(expected, SchemaName.For(source.RootType()));
    }

    [Theory]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(5000)]
    public void Name_of_a_long_type_is_cut(int length)
    {
        var source = new TypeSource($"public class A{new string('b', length - 1)}; public static class Root {{ public static A{new string('b', length - 1)} Value => default!; }}");
        var name = SchemaName.For(source.RootType());
        Assert.Equal(System.Math.Min(64, length), name.Length);
        Assert.True(name.All(char.IsAsciiLetterLower));
    }
}
