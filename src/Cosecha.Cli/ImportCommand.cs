using System.CommandLine;
using System.Security.Cryptography;
using Cosecha.Cli.Client;
using Cosecha.Cli.Import;
using Cosecha.Importing;
using Cosecha.Importing.WhatsApp;

namespace Cosecha.Cli;

/// <summary><c>cosecha import</c>: brings in what was said before there was Cosecha, of users whose consent the operator can show.</summary>
internal sealed class ImportCommand
{
    private readonly ServiceOptions _service = new();
    private readonly Argument<string> _file = new("file") { Description = "The history." };
    private readonly Option<string> _consents = new("--consents")
    {
        Description =
            "Who consented: CSV (or .jsonl) with userId, textVersion, language, at, and if known channel, evidenceMessageId, purposes.",
        Required = true,
    };

    private readonly Option<string?> _format = new("--format") { Description = "What the file is; by default what its name says." };
    private readonly Option<string?> _assistant = new("--assistant") { Description = "whatsapp: the sender that is the business." };
    private readonly Option<string?> _user = new("--user") { Description = "whatsapp: the id of the chat's one user, as the bot has it." };
    private readonly Option<string?> _conversation = new("--conversation")
    {
        Description = "The conversation of messages that name none; by default one of each user.",
    };

    private readonly Option<TimeZoneInfo> _zone = new("--time-zone")
    {
        Description = "whatsapp: the time zone of the phone, such as America/Guayaquil; by default this machine's.",
        DefaultValueFactory = _ => TimeZoneInfo.Local,
        CustomParser = result =>
        {
            if (TimeZoneInfo.TryFindSystemTimeZoneById(result.Tokens[0].Value, out var zone))
            {
                return zone;
            }

            result.AddError("--time-zone must be the name of a time zone, such as America/Guayaquil.");
            return null;
        },
    };

    private readonly Option<DateOrder?> _order = new("--date-order")
    {
        Description = "whatsapp: dmy, mdy or ymd, where the file does not tell.",
        HelpName = "dmy|mdy|ymd",
    };

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Only say what would be posted." };

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var import = new ImportCommand();
        import._format.AcceptOnlyFromAmong(ImportFormats.All);
        var command = new Command("import", "Import an exported WhatsApp chat, a bot's sessions.json or JSON lines.")
        {
            import._file,
            import._consents,
            import._format,
            import._assistant,
            import._user,
            import._conversation,
            import._zone,
            import._order,
            import._dryRun,
            import._service.Url,
            import._service.Key,
        };
        command.SetAction(import.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var request = await ReadRequestAsync(parsed, cancellationToken);
        using var http = _service.Connect(parsed);
        var run = new ImportRun(request, new CosechaClient(http), Console.Out, Console.Error);
        return await (parsed.GetValue(_dryRun) ? run.TryAsync(cancellationToken) : run.RunAsync(cancellationToken));
    }

    private async Task<ImportRequest> ReadRequestAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var (file, list) = (parsed.GetValue(_file)!, parsed.GetValue(_consents)!);
        var format =
            parsed.GetValue(_format)
            ?? ImportFormats.Of(file)
            ?? throw new InvalidDataException(
                $"The file's name does not tell what it is: say --format {string.Join(", ", ImportFormats.All)}."
            );
        using var text = new StreamReader(list);
        var consents = await ConsentList.ReadAsync(text, ImportFormats.Of(list) is ImportFormats.JsonLines, cancellationToken);
        var conversation = parsed.GetValue(_conversation);
        var hash = Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(list, cancellationToken)));
        string?[] how = [format, hash, conversation, $"{parsed.GetValue(_service.Url)}"];
        return new(file, format, Reader(parsed, format, new HistorySource(file)), consents, conversation, [.. how.Select(h => h ?? "")]);
    }

    private IHistoryReader Reader(ParseResult parsed, string format, HistorySource source)
    {
        if (format == ImportFormats.WhatsApp)
        {
            var assistant =
                parsed.GetValue(_assistant) ?? throw new InvalidDataException("A chat needs --assistant: the sender that is the business.");
            var options = new WhatsAppOptions(assistant, parsed.GetValue(_zone)!, parsed.GetValue(_order), parsed.GetValue(_user));
            return new WhatsAppReader(source.Open, options, TimeProvider.System);
        }

        Option[] chat = [_assistant, _user, _zone, _order];
        var given = chat.FirstOrDefault(o => parsed.GetResult(o) is { Implicit: false });
        return given is not null ? throw new InvalidDataException($"{given.Name} is for WhatsApp chats; this is {format}.")
            : format == ImportFormats.Sessions ? new SessionsReader(source.Open)
            : new JsonLinesReader(source.Open);
    }
}
