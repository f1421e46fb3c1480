using System.CommandLine;
using Cosecha.Cli.Client;
using Cosecha.Cli.Demo;

namespace Cosecha.Cli;

/// <summary><c>cosecha demo</c>: plays conversations against a running Cosecha as a bot would, exports, and prints what became of them.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var url = new Option<Uri>("--url")
        {
            Description = "Where Cosecha runs.",
            DefaultValueFactory = _ => new Uri("http://localhost:7071"),
            CustomParser = result =>
            {
                if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
                {
                    return address;
                }

                result.AddError("--url must be an http or https address.");
                return null;
            },
        };
        var key = new Option<string>("--key") { Description = "Its host or function key, in Azure.", DefaultValueFactory = _ => "" };
        var file = new Option<string>("--file")
        {
            Description = "Conversations, one JSON object a line.",
            DefaultValueFactory = _ => "samples/conversations.jsonl",
        };
        var command = new Command("demo", "Send sample conversations to a running Cosecha and show the data set that comes of them.")
        {
            url,
            key,
            file,
        };
        command.SetAction(
            (parsed, cancellationToken) => RunAsync(parsed.GetValue(url)!, parsed.GetValue(key)!, parsed.GetValue(file)!, cancellationToken)
        );
        return command;
    }

    private static async Task<int> RunAsync(Uri url, string key, string file, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = url };
        if (key.Length > 0)
        {
            http.DefaultRequestHeaders.Add("x-functions-key", key);
        }

        var conversations = await ConversationFile.ReadAsync(file, cancellationToken);
        await new DemoRun(new CosechaClient(http), Console.Out).RunAsync(conversations, cancellationToken);
        return 0;
    }
}
