using System.Text;
using Cosecha.Anonymization;
using Cosecha.Datasets;
using Cosecha.Datasets.Checks;
using Cosecha.Functions;
using Cosecha.Labeling;
using Cosecha.Messages;
using Cosecha.Quality;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Cosecha.AcceptanceTests.Plain;

/// <summary>What the flow has to come to, computed in a loop over the file: no queues, no storage, no redelivery.</summary>
internal static class PlainFlow
{
    /// <summary>The lines of the prompt/completion files.</summary>
    public static async Task<IReadOnlyList<string>> ExamplesOfAsync(IEnumerable<Conversation> conversations)
    {
        var builder = new HostApplicationBuilder();
        builder.Configuration["Pseudonym:Key"] = Consent.PseudonymOptions.DevelopmentKey;
        builder.Configuration[Azure.StorageAccount.Setting] = "UseDevelopmentStorage=true"; // never called: the stages run without it
        builder.AddCosecha();
        using var services = builder.Services.BuildServiceProvider();
        var windows = new WindowBuilder("", 1, 1, TokenCounter.Of(TokenEncoding.O200kBase));
        var examples = new List<string>();
        foreach (var conversation in conversations)
        {
            var stored = await Task.WhenAll(conversation.Messages.Select(m => StoreAsync(services, conversation, m)));
            var pairs = PairFinder.Find(stored).Where(p => p.Excluded is null);
            examples.AddRange(pairs.Select(p => Encoding.UTF8.GetString(ExampleFormat.Completion.Line(Example.Of(stored, p, windows))!)));
        }

        return examples;
    }

    private static async Task<StoredMessage> StoreAsync(ServiceProvider services, Conversation conversation, Turn turn)
    {
        var role = turn.Role == "user" ? Role.User : Role.Assistant;
        var header = new MessageHeader("", conversation.ConversationId, turn.MessageId, role, turn.Timestamp, "whatsapp", 1);
        var anonymized = services.GetRequiredService<Anonymizer>().Anonymize(turn.Content);
        var message = new AnonymizedMessage(header, anonymized.Text, anonymized.Redactions);
        var labeled = await services.GetRequiredService<LabelStage>().RunAsync([message], TestContext.Current.CancellationToken);
        return services.GetRequiredService<ValidateStage>().Decide(labeled[0]);
    }
}
