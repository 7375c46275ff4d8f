// The makers of Microsoft.Agents.AI.Anthropic 1.x. The first string is the model.

using System;
using System.Collections.Generic;
using System.Reflection;
using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

[assembly: AssemblyVersion("1.0.0.0")]

namespace Anthropic
{
    public static class AnthropicClientExtensions
    {
        public static int DefaultMaxTokens { get; set; }

        public static ChatClientAgent AsAIAgent(
            this IAnthropicClient client, string model, string? instructions = null, string? name = null, string? description = null, IList<AITool>? tools = null, int? defaultMaxTokens = null, Func<IChatClient, IChatClient>? clientFactory = null, ILoggerFactory? loggerFactory = null, IServiceProvider? services = null) => throw null!;

        public static ChatClientAgent AsAIAgent(
            this IAnthropicClient client, ChatClientAgentOptions options, Func<IChatClient, IChatClient>? clientFactory = null, ILoggerFactory? loggerFactory = null, IServiceProvider? services = null) => throw null!;
    }
}
