using System.Linq;
using LlmAnalyzers.Calls;
using Xunit;

namespace LlmAnalyzers.Tests.Reading;

/// <summary>How the messages of a call are written, and what is then known of them. <c>…</c> means that there may be more.</summary>
public class ConversationShapesTests
{
    [Theory]
    [InlineData("[new SystemChatMessage(\"S\"), new UserChatMessage(input)]", "system: S | user: {input}")]
    [InlineData("new ChatMessage[] { new SystemChatMessage(\"S\"), new UserChatMessage(input) }", "system: S | user: {input}")]
    [InlineData("new List<ChatMessage> { new SystemChatMessage(\"S\"), new UserChatMessage(input) }", "system: S | user: {input}")]
    [InlineData("new List<ChatMessage>() { ChatMessage.CreateSystemMessage(\"S\"), ChatMessage.CreateUserMessage(input) }.ToArray()", "system: S | user: {input}")]
    [InlineData("new UserChatMessage(\"U\")", "user: U")]
    [InlineData("\"U\"", "user: U")]
    [InlineData("[\"U\"]", "user: U")]
    [InlineData("[new DeveloperChatMessage(\"D\"), new AssistantChatMessage(\"A\"), new ToolChatMessage(\"id\", \"T\"), \"U\"]", "developer: D | assistant: A | tool: T | user: U")]
    [InlineData("[System, new UserChatMessage(\"U\")]", "system: S | user: U")]
    [InlineData("[.. Fixed, new UserChatMessage(\"U\")]", "system: S | user: U")]
    [InlineData("[.. Given, new UserChatMessage(\"U\")]", "user: U | …")]
    [InlineData("Given", "…")]
    [InlineData("Build(input)", "system: S | user: {input}")]
    [InlineData("Elsewhere.Build(\"U\")", "system: E | user: U")]
    [InlineData("Fixed.Append(new UserChatMessage(\"U\"))", "system: S | user: U")]
    [InlineData("Fixed.Append(new UserChatMessage(\"U\")).ToList()", "system: S | user: U")]
    [InlineData("new ChatMessage[] { new UserChatMessage(\"U\") }.Prepend(System)", "system: S | user: U")]
    [InlineData("Fixed.Concat(new[] { new UserChatMessage(\"U\") })", "system: S | user: U")]
    [InlineData("Given.Prepend(System)", "system: S | …")]
    [InlineData("Fixed.Where(m => m is UserChatMessage)", "…")]
    [InlineData("Given.Select(g => g)", "…")]
    [InlineData("new List<ChatMessage>(Fixed) { new UserChatMessage(\"U\") }", "system: S | user: U")]
    [InlineData("new List<ChatMessage>(4) { new UserChatMessage(\"U\") }", "user: U")]
    [InlineData("Array.Empty<ChatMessage>()", "")]
    [InlineData("input == \"\" ? [new UserChatMessage(\"A\")] : [new UserChatMessage(\"B\")]", "user?: A | user?: B")]
    [InlineData("[input == \"\" ? new SystemChatMessage(\"A\") : new SystemChatMessage(\"B\"), \"U\"]", "system?: A | system?: B | user: U")]
    [InlineData("[Make(input), new UserChatMessage(\"U\")]", "system: M{input} | user: U")]
    [InlineData("[Overridable(), new UserChatMessage(\"U\")]", "user: U | …")]
    [InlineData("[new UserChatMessage(ChatMessageContentPart.CreateTextPart(\"U\"), ChatMessageContentPart.CreateImagePart(new Uri(input)))]", "user+: U")]
    [InlineData("[new UserChatMessage([ChatMessageContentPart.CreateTextPart(\"U\")])]", "user: U")]
    [InlineData("[new UserChatMessage(new List<ChatMessageContentPart> { ChatMessageContentPart.CreateTextPart(\"U\"), ChatMessageContentPart.CreateImagePart(new Uri(input)) })]", "user+: U")]
    [InlineData("[new UserChatMessage(Parts(input))]", "user+: U{input}")]
    [InlineData("[new UserChatMessage(GivenParts)]", "user: {}")]
    public void Messages_in_place_are_read_when_written_as(string messages, string expected)
    {
        var call = ReadCall.OpenAI(
            $"await client.CompleteChatAsync({messages});",
            """
            private static readonly SystemChatMessage System = new("S");
            private readonly ChatMessage[] Fixed = [System];
            public IEnumerable<ChatMessage> Given { get; set; } = [];
            public IEnumerable<ChatMessageContentPart> GivenParts { get; set; } = [];
            private static List<ChatMessage> Build(string text)
            {
                var built = new List<ChatMessage> { new SystemChatMessage("S") };
                built.Add(new UserChatMessage(text));
                return built;
            }
            private static ChatMessage Make(string text) => new SystemChatMessage("M" + text);
            protected virtual ChatMessage Overridable() => Make("");
            private static List<ChatMessageContentPart> Parts(string text)
            {
                var parts = new List<ChatMessageContentPart>();
                parts.Add(ChatMessageContentPart.CreateTextPart("U" + text));
                parts.Add(ChatMessageContentPart.CreateImagePart(new Uri(text)));
                return parts;
            }
            """,
            """
            using OpenAI.Chat;
            static class Elsewhere
            {
                public static ChatMessage[] Build(string user) => [new SystemChatMessage(Text), new UserChatMessage(user)];
                private const string Text = "E";
            }
            """);

        Assert.Equal(expected, Spelled.Conversation(call.Conversation));
    }

    [Theory]
    [InlineData("var m = new List<ChatMessage>(); m.Add(new SystemChatMessage(\"S\")); m.Add(new UserChatMessage(input));", "system: S | user: {input}")]
    [InlineData("List<ChatMessage> m = [new SystemChatMessage(\"S\")]; m.AddRange([new UserChatMessage(\"U\")]);", "system: S | user: U")]
    [InlineData("var m = new List<ChatMessage> { new UserChatMessage(\"U\") }; m.Insert(0, new SystemChatMessage(\"S\"));", "system: S | user: U")]
    [InlineData("var m = new List<ChatMessage> { new UserChatMessage(\"U\") }; m.InsertRange(0, [new SystemChatMessage(\"S\"), new UserChatMessage(\"A\")]);", "system: S | user: A | user: U")]
    [InlineData("var m = new List<ChatMessage> { new UserChatMessage(\"U\") }; if (input != \"\") m.Insert(0, new SystemChatMessage(input));", "system?: {input} | user: U")]
    [InlineData("var m = new List<ChatMessage>(); foreach (var t in Turns) { if (t.IsUser) m.Add(new UserChatMessage(t.Text)); else m.Add(new AssistantChatMessage(t.Text)); } m.Add(new UserChatMessage(input));", "user?: {Text} | assistant?: {Text} | user: {input}")]
    [InlineData("var m = new List<ChatMessage> { new SystemChatMessage(\"S\") }; m.AddRange(Turns.Select(t => new UserChatMessage(t.Text)));", "system: S | …")]
    [InlineData("var m = new List<ChatMessage> { new SystemChatMessage(\"S\") }; m.Clear(); m.Add(\"U\");", "user: U")]
    [InlineData("var m = new List<ChatMessage> { new SystemChatMessage(\"S\") }; if (input == \"\") m.Clear(); m.Add(\"U\");", "system: S | user: U | …")]
    [InlineData("var m = new List<ChatMessage> { new UserChatMessage(\"U\") }; Fill(m);", "user: U | system: F")]
    [InlineData("var m = new List<ChatMessage> { new UserChatMessage(\"U\") }; Outside.Fill(m);", "user: U | …")]
    [InlineData("var m = new List<ChatMessage> { new UserChatMessage(\"U\") }; var alias = m; alias.Insert(0, new SystemChatMessage(\"S\"));", "system: S | user: U")]
    [InlineData("var all = new List<ChatMessage> { new UserChatMessage(\"U\") }; var m = all; all.Insert(0, new SystemChatMessage(\"S\"));", "system: S | user: U")]
    [InlineData("var m = new List<ChatMessage> { new UserChatMessage(\"U\") }; Later(() => m.Insert(0, new SystemChatMessage(\"S\")));", "system?: S | user: U")]
    [InlineData("var m = new List<ChatMessage> { new UserChatMessage(\"U\") }; var box = new { m };", "user: U | …")]
    [InlineData("var m = new ChatMessage[2]; m[0] = new SystemChatMessage(\"S\"); m[1] = \"U\";", "…")]
    [InlineData("var m = new List<ChatMessage> { new UserChatMessage(\"U\") }; m[0] = new SystemChatMessage(\"S\");", "user: U | …")]
    [InlineData("var m = new List<ChatMessage> { new UserChatMessage(\"U\") }; Console.WriteLine(m.Count); _ = m[0]; foreach (var x in m) { Console.WriteLine(x); }", "user: U")]
    [InlineData("ChatMessage[] m; if (input == \"\") { m = [\"A\"]; } else { m = [\"B\"]; }", "user?: B | user?: A")]
    [InlineData("List<ChatMessage> m = []; m.Add(\"A\"); m = [\"B\"];", "user: B")]
    [InlineData("var m = new List<ChatMessage>(); m.Add(new SystemChatMessage(\"S\")); while (input != \"\") { m.Add(new UserChatMessage(input)); await client.CompleteChatAsync(m); m.Add(new AssistantChatMessage(\"A\")); } m.Clear(); return 0;", "system: S | user: {input} | assistant?: A")]
    public void Messages_in_a_local_are_read_when_written_as(string statements, string expected)
    {
        var source = statements.Contains("await client", System.StringComparison.Ordinal) ? statements : statements + " await client.CompleteChatAsync(m);";
        var call = ReadCall.OpenAI(
            source,
            """
            private record Turn(bool IsUser, string Text);
            private readonly Turn[] Turns = [];
            private static void Fill(List<ChatMessage> list) => list.Add(new SystemChatMessage("F"));
            private static void Later(Action action) => action();
            """,
            """
            using System.Collections.Generic;
            using OpenAI.Chat;
            static class Outside
            {
                public static System.Action<List<ChatMessage>> Fill = _ => { };
            }
            """);

        Assert.Equal(expected, Spelled.Conversation(call.Conversation));
    }

    [Theory]
    [InlineData("new ChatMessage(ChatRole.System, \"S\")", "system: S")]
    [InlineData("new(ChatRole.User, input)", "user: {input}")]
    [InlineData("new(ChatRole.User, [new TextContent(\"T\"), new DataContent(new byte[1], \"image/png\")])", "user+: T")]
    [InlineData("new ChatMessage { Role = ChatRole.System, Contents = [new TextContent(\"T\")] }", "system: T")]
    [InlineData("new ChatMessage { Contents = [new TextContent(\"T\")] }", "user: T")]
    [InlineData("new(new ChatRole(\"system\"), \"S\")", "system: S")]
    [InlineData("new(new ChatRole(input), \"S\")", "unknown: S")]
    [InlineData("new(input == \"\" ? ChatRole.User : ChatRole.Assistant, \"T\")", "unknown: T")]
    [InlineData("new(Role, \"S\")", "system: S")]
    [InlineData("new(GivenRole, \"S\")", "unknown: S")]
    [InlineData("new(ChatRole.System, Contents)", "system: {}")]
    public void A_message_of_extensions_ai_is_read_when_written_as(string message, string expected)
    {
        var call = ReadCall.ExtensionsAI(
            $"await client.GetResponseAsync(new List<ChatMessage> {{ {message} }});",
            """
            private static ChatRole Role => ChatRole.System;
            public ChatRole GivenRole { get; set; }
            public IList<AIContent> Contents { get; set; } = [];
            """);

        Assert.Equal(expected, Spelled.Conversation(call.Conversation));
    }

    [Theory]
    [InlineData("await client.GetResponseAsync(\"U\");", "user: U")]
    [InlineData("await client.GetResponseAsync(new ChatMessage(ChatRole.User, input));", "user: {input}")]
    [InlineData("await client.GetResponseAsync([new(ChatRole.System, \"S\"), new(ChatRole.User, input)]);", "system: S | user: {input}")]
    [InlineData("await client.GetResponseAsync<int>(input);", "user: {input}")]
    [InlineData("await foreach (var u in client.GetStreamingResponseAsync([new(ChatRole.User, \"U\")])) { }", "user: U")]
    [InlineData("IEnumerable<ChatMessage> M() { yield return new(ChatRole.User, \"U\"); } await client.GetResponseAsync(M());", "…")]
    public void The_messages_of_each_call_method_of_extensions_ai_are_read(string body, string expected)
    {
        Assert.Equal(expected, Spelled.Conversation(ReadCall.ExtensionsAI(body).Conversation));
    }

    [Fact]
    public void A_history_that_starts_in_the_constructor_may_hold_more()
    {
        var call = ReadCall.ExtensionsAI(
            "await Send(input);",
            """
            private readonly List<ChatMessage> _history = new();
            public Subject(IChatClient client, string rules) : this(client)
            {
                _history.Add(new ChatMessage(ChatRole.System, "S" + rules));
            }
            async Task Send(string text)
            {
                _history.Add(new ChatMessage(ChatRole.User, text));
                var response = await client.GetResponseAsync(_history);
                _history.AddMessages(response);
            }
            """);

        Assert.Equal("system: S{rules} | user: {text} | …", Spelled.Conversation(call.Conversation));
    }

    [Fact]
    public void A_history_that_is_only_filled_by_its_constructor_is_known()
    {
        var call = ReadCall.ExtensionsAI(
            "await client.GetResponseAsync(_history);",
            """
            private readonly List<ChatMessage> _history = [new(ChatRole.System, "S")];
            public Subject(IChatClient client, string rules) : this(client)
            {
                _history.Add(new ChatMessage(ChatRole.User, rules));
            }
            """);

        Assert.Equal("system: S | user: {rules}", Spelled.Conversation(call.Conversation));
    }

    [Fact]
    public void Messages_that_arrive_from_a_caller_are_unknown()
    {
        var call = ReadCall.OpenAI(
            "await Send([new UserChatMessage(\"U\")]);",
            "async Task Send(IEnumerable<ChatMessage> messages) => await client.CompleteChatAsync([new SystemChatMessage(\"S\"), .. messages]);");

        Assert.Equal("system: S | …", Spelled.Conversation(call.Conversation));
        Assert.False(call.Conversation.IsFullyKnown);
    }

    [Fact]
    public void The_place_of_a_message_list_is_where_it_is_created()
    {
        var call = ReadCall.OpenAI("var m = new List<ChatMessage> { new UserChatMessage(input) }; await client.CompleteChatAsync(m);");

        var creation = call.Places.MessagesCreation;
        Assert.NotNull(creation);
        Assert.Equal("new List<ChatMessage> { new UserChatMessage(input) }", creation.SourceTree!.GetText().ToString(creation.SourceSpan));
        Assert.Equal("new UserChatMessage(input)", creation.SourceTree.GetText().ToString(call.Conversation.Messages.Single().Location.SourceSpan));
        Assert.Equal(MessageRole.User, call.Conversation.Messages.Single().Role);
    }
}
