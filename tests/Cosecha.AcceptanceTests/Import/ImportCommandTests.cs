namespace Cosecha.AcceptanceTests.Import;

/// <summary>What <c>cosecha import</c> says before it calls anybody.</summary>
public sealed class ImportCommandTests
{
    private static readonly string s_samples = Path.Combine(Repository.Root, "samples");
    private static readonly string s_chat = Path.Combine(s_samples, "chat-android.txt");
    private static readonly string[] s_consents = ["--consents", Path.Combine(s_samples, "consents.csv")];

    [Fact]
    public async Task A_dry_run_of_the_sample_says_what_would_be_posted()
    {
        var (code, output, error) = await CosechaCommand.RunAsync([
            "import",
            s_chat,
            .. s_consents,
            "--assistant",
            "mar azul ventas",
            "--dry-run",
            "--url",
            "http://127.0.0.1:9",
        ]);
        (code, error).ShouldBe((0, ""));
        output.ShouldBe("11 entries: to_post 8\nSkipped: deleted 1, media 1, system 1\n");
    }

    [Fact]
    public async Task Wrong_arguments_are_told_in_a_sentence()
    {
        (await ErrorAsync([s_chat, .. s_consents])).ShouldBe("A chat needs --assistant: the sender that is the business.");
        (await ErrorAsync([s_chat, .. s_consents, "--assistant", "Otra Empresa"])).ShouldBe(
            "The chat has 2 senders, and none is called as --assistant says."
        );
        (await ErrorAsync([Path.Combine(s_samples, "conversations.jsonl"), .. s_consents, "--date-order", "dmy"])).ShouldBe(
            "--date-order is for WhatsApp chats; this is jsonl."
        );
        (await ErrorAsync([Path.Combine(Repository.Root, "LICENSE"), .. s_consents])).ShouldBe(
            "The file's name does not tell what it is: say --format whatsapp, sessions, jsonl."
        );
        (await ErrorAsync([s_chat])).ShouldContain("--consents");
        (await ErrorAsync([s_chat, .. s_consents, "--time-zone", "Guayaquil"])).ShouldContain(
            "--time-zone must be the name of a time zone"
        );
    }

    private static async Task<string> ErrorAsync(IEnumerable<string> arguments)
    {
        var (code, _, error) = await CosechaCommand.RunAsync(["import", .. arguments]);
        code.ShouldBe(1);
        return error.TrimEnd();
    }
}
