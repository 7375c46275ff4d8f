using System;
using System.Collections.Generic;

namespace LlmAnalyzers.FineTuning;

/// <summary>Reads one line after the other into examples, and collects what is wrong with them. The forms are told by their own files.</summary>
internal sealed class ExampleReader
{
    private readonly ReplyShapes _shapes = new();
    private readonly SensitiveCollector _sensitive = new();
    private readonly List<TrainingFault> _faults = new();
    private readonly Dictionary<ulong, string> _systemPrompts = new();
    private LineBuffer _line = null!;
    private TrainingExample _example = new();
    private TextHash _exact;
    private TextHash _loose;
    private TokenCounter _tokens;

    public JsonLine Json { get; } = new();

    public IReadOnlyList<TrainingFault> Faults => _faults;

    public int FaultCount { get; private set; }

    public SensitiveCollector Sensitive => _sensitive;

    public IReadOnlyDictionary<ulong, string> SystemPrompts => _systemPrompts;

    public TrainingExample Read(LineBuffer line)
    {
        _line = line;
        _exact = default;
        _loose = default;
        _tokens = default;
        _example = new TrainingExample { Place = new(line.Number, line.Start, 0, line.Length) };
        if (Json.Read(line.Line, line.Length) is { } fault)
        {
            _example.IsFaulty = true;
            _example.IsUnfinished = fault.IsAtEnd;
            Add(new(line.Number, line.Start, Math.Min(fault.Position, Math.Max(0, line.Length - 1)), line.Length == 0 ? 0 : 1), fault.Message);
            return _example;
        }

        if (Json[0].Kind != JsonKind.Object)
        {
            _example.IsFaulty = true;
            _example.IsArray = Json[0].Kind == JsonKind.Array;
            Fault(0, "a line must hold one JSON object");
            return _example;
        }

        ReadForm();
        _example.Exact = _exact.Value;
        _example.Loose = _loose.Value;
        _example.Tokens = _tokens.Tokens;
        return _example;
    }

    public void Fault(int node, string message)
    {
        _example.IsFaulty = true;
        Add(PlaceOf(node), message);
    }

    public LinePlace PlaceOf(int node) => new(_line.Number, _line.Start, Json[node].Start, Json[node].End - Json[node].Start);

    /// <summary>A message begins: its role counts for comparisons.</summary>
    public void BeginMessage(int place, string role, LastSpeaker speaker)
    {
        _tokens.AddMessage();
        AddToHashes(role);
        _example.LastSpeaker = speaker;
        _example.LastMessage = PlaceOf(place);
    }

    /// <summary>Text that the model reads or learns.</summary>
    public void AddText(int node, bool isSystem = false)
    {
        var text = Json.Text(node);
        _exact.Add(text);
        _exact.Add('\n');
        _loose.AddLoosely(text);
        _tokens.Add(text);
        if (isSystem && _example.System == 0)
        {
            _example.System = TextHash.Of(text) | 1;
            _example.SystemPlace = PlaceOf(node);
            KeepSystemPrompt(text);
        }

        _sensitive.Scan(text, Json[node], _line);
    }

    /// <summary>Parts that are no text (images, tools) count as they are written.</summary>
    public void AddRaw(int node)
    {
        var raw = new ArraySegment<char>(_line.Line, Json[node].Start, Json[node].End - Json[node].Start);
        _exact.Add(raw);
        _loose.AddLoosely(raw);
    }

    /// <summary>Adds text that is also the reply to be learned: the last one of an example counts.</summary>
    public void AddReply(int node)
    {
        AddText(node);
        _example.Reply = _shapes.Of(Json.Text(node));
        _example.ReplyPlace = PlaceOf(node);
    }

    /// <summary>The last turn is a reply without text, such as a tool call.</summary>
    public void NoReply() => _example.Reply = null;

    private void AddToHashes(string text)
    {
        foreach (var c in text)
        {
            _exact.Add(c);
            _loose.Add(c);
        }

        _exact.Add('\n');
        _loose.Add('\n');
    }

    private void ReadForm()
    {
        if (Json.Find(0, "contents") >= 0)
        {
            _example.Form = ExampleForm.Gemini;
            GeminiExamples.Read(this);
        }
        else if (Json.Find(0, "preferred_output") >= 0 || Json.Find(0, "non_preferred_output") >= 0)
        {
            _example.Form = ExampleForm.Preference;
            PreferenceExamples.Read(this);
        }
        else if (Json.Find(0, "schemaVersion") >= 0 || NovaExamples.IsLike(this))
        {
            _example.Form = ExampleForm.Nova;
            NovaExamples.Read(this);
        }
        else if (Json.Find(0, "messages") is >= 0 and var messages)
        {
            _example.Form = ExampleForm.Chat;
            ChatExamples.Read(this, messages);
        }
        else if (Json.Find(0, "prompt") >= 0 && Json.Find(0, "completion") is >= 0 and var completion)
        {
            Fault(completion, "'prompt' and 'completion' are the form of models that are gone; chat models are trained on 'messages'");
        }
        else
        {
            Fault(0, "the object holds no example: there is no 'messages'");
        }
    }

    private void KeepSystemPrompt(ArraySegment<char> text)
    {
        const int most = 16;
        const int longest = 200_000;
        if (_systemPrompts.Count < most && !_systemPrompts.ContainsKey(_example.System))
        {
            _systemPrompts.Add(_example.System, new(text.Array!, text.Offset, Math.Min(text.Count, longest)));
        }
    }

    private void Add(LinePlace place, string message)
    {
        FaultCount++;
        if (_faults.Count < TrainingFile.KeptPlaces)
        {
            _faults.Add(new(place, message));
        }
    }
}
