// The makers of Microsoft.Agents.AI.OpenAI 1.x. For ResponsesClient the first optional string is the model.

#pragma warning disable OPENAI001 // The adapted client is a preview.

using System;
using System.Collections.Generic;
using System.Reflection;
using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

[assembly: AssemblyVersion("1.0.0.0")]

namespace OpenAI.Chat
{
    public static class OpenAIChatClientExtensions
    {
        public static ChatClientAgent AsAIAgent(
            this ChatClient client, string? instructions = null, string? name = null, string? description = null, IList<AITool>? tools = null, Func<IChatClient, IChatClient>? clientFactory = null, ILoggerFactory? loggerFactory = null, IServiceProvider? services = null) => throw null!;

        public static ChatClientAgent AsAIAgent(
            this ChatClient client, ChatClientAgentOptions options, Func<IChatClient, IChatClient>? clientFactory = null, ILoggerFactory? loggerFactory = null, IServiceProvider? services = null) => throw null!;
    }
}

namespace OpenAI.Responses
{
    public static class OpenAIResponseClientExtensions
    {
        public static ChatClientAgent AsAIAgent(
            this ResponsesClient client, string? model = null, string? instructions = null, string? name = null, string? description = null, IList<AITool>? tools = null, Func<IChatClient, IChatClient>? clientFactory = null, ILoggerFactory? loggerFactory = null, IServiceProvider? services = null) => throw null!;

        public static ChatClientAgent AsAIAgent(
            this ResponsesClient client, ChatClientAgentOptions options, string? model = null, Func<IChatClient, IChatClient>? clientFactory = null, ILoggerFactory? loggerFactory = null, IServiceProvider? services = null) => throw null!;
    }
}
