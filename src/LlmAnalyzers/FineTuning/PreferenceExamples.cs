namespace LlmAnalyzers.FineTuning;

/// <summary>Examples that prefer one reply to another: <c>{"input": {"messages": [...]}, "preferred_output": [...], "non_preferred_output": [...]}</c>.</summary>
internal static class PreferenceExamples
{
    public static void Read(ExampleReader reader)
    {
        var json = reader.Json;
        var input = json.Find(0, "input");
        if (json.Find(input, "messages") is >= 0 and var messages)
        {
            ChatExamples.ReadMessages(reader, messages, isWhole: false);
        }
        else
        {
            reader.Fault(input < 0 ? 0 : input, "'input' with 'messages' is missing");
        }

        var preferred = ReadReply(reader, "preferred_output", isPreferred: true);
        var other = ReadReply(reader, "non_preferred_output", isPreferred: false);
        if (preferred >= 0 && other >= 0 && TextHash.Of(json.Text(preferred)) == TextHash.Of(json.Text(other)))
        {
            reader.Fault(other, "both replies are the same: nothing is preferred");
        }
    }

    /// <returns>The text of the reply; −1 when there is none.</returns>
    private static int ReadReply(ExampleReader reader, string name, bool isPreferred)
    {
        var json = reader.Json;
        var output = json.Find(0, name);
        if (output < 0)
        {
            reader.Fault(0, $"'{name}' is missing");
            return -1;
        }

        if (json[output].Kind != JsonKind.Array || json.CountOf(output) != 1)
        {
            reader.Fault(output, $"'{name}' must be a list of one assistant message");
            return -1;
        }

        var message = json[output].First;
        var role = json.Find(message, "role");
        if (!json.IsString(role, "assistant"))
        {
            reader.Fault(role < 0 ? message : role, $"'{name}' must be a message of the assistant");
            return -1;
        }

        reader.BeginMessage(role, "assistant", LastSpeaker.Assistant);
        var content = json.Find(message, "content");
        if (content < 0 || json[content].Kind != JsonKind.String)
        {
            if (json.Find(message, "tool_calls") is >= 0 and var calls)
            {
                reader.AddRaw(calls);
            }
            else if (content < 0 || json[content].Kind == JsonKind.Null)
            {
                reader.Fault(message, "the message has no 'content'");
            }

            return -1;
        }

        if (isPreferred)
        {
            reader.AddReply(content);
        }
        else
        {
            reader.AddText(content);
        }

        return content;
    }
}
