namespace Cosecha.AcceptanceTests.Import;

/// <summary>Imports that do not go through at once.</summary>
public sealed class InterruptedImportTests(AppFixture app) : IDisposable
{
    private readonly ImportFolder _folder = new();
    private readonly string _user = $"Ana {Ids.Next()}";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_interrupted_import_goes_on_where_it_was_and_everything_is_stored_once()
    {
        await using var door = await FrontDoor.StartAsync(app.Url);
        _folder.WriteChat(_user, pairs: 130);
        _folder.WriteConsents(_user);
        await InterruptAsync(door);
        _folder.Files.ShouldBe(["chat.txt", "chat.txt.cosecha-import.json", "consents.csv"]);
        var state = await File.ReadAllTextAsync($"{_folder.Chat}.cosecha-import.json", Token);
        state.ShouldContain("\"entries\":200");
        state.ShouldNotContain(_user);
        door.Batches.ShouldBe([100, 100, 60]);

        var (code, output, error) = await _folder.RunAsync(door.Url);
        (code, error).ShouldBe((0, "Going on after entry 200 of 260.\n"));
        output.ShouldContain("Posted: queued 260");
        door.Batches.ShouldBe([100, 100, 60, 60]);
        await app.Api.DrainAsync(Token);
        (await app.Api.GetConversationAsync(_user, $"whatsapp/{_user}", Token))["messages"]!.AsArray().Count.ShouldBe(260);
        _folder.Files.ShouldBe(["chat.txt", "consents.csv"]);
    }

    [Fact]
    public async Task With_another_list_of_consents_the_import_begins_anew()
    {
        await using var door = await FrontDoor.StartAsync(app.Url);
        _folder.WriteChat(_user, pairs: 130);
        _folder.WriteConsents(_user);
        await InterruptAsync(door);
        _folder.WriteConsents(_user, "593990000003");
        (await _folder.RunAsync(door.Url)).Output.ShouldContain("Posted: duplicate 200, queued 60");
    }

    [Fact]
    public async Task What_passes_is_tried_again_and_what_does_not_ends_the_import()
    {
        await using var door = await FrontDoor.StartAsync(app.Url);
        door.Before = batch => Task.FromResult<int?>(batch == 1 ? 503 : null);
        _folder.WriteChat(_user, pairs: 1);
        _folder.WriteConsents(_user);
        var (code, output, error) = await _folder.RunAsync(door.Url);
        (code, error).ShouldBe((0, "POST /api/messages answered 503. Trying again (1 of 7).\n"));
        output.ShouldContain("Posted: queued 2");

        door.Before = _ => Task.FromResult<int?>(401);
        (code, _, error) = await _folder.RunAsync(door.Url);
        (code, error).ShouldBe((1, "POST /api/messages answered 401.\n"));
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Ends the import while its third batch is on its way.</summary>
    private async Task InterruptAsync(FrontDoor door)
    {
        var (arrived, ended) = (new TaskCompletionSource(), new TaskCompletionSource());
        door.Before = async batch =>
        {
            if (batch == 3)
            {
                arrived.SetResult();
                await ended.Task;
                return 503;
            }

            return null;
        };
        await using (
            var import = ChildProcess.Start("dotnet", CosechaCommand.Arguments(_folder.Command(door.Url)), AppContext.BaseDirectory)
        )
        {
            await arrived.Task.WaitAsync(Token);
            await import.TerminateAsync(Token);
            import.ExitCode.ShouldBe(130);
            import.Lines.ShouldContain("Interrupted. The same command goes on from here.");
        }

        ended.SetResult();
    }
}
