namespace LlmAnalyzers.FineTuning;

/// <summary>Examples for Nova on Bedrock: <c>{"schemaVersion": "…", "system": [{"text": "…"}], "messages": [{"role": "user", "content": [{"text": "…"}]}, ...]}</c>.</summary>
internal static class NovaExamples
{
    /// <summary>A list of system texts beside the messages is Nova's, even where the version is forgotten.</summary>
    public static bool IsLike(ExampleReader reader) =>
        reader.Json.Find(0, "messages") >= 0 && reader.Json.Find(0, "system") is >= 0 and var system && reader.Json[system].Kind == JsonKind.Array;

    public static void Read(ExampleReader reader)
    {
        var json = reader.Json;
        if (json.Find(0, "schemaVersion") < 0)
        {
            reader.Fault(0, "'schemaVersion' is missing");
        }

        var system = json.Find(0, "system");
        if (system >= 0)
        {
            reader.BeginMessage(system, "system", LastSpeaker.Other);
            ReadContent(reader, system, "system", isSystem: true, isReply: false);
        }

        var messages = json.Find(0, "messages");
        if (messages < 0 || json[messages].Kind != JsonKind.Array || json[messages].First < 0)
        {
            reader.Fault(messages < 0 ? 0 : messages, "'messages' must be a list of messages");
            return;
        }

        for (var message = json[messages].First; message >= 0; message = json[message].Next)
        {
            var role = json.Find(message, "role");
            if (role < 0)
            {
                reader.Fault(message, "the message has no 'role'");
                continue;
            }

            var isReply = json.IsString(role, "assistant");
            if (!isReply && !json.IsString(role, "user"))
            {
                reader.Fault(role, $"{json.Quote(role)} is no role of Nova; user and assistant are, and the system prompt stands in 'system'");
                continue;
            }

            reader.BeginMessage(role, isReply ? "assistant" : "user", isReply ? LastSpeaker.Assistant : LastSpeaker.User);
            var content = json.Find(message, "content");
            ReadContent(reader, content < 0 ? message : content, "content", isSystem: false, isReply);
        }
    }

    private static void ReadContent(ExampleReader reader, int content, string name, bool isSystem, bool isReply)
    {
        var json = reader.Json;
        if (json[content].Kind != JsonKind.Array || json[content].First < 0)
        {
            reader.Fault(content, $"'{name}' must be a list such as [{{\"text\": \"…\"}}]");
            return;
        }

        if (isReply)
        {
            reader.NoReply();
        }

        for (var part = json[content].First; part >= 0; part = json[part].Next)
        {
            if (json.Find(part, "text") is >= 0 and var text && json[text].Kind == JsonKind.String)
            {
                if (isReply && json.CountOf(content) == 1)
                {
                    reader.AddReply(text);
                }
                else
                {
                    reader.AddText(text, isSystem);
                }
            }
            else if (json[part].Kind != JsonKind.Object)
            {
                reader.Fault(part, "a part must be an object such as {\"text\": \"…\"}");
            }
            else
            {
                reader.AddRaw(part);
            }
        }
    }
}
