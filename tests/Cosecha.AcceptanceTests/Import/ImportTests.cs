using System.Text.Json.Nodes;
using Cosecha.Consent;
using Microsoft.Extensions.Options;

namespace Cosecha.AcceptanceTests.Import;

/// <summary><c>cosecha import</c> against the running app.</summary>
public sealed class ImportTests(AppFixture app) : IDisposable
{
    private readonly ImportFolder _folder = new();
    private readonly string _user = $"Ana {Ids.Next()}";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_chat_that_is_imported_twice_is_stored_once()
    {
        _folder.WriteChat(_user, pairs: 3);
        _folder.WriteConsents(_user);
        (await ImportAsync()).ShouldBe("6 entries; Posted: queued 6; Skipped: nothing");
        var rows = await RowsAsync();
        rows.Select(r => (string)r["role"]!).ShouldBe(["user", "assistant", "user", "assistant", "user", "assistant"]);
        ((string)rows[2]["content"]!).ShouldBe(ImportFolder.Question(1));
        ((DateTimeOffset)rows[2]["timestamp"]!).ShouldBe(new(2026, 1, 31, 8, 1, 0, TimeSpan.FromHours(-5)));
        ((string)rows[0]["channel"]!).ShouldBe("whatsapp");

        (await ImportAsync()).ShouldBe("6 entries; Posted: duplicate 6; Skipped: nothing");
        (await RowsAsync()).Select(r => r.ToJsonString()).ShouldBe(rows.Select(r => r.ToJsonString()));
        _folder.Files.ShouldBe(["chat.txt", "consents.csv"]);
    }

    [Fact]
    public async Task A_later_export_of_the_chat_adds_only_what_is_new()
    {
        _folder.WriteChat(_user, pairs: 2);
        _folder.WriteConsents(_user);
        await ImportAsync();
        _folder.WriteChat(_user, pairs: 3);
        // An export goes back only so far: the first question, of two lines, and its answer are no longer in it.
        File.WriteAllLines(_folder.Chat, File.ReadAllLines(_folder.Chat)[3..]);
        (await ImportAsync()).ShouldBe("4 entries; Posted: duplicate 2, queued 2; Skipped: nothing");
        (await RowsAsync()).Count.ShouldBe(6);
    }

    [Fact]
    public async Task A_user_who_is_not_in_the_list_leaves_no_trace()
    {
        var secret = Ids.Next();
        _folder.WriteChat(_user, pairs: 2);
        File.AppendAllText(_folder.Chat, $"31/01/2026, 09:00 - {_user}: la clave es {secret}\n");
        _folder.WriteConsents("593990000002");
        var (code, output, error) = await _folder.RunAsync(app.Url);
        code.ShouldBe(0);
        output.ShouldContain("Skipped: not_in_consent_list 5");
        (output + error).ShouldNotContain(_user);
        var storage = new Storage(app.ConnectionString);
        (await storage.ReadTableAsync("consents", Token)).ShouldNotContain(r => r.PartitionKey == UserKey());
        (await storage.ReadTableAsync("messages", Token)).ShouldNotContain(r => r.PartitionKey == UserKey());
        (await storage.ReadAllAsync().ToListAsync(Token)).ShouldNotContain(r => r.Text.Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_withdrawal_stands_against_an_older_list()
    {
        _folder.WriteChat(_user, pairs: 2);
        _folder.WriteConsents(_user);
        await app.Api.GrantAsync(_user, Token);
        await app.Api.WithdrawAsync(_user, Token);
        (await ImportAsync()).ShouldBe("4 entries; Posted: nothing; Skipped: consent_not_granted 4");
        (await RowsAsync()).ShouldBeEmpty();
        // The user came back and agreed to the text of today; of what was said before the withdrawal the list knows nothing.
        await app.Api.GrantAsync(_user, Token);
        (await ImportAsync()).ShouldBe("4 entries; Posted: nothing; Skipped: consent_superseded 4");
        (await RowsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_consent_to_a_text_that_there_never_was_is_refused_by_its_line()
    {
        _folder.WriteChat(_user, pairs: 1);
        File.WriteAllText(_folder.Consents, $"userId,textVersion,language,at\n{_user},1999-01,es,2026-01-01T10:00:00Z\n");
        var (code, output, error) = await _folder.RunAsync(app.Url);
        code.ShouldBe(2);
        output.ShouldContain("Skipped: consent_refused 2");
        error.ShouldContain("Line 2 of the consent list: PUT /api/consents answered 400: ");
        error.ShouldNotContain(_user);
    }

    [Fact]
    public async Task A_session_that_went_on_adds_only_what_is_new()
    {
        var sessions = Path.ChangeExtension(_folder.Chat, ".json");
        _folder.WriteConsents(_user);
        var history = Enumerable.Range(0, 6).Select(i => (i % 2 == 0 ? "user" : "assistant", ImportFolder.Question(i))).ToList();
        (await SessionAsync(sessions, history[..4], 1_769_850_000.5)).ShouldBe("Posted: queued 4");
        // The bot keeps the last messages only, and a session has a later end when it went on.
        (await SessionAsync(sessions, history[2..], 1_769_850_060.25)).ShouldBe("Posted: duplicate 2, queued 2");
        var rows = await RowsAsync("sessions");
        rows.Select(r => (string)r["content"]!).ShouldBe(history.Select(h => h.Item2));
    }

    [Fact]
    public async Task What_the_front_door_does_not_take_is_named_by_its_line()
    {
        var lines = Path.ChangeExtension(_folder.Chat, ".jsonl");
        _folder.WriteConsents(_user);
        string[] bodies = [Body("\"channel\":\"42\""), Body("\"channel\":\"web\""), "{", Body($"\"channel\":\"{new string('x', 40)}\"")];
        await File.WriteAllLinesAsync(lines, bodies, Token);
        var (code, output, error) = await CosechaCommand.RunAsync(["import", lines, "--consents", _folder.Consents, "--url", $"{app.Url}"]);
        code.ShouldBe(2);
        output.ShouldContain("Posted: invalid (channel must be 1 to 32 letters, - or _) 2, queued 1");
        output.ShouldContain("Skipped: not_json 1");
        error.ShouldBe("Line 1: channel must be 1 to 32 letters, - or _\nLine 4: channel must be 1 to 32 letters, - or _\n");
    }

    public void Dispose() => _folder.Dispose();

    private string Body(string channel) =>
        $$"""{"userId":"{{_user}}","role":"user","content":"precio de HLSO","timestamp":"2026-01-31T10:00:00Z",{{channel}}}""";

    /// <summary>What the command said, but for how fast it was.</summary>
    private async Task<string> ImportAsync()
    {
        var (code, output, error) = await _folder.RunAsync(app.Url);
        (code, error).ShouldBe((0, ""));
        var lines = output.TrimEnd().Split('\n');
        await app.Api.DrainAsync(Token);
        return $"{lines[0].Split(',')[0]}; {lines[1]}; {lines[2]}";
    }

    private async Task<string> SessionAsync(string path, IEnumerable<(string Role, string Content)> history, double end)
    {
        var messages = history.Select(h => new JsonObject { ["role"] = h.Role, ["content"] = h.Content });
        var session = new JsonObject { ["conversation_history"] = new JsonArray([.. messages]), ["last_activity"] = end };
        await File.WriteAllTextAsync(path, new JsonObject { [_user] = session }.ToJsonString(), Token);
        var (_, output, _) = await CosechaCommand.RunAsync(["import", path, "--consents", _folder.Consents, "--url", $"{app.Url}"]);
        await app.Api.DrainAsync(Token);
        return output.Split('\n')[1];
    }

    private async Task<IReadOnlyList<JsonNode>> RowsAsync(string source = "whatsapp") =>
        [.. (await app.Api.GetConversationAsync(_user, $"{source}/{_user}", Token))["messages"]!.AsArray().Select(m => m!)];

    private string UserKey()
    {
        var key = Environment.GetEnvironmentVariable("Pseudonym__Key") ?? PseudonymOptions.DevelopmentKey;
        return new Pseudonyms(Options.Create(new PseudonymOptions { Key = key })).UserKey(_user);
    }
}
