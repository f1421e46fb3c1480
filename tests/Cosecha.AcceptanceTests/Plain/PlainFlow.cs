using System.Text;
using Cosecha.Anonymization;
using Cosecha.Datasets;
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
    public static IEnumerable<string> ExamplesOf(IEnumerable<Conversation> conversations)
    {
        var builder = new HostApplicationBuilder();
        builder.Configuration["Pseudonym:Key"] = Consent.PseudonymOptions.DevelopmentKey;
        builder.Configuration[Azure.StorageAccount.Setting] = "UseDevelopmentStorage=true"; // never called: the stages run without it
        builder.AddCosecha();
        using var services = builder.Services.BuildServiceProvider();
        return
        [
            .. conversations
                .SelectMany(c => PairFinder.Find([.. c.Messages.Select(m => Store(services, c, m))]))
                .Where(p => p.Example is not null)
                .Select(p => Encoding.UTF8.GetString(ExampleFormat.Completion.Line(p.Example!))),
        ];
    }

    private static StoredMessage Store(ServiceProvider services, Conversation conversation, Turn turn)
    {
        var role = turn.Role == "user" ? Role.User : Role.Assistant;
        var header = new MessageHeader("", conversation.ConversationId, turn.MessageId, role, turn.Timestamp, "whatsapp", 1);
        var anonymized = services.GetRequiredService<Anonymizer>().Anonymize(turn.Content);
        var message = new AnonymizedMessage(header, anonymized.Text, anonymized.Redactions);
        var labeled = services.GetRequiredService<LabelStage>().Run([message])[0];
        return services.GetRequiredService<ValidateStage>().Decide(labeled);
    }
}
