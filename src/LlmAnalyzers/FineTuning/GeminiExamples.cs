namespace LlmAnalyzers.FineTuning;

/// <summary>Examples for Gemini: <c>{"systemInstruction": {...}, "contents": [{"role": "user", "parts": [...]}, ...]}</c>.</summary>
internal static class GeminiExamples
{
    public static void Read(ExampleReader reader)
    {
        var json = reader.Json;
        var instruction = json.Find(0, "systemInstruction");
        instruction = instruction < 0 ? json.Find(0, "system_instruction") : instruction;
        if (instruction >= 0)
        {
            reader.BeginMessage(instruction, "system", LastSpeaker.Other);
            ReadParts(reader, instruction, isSystem: true, isReply: false);
        }

        var contents = json.Find(0, "contents");
        if (json[contents].Kind != JsonKind.Array || json[contents].First < 0)
        {
            reader.Fault(contents, "'contents' must be a list of turns");
            return;
        }

        for (var turn = json[contents].First; turn >= 0; turn = json[turn].Next)
        {
            var role = json.Find(turn, "role");
            if (role < 0)
            {
                reader.Fault(turn, "the turn has no 'role'");
            }
            else if (json.IsString(role, "user") || json.IsString(role, "function"))
            {
                reader.BeginMessage(role, "user", LastSpeaker.User);
                ReadParts(reader, turn, isSystem: false, isReply: false);
            }
            else if (json.IsString(role, "model"))
            {
                reader.BeginMessage(role, "model", LastSpeaker.Assistant);
                ReadParts(reader, turn, isSystem: false, isReply: true);
            }
            else
            {
                reader.Fault(role, $"{json.Quote(role)} is no role of Gemini; user and model are");
            }
        }
    }

    private static void ReadParts(ExampleReader reader, int turn, bool isSystem, bool isReply)
    {
        var json = reader.Json;
        var parts = json.Find(turn, "parts");
        if (parts < 0 || json[parts].Kind is not (JsonKind.Array or JsonKind.Object) || json[parts].First < 0)
        {
            reader.Fault(parts < 0 ? turn : parts, "'parts' must be a list with at least one part");
            return;
        }

        if (isReply)
        {
            reader.NoReply();
        }

        if (json[parts].Kind == JsonKind.Object)
        {
            ReadPart(reader, parts, isSystem, isReply);
            return;
        }

        for (var part = json[parts].First; part >= 0; part = json[part].Next)
        {
            ReadPart(reader, part, isSystem, isReply && json.CountOf(parts) == 1);
        }
    }

    private static void ReadPart(ExampleReader reader, int part, bool isSystem, bool isReply)
    {
        var json = reader.Json;
        if (json[part].Kind != JsonKind.Object)
        {
            reader.Fault(part, "a part must be an object such as {\"text\": \"…\"}");
        }
        else if (json.Find(part, "text") is >= 0 and var text && json[text].Kind == JsonKind.String)
        {
            if (isReply)
            {
                reader.AddReply(text);
            }
            else
            {
                reader.AddText(text, isSystem);
            }
        }
        else
        {
            reader.AddRaw(part);
        }
    }
}
