using System.Threading.Tasks;
using LlmAnalyzers.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace LlmAnalyzers.Tests.CodeFixes;

/// <summary>Messages are written as the file is: its language version, tabs, line ends.</summary>
public class MessageFileStyleTests
{
    [Fact]
    public Task A_role_in_CSharp_10()
        => Fix.FileAsync<MoveRoleToSystemMessage>(
            """
            using System.Collections.Generic;
            using System.Threading.Tasks;
            using Microsoft.Extensions.AI;

            namespace App
            {
                internal class Shop
                {
                    private readonly IChatClient _client;

                    internal Shop(IChatClient client)
                    {
                        _client = client;
                    }

                    internal async Task<string> Answer(string text)
                    {
                        var response = await _client.[|GetResponseAsync|]("You are a friendly shop assistant. Answer this: " + text);
                        return response.Text;
                    }

                    internal async Task<string> Thank(string text)
                    {
                        var response = await _client.[|GetResponseAsync|](
                            $@"You are a friendly shop assistant.
            Never promise a discount.
            Answer this: {text}");
                        return response.Text;
                    }

                    internal async Task<string> Sell(string text)
                    {
                        var messages = new[] { new ChatMessage(ChatRole.User, "You are a friendly shop assistant. Sell this: " + text) };
                        return (await _client.[|GetResponseAsync|](messages)).Text;
                    }
                }
            }
            """,
            """
            using System.Collections.Generic;
            using System.Threading.Tasks;
            using Microsoft.Extensions.AI;

            namespace App
            {
                internal class Shop
                {
                    private readonly IChatClient _client;

                    internal Shop(IChatClient client)
                    {
                        _client = client;
                    }

                    internal async Task<string> Answer(string text)
                    {
                        var response = await _client.GetResponseAsync(new ChatMessage[]
                        {
                            new ChatMessage(ChatRole.System, "You are a friendly shop assistant."),
                            new ChatMessage(ChatRole.User, "Answer this: " + text),
                        });
                        return response.Text;
                    }

                    internal async Task<string> Thank(string text)
                    {
                        var response = await _client.GetResponseAsync(
                            new ChatMessage[]
                            {
                                new ChatMessage(ChatRole.System, @"You are a friendly shop assistant.
            Never promise a discount."),
                                new ChatMessage(ChatRole.User, $@"Answer this: {text}"),
                            });
                        return response.Text;
                    }

                    internal async Task<string> Sell(string text)
                    {
                        var messages = new[]
                        {
                            new ChatMessage(ChatRole.System, "You are a friendly shop assistant."),
                            new ChatMessage(ChatRole.User, "Sell this: " + text),
                        };
                        return (await _client.GetResponseAsync(messages)).Text;
                    }
                }
            }
            """,
            LanguageVersion.CSharp10);

    [Fact]
    public Task A_role_with_tabs_and_carriage_returns()
        => Fix.TabbedFileAsync<MoveRoleToSystemMessage>(
            """
            using System.Collections.Generic;
            using System.Threading.Tasks;
            using Microsoft.Extensions.AI;

            namespace App
            {
            →internal class Shop
            →{
            →→private readonly IChatClient _client;

            →→internal Shop(IChatClient client)
            →→{
            →→→_client = client;
            →→}

            →→internal async Task<string> Answer(string text)
            →→{
            →→→var response = await _client.[|GetResponseAsync|]("You are a friendly shop assistant. Answer this: " + text);
            →→→return response.Text;
            →→}

            →→internal async Task<string> Thank(string text)
            →→{
            →→→var response = await _client.[|GetResponseAsync|](
            →→→→$@"You are a friendly shop assistant.
            Never promise a discount.
            Answer this: {text}");
            →→→return response.Text;
            →→}

            →→internal async Task<string> Sell(string text)
            →→{
            →→→var messages = new[] { new ChatMessage(ChatRole.User, "You are a friendly shop assistant. Sell this: " + text) };
            →→→return (await _client.[|GetResponseAsync|](messages)).Text;
            →→}
            →}
            }
            """,
            """"
            using System.Collections.Generic;
            using System.Threading.Tasks;
            using Microsoft.Extensions.AI;

            namespace App
            {
            →internal class Shop
            →{
            →→private readonly IChatClient _client;

            →→internal Shop(IChatClient client)
            →→{
            →→→_client = client;
            →→}

            →→internal async Task<string> Answer(string text)
            →→{
            →→→var response = await _client.GetResponseAsync([
            →→→→new ChatMessage(ChatRole.System, "You are a friendly shop assistant."),
            →→→→new ChatMessage(ChatRole.User, "Answer this: " + text),
            →→→]);
            →→→return response.Text;
            →→}

            →→internal async Task<string> Thank(string text)
            →→{
            →→→var response = await _client.GetResponseAsync(
            →→→→[
            →→→→→new ChatMessage(ChatRole.System,
            →→→→→→"""
            →→→→→→You are a friendly shop assistant.
            →→→→→→Never promise a discount.
            →→→→→→"""),
            →→→→→new ChatMessage(ChatRole.User, $@"Answer this: {text}"),
            →→→→]);
            →→→return response.Text;
            →→}

            →→internal async Task<string> Sell(string text)
            →→{
            →→→var messages = new[]
            →→→{
            →→→→new ChatMessage(ChatRole.System, "You are a friendly shop assistant."),
            →→→→new ChatMessage(ChatRole.User, "Sell this: " + text),
            →→→};
            →→→return (await _client.GetResponseAsync(messages)).Text;
            →→}
            →}
            }
            """");
}
