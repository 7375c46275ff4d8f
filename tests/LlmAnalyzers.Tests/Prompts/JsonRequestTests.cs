using LlmAnalyzers.Prompts;
using Xunit;

namespace LlmAnalyzers.Tests.Prompts;

public class JsonRequestTests
{
    [Theory]
    [InlineData("Respond in JSON.")]
    [InlineData("Return a JSON object with the keys name and age.")]
    [InlineData("You are a triage nurse. Read the note.\n\nReturn ONLY valid JSON, no other text.")]
    [InlineData("Output: valid JSON")]
    [InlineData("Reply with the following JSON format:\n{ \"score\": 0 }")]
    [InlineData("Extract name and date from the mail. Give me the result as JSON.")]
    [InlineData("List all invoices mentioned in the text as a JSON array.")]
    [InlineData("Extract structured information from this resume in JSON format.\n\nResume:\n\uFFFC")]
    [InlineData("Analyze the photo. JSON only, no prose.")]
    [InlineData("Format your response as JSON.")]
    [InlineData("Your response must be a valid JSON object.")]
    [InlineData("The output should be strictly formatted as JSON without markdown.")]
    [InlineData("Given the following JSON, return a JSON object with a summary: \uFFFC")]
    [InlineData("Always answer in valid JSON.")]
    [InlineData("- Only include facts\n- Return ONLY the JSON object, no markdown\n- Be brief")]
    [InlineData("# Output format\nJSON array of strings")]
    [InlineData("Convert the following order to JSON: \uFFFC")]
    [InlineData("Parse this reminder request into JSON. Current time: \uFFFC.")]
    [InlineData("Do not include any text outside the JSON object.")]
    [InlineData("Do not wrap the JSON in code fences.")]
    [InlineData("Please provide your answer in the following JSON structure:")]
    [InlineData("You are a recipe API that returns JSON with title and steps.")]
    [InlineData("You will respond with a single JSON object containing \uFFFC fields.")]
    [InlineData("Classify the ticket and return\na JSON object.")]
    [InlineData("Use the following JSON schema for your answer: \uFFFC")]
    [InlineData("Suggest three dinners. Respond with JSON: {\"dinners\": []}")]
    [InlineData("Respond exclusively with raw, minified JSON.")]
    [InlineData("Provide a JSON response with this exact structure:")]
    [InlineData("Do not explain, return JSON.")]
    [InlineData("Return nothing but JSON.")]
    [InlineData("The JSON must contain the fields title and body.")]
    [InlineData("Make sure that the response is valid JSON.")]
    [InlineData("I need the result in JSON format.")]
    [InlineData("Grade the pronunciation.\n\nTarget: \uFFFC\nRespond in JSON format only (no markdown):\n{ \"score\": <0-100> }")]
    [InlineData("Create a shorter version of the letter in JSON format.")]
    [InlineData("Geef je antwoord als JSON.")]
    [InlineData("Formuliere knapp. Gib deine Antwort als JSON.")]
    [InlineData("Antworte nur mit JSON.")]
    [InlineData("Gib das Ergebnis als JSON zurück.")]
    [InlineData("Réponds uniquement en JSON valide.")]
    [InlineData("Responde solo con un objeto JSON válido.")]
    [InlineData("Responda apenas com JSON.")]
    [InlineData("Отвечай только в формате JSON.")]
    [InlineData("请以JSON格式返回结果。")]
    [InlineData("結果はJSON形式で出力してください。")]
    public void Asking_for_json_in_words_is_read(string text)
    {
        var request = JsonRequest.Find(text);

        Assert.NotNull(request);
        Assert.Equal(JsonRequestKind.AsksForJson, request.Kind);
        Assert.Contains("json", text.Substring(request.Match.Start, request.Match.Length), System.StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("Respond in this format:\n{\n  \"name\": \"...\",\n  \"age\": 0\n}")]
    [InlineData("Classify the mail. Answer like this: {\"label\": \"spam\"}")]
    [InlineData("Text: I love it\nOutput: {\"sentiment\": \"positive\"}\nText: \uFFFC\nOutput:")]
    [InlineData("Format your response as {\"answer\": \"text\"}.")]
    [InlineData("Your reply must have this structure:\n```json\n{ \"ok\": true }\n```")]
    [InlineData("Expected output:\n[{\"id\": 1}]")]
    [InlineData("Return exactly this: {\"title\":\"string\",\"time\":\"yyyy-MM-dd\"}")]
    public void A_literal_introduced_as_the_reply_is_an_example(string text)
    {
        Assert.Equal(JsonRequestKind.ShowsExample, JsonRequest.Find(text)?.Kind);
    }

    [Fact]
    public void A_schema_for_the_reply_is_told_from_an_example()
    {
        const string Text = "Your reply must match this schema:\n{ \"type\": \"object\", \"properties\": { \"a\": { \"type\": \"string\" } } }";

        Assert.Equal(JsonRequestKind.ShowsSchema, JsonRequest.Find(Text)?.Kind);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFFFC")]
    [InlineData("Here is the JSON to summarise: \uFFFC")]
    [InlineData("The following JSON describes an order. Is it late?\n{\"id\": 7, \"due\": \"2026-01-01\"}")]
    [InlineData("Given this JSON: \uFFFC, what is the total?")]
    [InlineData("Explain this JSON to a beginner.\n\uFFFC")]
    [InlineData("Summarize the following JSON in plain English:\n\uFFFC")]
    [InlineData("You are a tool that parses JSON.")]
    [InlineData("You are a JSON expert.")]
    [InlineData("Update package.json and appsettings.json as needed.")]
    [InlineData("Write C# code that reads JSON from a file.")]
    [InlineData("Write a C# method that returns JSON.")]
    [InlineData("Create an endpoint that responds with JSON.")]
    [InlineData("Implement a controller action to return JSON.")]
    [InlineData("Convert the JSON to CSV.")]
    [InlineData("Convert this JSON into a friendly paragraph: \uFFFC")]
    [InlineData("Do not return JSON.")]
    [InlineData("Don't use JSON or markdown, write plain text.")]
    [InlineData("Answer in plain text, not JSON.")]
    [InlineData("No JSON, no markdown.")]
    [InlineData("Never answer in JSON.")]
    [InlineData("Answer without JSON.")]
    [InlineData("You will receive the data in JSON format. Write a short report.")]
    [InlineData("The data is stored as JSON. Tell me which city is warmest.")]
    [InlineData("Answer the question using the JSON below.\n\uFFFC")]
    [InlineData("Answer questions about the JSON document.")]
    [InlineData("Call the search tool with JSON arguments when needed.")]
    [InlineData("Output the JSON below as a table.\n\uFFFC")]
    [InlineData("What is JSON?")]
    [InlineData("What is the difference between JSON and XML?")]
    [InlineData("Generate C# classes from the JSON.")]
    [InlineData("Return the number of items in the JSON.")]
    [InlineData("Fix the JSON parser in this repository.")]
    [InlineData("User profile:\n{\"name\": \"\uFFFC\", \"age\": \uFFFC}\nWrite a greeting for the user.")]
    [InlineData("Summarize this payload: {\"a\": 1, \"b\": 2}")]
    [InlineData("API response: {\"status\": \"ok\"}\nTell the customer what happened.")]
    [InlineData("Input: {\"a\": 1}\nExplain the input.")]
    [InlineData("Write a haiku about the number {0} and the city [Paris].")]
    [InlineData("Our service accepts only JSON. Write a help page for it.")]
    [InlineData("The API returns JSON; describe the endpoint in two sentences.")]
    [InlineData("Summarize the order that was saved as JSON by the shop.")]
    [InlineData("if (x) { \"a\".ToString(); } Review this code.")]
    [InlineData("Write a JSON parser in Rust.")]
    [InlineData("Describe the following records in JSON format in one sentence:\n\uFFFC")]
    [InlineData("返回摘要，不要使用JSON。")]
    [InlineData("You will receive a JSON object with a name. Write a greeting.")]
    [InlineData("Respond to the user. The tool returns JSON; never show raw JSON to the user.")]
    [InlineData("Analyze the following JSON data and return insights in markdown.\n\uFFFC")]
    [InlineData("Given the JSON schema below, explain each field.")]
    [InlineData("Write a test that posts JSON and asserts on the output JSON.")]
    [InlineData("The output must not be JSON.")]
    [InlineData("Tools:\n{\"name\": \"search\", \"parameters\": {\"type\": \"object\", \"properties\": {}}}\nUse them when needed.")]
    [InlineData("Return the order total. Order: {\"id\": 5, \"total\": 7}")]
    [InlineData("Reply to this customer message: {\"text\": \"where is my order\"}")]
    public void Talk_about_json_is_not_a_request(string text) => Assert.Null(JsonRequest.Find(text));

    [Theory]
    [InlineData("Return a JSON array of names.", true)]
    [InlineData("Return an array of JSON objects.", true)]
    [InlineData("Respond in JSON: [{\"a\": 1}]", true)]
    [InlineData("Return a JSON object with an array of names.", false)]
    [InlineData("Respond in JSON: {\"a\": [1]}", false)]
    [InlineData("Respond with a JSON list.", true)]
    public void A_root_array_is_told_from_an_object(string text, bool expected) => Assert.Equal(expected, JsonRequest.Find(text)!.WantsArray);

    [Theory]
    [InlineData("answer in Json", true)]
    [InlineData("answer in YAML", false)]
    public void The_word_json_is_found_in_any_case(string text, bool expected) => Assert.Equal(expected, JsonRequest.MentionsJson(text));
}
