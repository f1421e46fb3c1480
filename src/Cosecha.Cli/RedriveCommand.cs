using System.CommandLine;
using Cosecha.Audit;
using Cosecha.Azure;
using Cosecha.Azure.Queues;
using Cosecha.Azure.Tables;
using Cosecha.Retention;
using Microsoft.Extensions.Configuration;

namespace Cosecha.Cli;

/// <summary><c>cosecha redrive</c>: takes messages that failed for good back into their queue.</summary>
internal static class RedriveCommand
{
    public static Command Create()
    {
        var queue = new Argument<string>("queue") { Description = "The queue whose poison messages go back into it." };
        queue.AcceptOnlyFromAmong([.. StorageNames.Queues]);
        var storage = new Option<string?>("--storage")
        {
            Description = "Connection string of the storage account. Default: AzureWebJobsStorage from the environment, else Azurite.",
        };
        var command = new Command("redrive", "Move the messages of a poison queue back, once the cause is mended.") { queue, storage };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(queue)!, parsed.GetValue(storage), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string queue, string? storage, CancellationToken cancellationToken)
    {
        var account = new StorageAccount(
            new ConfigurationBuilder()
                .AddInMemoryCollection([new(StorageAccount.Setting, "UseDevelopmentStorage=true")])
                .AddEnvironmentVariables()
                .AddInMemoryCollection(storage is null ? [] : [new(StorageAccount.Setting, storage)])
                .Build()
        );
        var retention = new EnvironmentSettings().Read<RetentionOptions>(RetentionOptions.Section);
        var moved = await new PoisonQueue(account, retention).RedriveAsync(queue, cancellationToken);
        var entry = new AuditEntry(TimeProvider.System.GetUtcNow(), Actors.Cli, AuditAction.Redrive, queue, AuditOutcome.Moved);
        await new AuditLog(account).RecordAsync(entry, CancellationToken.None);
        Console.WriteLine($"{moved} messages moved from {queue}{StorageNames.PoisonSuffix} to {queue}.");
        return 0;
    }
}
