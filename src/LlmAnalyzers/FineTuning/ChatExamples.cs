using System.Collections.Generic;

namespace LlmAnalyzers.FineTuning;

/// <summary>Examples in the form of Chat Completions: <c>{"messages": [...]}</c>.</summary>
internal static class ChatExamples
{
    public const int MaximumImages = 10;

    public static void Read(ExampleReader reader, int messages)
    {
        var json = reader.Json;
        ReadMessages(reader, messages, isWhole: true);
        foreach (var name in new[] { "tools", "functions" })
        {
            if (json.Find(0, name) is >= 0 and var tools)
            {
                reader.AddRaw(tools);
                if (json[tools].Kind != JsonKind.Array)
                {
                    reader.Fault(tools, $"'{name}' must be a list");
                }
            }
        }

        // What a grader reads makes otherwise equal questions different examples.
        for (var child = json[0].First; child >= 0; child = json[child].Next)
        {
            if (!json.IsNamed(child, "messages") && !json.IsNamed(child, "tools") && !json.IsNamed(child, "functions"))
            {
                reader.AddRaw(child);
            }
        }
    }

    /// <param name="reader">Collects what is read.</param>
    /// <param name="messages">The list.</param>
    /// <param name="isWhole">The list is the example itself, and not the question of one.</param>
    public static void ReadMessages(ExampleReader reader, int messages, bool isWhole)
    {
        var json = reader.Json;
        if (json[messages].Kind != JsonKind.Array)
        {
            reader.Fault(messages, "'messages' must be a list");
            return;
        }

        if (json[messages].First < 0)
        {
            reader.Fault(messages, "'messages' is empty");
            return;
        }

        var replies = 0;
        var skipped = 0;
        var images = 0;
        var lastSkipped = -1;
        for (var message = json[messages].First; message >= 0; message = json[message].Next)
        {
            if (ReadRole(reader, message) is not { } role)
            {
                continue;
            }

            var weight = json.Find(message, "weight");
            if (role == "assistant")
            {
                replies++;
            }

            if (weight >= 0 && ReadWeight(reader, weight, role))
            {
                skipped++;
                lastSkipped = weight;
            }

            images += ReadContent(reader, message, role, isWhole);
        }

        if (isWhole && replies > 0 && replies == skipped)
        {
            reader.Fault(lastSkipped, "every reply of the example has weight 0: nothing is learned from it");
        }

        if (images > MaximumImages)
        {
            reader.Fault(messages, $"the example has {images} images; {MaximumImages} are allowed");
        }
    }

    private static string? ReadRole(ExampleReader reader, int message)
    {
        var json = reader.Json;
        if (json[message].Kind != JsonKind.Object)
        {
            reader.Fault(message, "a message must be an object with 'role' and 'content'");
            return null;
        }

        var role = json.Find(message, "role");
        if (role < 0)
        {
            reader.Fault(message, "the message has no 'role'");
            return null;
        }

        foreach (var name in new[] { "user", "assistant", "system", "developer", "tool", "function" })
        {
            if (json.IsString(role, name))
            {
                reader.BeginMessage(role, name, name switch { "assistant" => LastSpeaker.Assistant, "user" => LastSpeaker.User, _ => LastSpeaker.Other });
                return name;
            }
        }

        reader.Fault(role, $"{json.Quote(role)} is no role; system, developer, user, assistant and tool are");
        return null;
    }

    /// <returns>Whether the reply is not learned.</returns>
    private static bool ReadWeight(ExampleReader reader, int weight, string role)
    {
        var json = reader.Json;
        var value = json[weight].Kind == JsonKind.Number ? json.Quote(weight) : "";
        if (role != "assistant")
        {
            reader.Fault(weight, "'weight' belongs to assistant messages only");
        }
        else if (value is not ("0" or "1" or "0.0" or "1.0"))
        {
            reader.Fault(weight, $"'weight' is {json.Quote(weight)}; it is 0 (not learned) or 1");
        }

        return role == "assistant" && value is "0" or "0.0";
    }

    /// <returns>The number of images.</returns>
    private static int ReadContent(ExampleReader reader, int message, string role, bool isWhole)
    {
        var json = reader.Json;
        var content = json.Find(message, "content");
        if (content < 0 || json[content].Kind == JsonKind.Null)
        {
            if (role == "assistant")
            {
                reader.NoReply();
            }

            if (!HasOtherReply(reader, message, role))
            {
                reader.Fault(content < 0 ? message : content, "the message has no 'content'");
            }

            return 0;
        }

        if (json[content].Kind == JsonKind.Array)
        {
            return ReadParts(reader, content, role);
        }

        if (json[content].Kind != JsonKind.String)
        {
            reader.Fault(content, "'content' must be text or a list of parts");
            return 0;
        }

        if (role == "assistant" && isWhole)
        {
            if (IsBlank(reader, content) && !HasOtherReply(reader, message, role))
            {
                reader.Fault(content, "the reply is empty: there is nothing to learn");
            }

            reader.AddReply(content);
        }
        else
        {
            reader.AddText(content, isSystem: role is "system" or "developer");
        }

        return 0;
    }

    private static bool IsBlank(ExampleReader reader, int content)
    {
        foreach (var c in (IEnumerable<char>)reader.Json.Text(content))
        {
            if (!char.IsWhiteSpace(c))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasOtherReply(ExampleReader reader, int message, string role)
    {
        var has = false;
        foreach (var name in new[] { "tool_calls", "function_call", "refusal", "audio" })
        {
            if (role == "assistant" && reader.Json.Find(message, name) is >= 0 and var other && reader.Json[other].Kind != JsonKind.Null)
            {
                reader.AddRaw(other);
                has = true;
            }
        }

        return has;
    }

    private static int ReadParts(ExampleReader reader, int content, string role)
    {
        var json = reader.Json;
        var images = 0;
        if (json[content].First < 0)
        {
            reader.Fault(content, "the message has no 'content'");
        }

        for (var part = json[content].First; part >= 0; part = json[part].Next)
        {
            if (json[part].Kind != JsonKind.Object || json.Find(part, "type") < 0)
            {
                reader.Fault(part, "a part of 'content' must be an object with 'type'");
            }
            else if (json.IsString(json.Find(part, "type"), "text"))
            {
                if (json.Find(part, "text") is >= 0 and var text && json[text].Kind == JsonKind.String)
                {
                    reader.AddText(text, isSystem: role is "system" or "developer");
                }
                else
                {
                    reader.Fault(part, "the part has no 'text'");
                }
            }
            else
            {
                images += json.IsString(json.Find(part, "type"), "image_url") ? 1 : 0;
                reader.AddRaw(part);
            }
        }

        if (role == "assistant")
        {
            reader.NoReply();
        }

        return images;
    }
}
