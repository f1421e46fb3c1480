using System.CommandLine;
using Cosecha.Cli.Client;
using Cosecha.Cli.Demo;

namespace Cosecha.Cli;

/// <summary><c>cosecha demo</c>: plays conversations against a running Cosecha as a bot would, exports, and prints what became of them.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var service = new ServiceOptions();
        var file = new Option<string>("--file")
        {
            Description = "Conversations, one JSON object a line.",
            DefaultValueFactory = _ => "samples/conversations.jsonl",
        };
        var command = new Command("demo", "Send sample conversations to a running Cosecha and show the data set that comes of them.")
        {
            service.Url,
            service.Key,
            file,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                using var http = service.Connect(parsed);
                return await RunAsync(http, parsed.GetValue(file)!, cancellationToken);
            }
        );
        return command;
    }

    private static async Task<int> RunAsync(HttpClient http, string file, CancellationToken cancellationToken)
    {
        var conversations = await ConversationFile.ReadAsync(file, cancellationToken);
        await new DemoRun(new CosechaClient(http), Console.Out).RunAsync(conversations, cancellationToken);
        return 0;
    }
}
