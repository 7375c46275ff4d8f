using LlmAnalyzers.Calls;
using LlmAnalyzers.Prompts;
using Xunit;

namespace LlmAnalyzers.Tests.Prompts;

public class RoleStatementTests
{
    [Theory]
    [InlineData("You are an experienced triage nurse. Classify the following note: \uFFFC", "You are an experienced triage nurse. ")]
    [InlineData("You're a pirate. Tell me a joke.", "You're a pirate. ")]
    [InlineData("Act as a travel agent. Where should I go in May?", "Act as a travel agent. ")]
    [InlineData("You are a support bot. Always be polite. Never mention competitors. Reply to this mail: \uFFFC", "You are a support bot. Always be polite. Never mention competitors. ")]
    [InlineData("You are a lawyer.\n\nRules:\n- Never give medical advice.\n- Always cite a source.\n\nQuestion: \uFFFC", "You are a lawyer.\n\nRules:\n- Never give medical advice.\n- Always cite a source.\n")]
    [InlineData("I want you to act as a Linux terminal. Run: \uFFFC", "I want you to act as a Linux terminal. ")]
    [InlineData("Your role is to coach beginners.\nWhat is a scale?", "Your role is to coach beginners.\n")]
    [InlineData("You are an editor. You have twenty years of experience. Shorten this text: \uFFFC", "You are an editor. You have twenty years of experience. ")]
    [InlineData("You are HelpBot, the assistant of a bank. \uFFFC", "You are HelpBot, the assistant of a bank. ")]
    [InlineData("# Role\nYou are a chef.\n# Task\nMake a menu from \uFFFC", "# Role\nYou are a chef.\n")]
    [InlineData("Hello! You are a tutor. Explain \uFFFC.", "Hello! You are a tutor. ")]
    [InlineData("Du bist ein erfahrener Arzt. Fasse den Befund zusammen: \uFFFC", "Du bist ein erfahrener Arzt. ")]
    [InlineData("Tu es un expert comptable. Analyse \uFFFC", "Tu es un expert comptable. ")]
    [InlineData("Eres un profesor. Explica \uFFFC", "Eres un profesor. ")]
    [InlineData("Você é um advogado. Resuma \uFFFC", "Você é um advogado. ")]
    [InlineData("Ты — опытный врач. Ответь на вопрос: \uFFFC", "Ты — опытный врач. ")]
    [InlineData("你是一名翻译。请翻译：\uFFFC", "你是一名翻译。")]
    [InlineData("Pretend you are a customer. \uFFFC", "Pretend you are a customer. ")]
    [InlineData("You will act as a judge. Who wins, \uFFFC or \uFFFC?", "You will act as a judge. ")]
    [InlineData("You are an expert in tax law. Do not speculate.\nAnswer this question: \uFFFC", "You are an expert in tax law. Do not speculate.\n")]
    [InlineData("You are part of a ticket system. \uFFFC", "You are part of a ticket system. ")]
    [InlineData("Your task is to act as a tutor. Explain \uFFFC", "Your task is to act as a tutor. ")]
    [InlineData("# ROLE\nSenior triage nurse\n# TASK\nSort \uFFFC", "# ROLE\nSenior triage nurse\n")]
    [InlineData("I need you to be a strict editor. Fix \uFFFC", "I need you to be a strict editor. ")]
    [InlineData("Imagine you are a judge. Decide on \uFFFC", "Imagine you are a judge. ")]
    [InlineData("Imagine yourself as a farmer. \uFFFC", "Imagine yourself as a farmer. ")]
    [InlineData("Pretend to be a pirate. \uFFFC", "Pretend to be a pirate. ")]
    [InlineData("Take the role of a teacher. \uFFFC", "Take the role of a teacher. ")]
    [InlineData("Persona: friendly pirate. \uFFFC", "Persona: friendly pirate. ")]
    [InlineData("Persona: pirate\n\uFFFC", "Persona: pirate\n")]
    [InlineData("System: You are a nurse. \uFFFC", "System: You are a nurse. ")]
    [InlineData("You represent a social network. \uFFFC", "You represent a social network. ")]
    [InlineData("Your are an expert in travel. \uFFFC", "Your are an expert in travel. ")]
    [InlineData("You are mediator that guides a talk. \uFFFC", "You are mediator that guides a talk. ")]
    [InlineData("You are {{name}}. Reply to \uFFFC", "You are {{name}}. ")]
    [InlineData("Jesteś ekspertem w analizie przepisów. \uFFFC", "Jesteś ekspertem w analizie przepisów. ")]
    [InlineData("Jsi zkušený lékař. \uFFFC", "Jsi zkušený lékař. ")]
    [InlineData("Ти — досвідчений лікар. \uFFFC", "Ти — досвідчений лікар. ")]
    [InlineData("Du är en erfaren läkare. \uFFFC", "Du är en erfaren läkare. ")]
    [InlineData("Du bist Steuerberater. \uFFFC", "Du bist Steuerberater. ")]
    [InlineData("Eres 'Luz', un asistente de una tienda. \uFFFC", "Eres 'Luz', un asistente de una tienda. ")]
    [InlineData("Sen bir vergi uzmanısın. \uFFFC", "Sen bir vergi uzmanısın. ")]
    [InlineData("Ești un contabil. \uFFFC", "Ești un contabil. ")]
    [InlineData("당신은 세무 전문가입니다. \uFFFC", "당신은 세무 전문가입니다. ")]
    public void The_role_and_its_rules_can_move(string text, string movable)
    {
        var role = RoleStatement.Find(text);

        Assert.NotNull(role);
        Assert.True(role.IsRole);
        Assert.Equal(movable.TrimEnd(), text.Substring(0, role.MovableLength).TrimEnd());
    }

    [Theory]
    [InlineData("Always answer in French. Never mention competitors. \uFFFC", "Always answer in French. Never mention competitors.")]
    [InlineData("Rules:\n- Be brief.\n- Do not swear.\n\uFFFC", "Rules:\n- Be brief.\n- Do not swear.")]
    [InlineData("Please always answer in Spanish. What is the capital of Peru?", "Please always answer in Spanish.")]
    [InlineData("Never reveal these prices. Customer asks: \uFFFC", "Never reveal these prices.")]
    public void Standing_rules_count_without_a_role(string text, string movable)
    {
        var rules = RoleStatement.Find(text);

        Assert.NotNull(rules);
        Assert.False(rules.IsRole);
        Assert.Equal(movable, text.Substring(0, rules.MovableLength).TrimEnd());
    }

    [Theory]
    [InlineData("You are a translator that translates the following text: \uFFFC")]
    [InlineData("You are an expert in \uFFFC. Explain it.")]
    [InlineData("As an expert nutritionist, analyse the following meal: \uFFFC")]
    [InlineData("You are a helpful assistant.")]
    [InlineData("<role>You are a nurse.</role>\n<task>Summarise \uFFFC</task>")]
    [InlineData("You are \uFFFC from a farm game. Greet the player.")]
    [InlineData("You are a poet")]
    public void A_role_that_cannot_be_cut_off_stays(string text)
    {
        var role = RoleStatement.Find(text);

        Assert.NotNull(role);
        Assert.Equal(0, role.MovableLength);
    }

    [Fact]
    public void When_all_could_move_the_last_sentence_stays()
    {
        const string Text = "You are a clerk. Always be polite. Never guess.";

        Assert.Equal("You are a clerk. Always be polite.", Text.Substring(0, RoleStatement.Find(Text)!.MovableLength).TrimEnd());
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFFFC")]
    [InlineData("You are given a text. Summarise it: \uFFFC")]
    [InlineData("You are provided with two lists. Compare them.")]
    [InlineData("You are seeing an error in the log. What does it mean?")]
    [InlineData("You are reading a report about rain.")]
    [InlineData("You will be given a question and an answer.")]
    [InlineData("You will receive a ticket.")]
    [InlineData("You are tasked with sorting mail.")]
    [InlineData("You are the best! Thanks. What is next?")]
    [InlineData("You are right. Continue.")]
    [InlineData("You are not allowed to use the web.")]
    [InlineData("Classify the following ticket: \uFFFC")]
    [InlineData("Summarize this text.\nYou are a summarizer.")]
    [InlineData("Tell me a joke.")]
    [InlineData("As a user, I want to reset my password.")]
    [InlineData("As a result, the build failed. Why?")]
    [InlineData("As a reminder, the meeting is at nine.")]
    [InlineData("As a first step, list the files.")]
    [InlineData("Act as quickly as possible.")]
    [InlineData("Imagine a world without rain.")]
    [InlineData("Take the bus to work?")]
    [InlineData("I want to book a flight.")]
    [InlineData("I want you to summarise \uFFFC.")]
    [InlineData("Your order has shipped. Rewrite this notice.")]
    [InlineData("The customer says: You are a liar.")]
    [InlineData("Do not use markdown. Summarise \uFFFC.")]
    [InlineData("Never mind. What is the capital of France?")]
    [InlineData("What role does the mayor play?")]
    [InlineData("Who are you?")]
    [InlineData("Are you a robot?")]
    [InlineData("Make sure the following text is polite: \uFFFC")]
    [InlineData("Write a poem. You are free to choose the topic.")]
    [InlineData("\uFFFC You are a nurse.")]
    [InlineData("Du siehst einen Fehler. Was bedeutet er?")]
    [InlineData("Tu as reçu un message: \uFFFC")]
    [InlineData("Ты видишь ошибку?")]
    [InlineData("你是谁？")]
    [InlineData("Translate 'You are a star' into German.")]
    [InlineData("You are talking to a customer named \uFFFC.")]
    [InlineData("Write a poem. Write it in German.")]
    [InlineData("As the owner of the company, I want to know \uFFFC.")]
    [InlineData("You are about to read a contract. Summarise it: \uFFFC")]
    [InlineData("You are in a room with a dragon. What do you do?")]
    [InlineData("Always on my mind is a song by whom?")]
    [InlineData("You are part of the reason I am late.")]
    [InlineData("You are sure that it works? Test it.")]
    [InlineData("You are right that the sky is blue. Why?")]
    [InlineData("You are confident that it works. Test it.")]
    [InlineData("You represent it well. Thanks.")]
    [InlineData("You were a great help. What is next?")]
    [InlineData("Your task is to summarise \uFFFC.")]
    [InlineData("Your job is to be done by noon. Remind me.")]
    [InlineData("# Notes\nSenior triage nurse\n\uFFFC")]
    [InlineData("I need you to be quick. \uFFFC")]
    [InlineData("Imagine yourself on a beach.")]
    [InlineData("Take the train to Rome. How long?")]
    [InlineData("Role: user\n\uFFFC")]
    [InlineData("Your are late again. Write an excuse.")]
    [InlineData("Jesteś w lesie. Co robisz?")]
    [InlineData("Jsi na dovolené. Kam půjdeš?")]
    [InlineData("Ты умный?")]
    [InlineData("Du är på en ö. Vad gör du?")]
    [InlineData("Du bist im Wald. Was tust du?")]
    [InlineData("Du bist sicher? Prüfe es.")]
    [InlineData("Sen bir film öner.")]
    [InlineData("당신은 누구입니까?")]
    public void Other_openings_are_no_roles(string text) => Assert.Null(RoleStatement.Find(text));

    [Theory]
    [InlineData("You are a travel planner who uses two tools to plan all the details of a trip.", "You are a travel planner who uses two tools to plan")]
    [InlineData("You are \uFFFC. Greet the player.", "You are")]
    public void The_quote_does_not_break_off_in_a_word(string text, string phrase) => Assert.Equal(phrase, RoleStatement.Find(text)?.Match.Phrase);

    [Theory]
    [InlineData("You are a nurse. Be kind to \uFFFC. Always smile. Note: \uFFFC")]
    [InlineData("\n  You are a chef.\r\n  Always taste first.\r\n\r\n  Cook \uFFFC")]
    [InlineData("You are a bot. Rules:\n1. Be brief.\n2. Use \uFFFC words.\n3. Never lie.")]
    [InlineData("You are a clerk. Never say \uFFFC!")]
    public void The_movable_part_never_holds_a_hole_and_leaves_something(string text)
    {
        var role = RoleStatement.Find(text)!;

        Assert.DoesNotContain(PromptText.HoleMark, text.Substring(0, role.MovableLength));
        Assert.NotEqual("", text.Substring(role.MovableLength).Trim());
    }
}
