namespace Cosecha.AcceptanceTests.Hosting;

public sealed class PublishTests
{
    [Fact]
    public async Task Publishing_the_facade_flavour_is_refused_with_the_way_out()
    {
        var project = Path.Combine(Repository.Root, "src", "Cosecha.Functions");
        await using var publish = ChildProcess.Start(
            "dotnet",
            ["publish", project, "--no-restore", "--no-build", "-p:WorkerPackages=false", "--configuration", "Debug"],
            Repository.Root
        );
        await publish.WaitForExitAsync(TestContext.Current.CancellationToken);
        publish.ExitCode.ShouldBe(1);
        string.Join('\n', publish.Lines).ShouldContain("Publish with -p:WorkerPackages=true");
    }
}
