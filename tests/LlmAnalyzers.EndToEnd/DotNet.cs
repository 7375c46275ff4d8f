using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Xunit.Sdk;

namespace LlmAnalyzers.EndToEnd;

/// <summary>Runs the <c>dotnet</c> command as a user would, with a time limit, and leaves no build server behind.</summary>
internal static class DotNet
{
    /// <summary>A single command of these tests takes seconds; a slow machine may need a multiple of that.</summary>
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(4);

    /// <summary>Runs the command and returns what it printed, whatever its exit code.</summary>
    public static async Task<CommandResult> RunAsync(string workingFolder, params string[] arguments)
    {
        using var process = new Process { StartInfo = StartInfo(workingFolder, arguments) };
        var output = new StringBuilder();
        process.OutputDataReceived += Collect;
        process.ErrorDataReceived += Collect;

        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        using var limit = new CancellationTokenSource(TimeLimit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new XunitException($"Not finished after {TimeLimit.TotalMinutes} minutes: {Describe(arguments, Text())}");
        }

        return new CommandResult(process.ExitCode, Text(), string.Join(' ', arguments));

        void Collect(object sender, DataReceivedEventArgs line)
        {
            if (line.Data is not null)
            {
                lock (output)
                {
                    output.AppendLine(line.Data);
                }
            }
        }

        string Text()
        {
            lock (output)
            {
                return output.ToString();
            }
        }
    }

    public static string Describe(IEnumerable<string> arguments, string output) =>
        $"dotnet {string.Join(' ', arguments)}{Environment.NewLine}{output}";

    private static ProcessStartInfo StartInfo(string workingFolder, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = workingFolder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // A test run started by MSBuild hands its own settings down; a user's command line has none of them.
        foreach (string name in start.Environment.Keys.Where(k => k.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        // No test sends anything to a service, even where the developer has a key.
        start.Environment.Remove("OPENAI_API_KEY");

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["MSBUILDTERMINALLOGGER"] = "off";
        return start;
    }
}

/// <summary>How a command ended.</summary>
internal sealed record CommandResult(int ExitCode, string Output, string Arguments)
{
    /// <summary>Fails the test, with everything the command printed, unless it ended as expected.</summary>
    public CommandResult Expect(bool success)
    {
        if (ExitCode == 0 != success)
        {
            throw new XunitException(
                $"Expected {(success ? "success" : "failure")}, exit code {ExitCode}: {DotNet.Describe([Arguments], Output)}");
        }

        return this;
    }
}
