using System.Globalization;
using System.Runtime.CompilerServices;
using Cosecha.Consent;
using Cosecha.Labeling;
using Cosecha.Messages;

namespace Cosecha.Benchmarks.Export;

/// <summary>
/// Stored messages that are made when they are read: 20 of each user, in two conversations, all clean. As in a table, a range of users is read in order
/// of their keys.
/// </summary>
internal sealed class MadeMessages(NearExamples texts, int count) : IMessageStore
{
    private const int PairsOfUser = 10;
    private const string KeyId = "0123abcd-";

    private static readonly DateTimeOffset s_start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] s_intents = [Intents.Pricing, Intents.Proforma, Intents.ProductInfo, Intents.Greeting, Intents.Other];

    /// <summary>How many users there are.</summary>
    public int Users { get; } = count / (2 * PairsOfUser);

    /// <summary>All users agreed.</summary>
    public IReadOnlyDictionary<string, ConsentState> Grants()
    {
        var yes = new ConsentEvent(ConsentStatus.Granted, s_start, "2025-01", "es", "", "whatsapp", null, ConsentPurposes.Training, 1);
        return Enumerable.Range(0, Users).Select(Key).ToDictionary(k => k, k => new ConsentState(k, yes));
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<StoredMessage> ReadRangeAsync(
        UserKeyRange range,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await Task.Yield();
        var (first, end) = (range.First is { } f ? Number(f) : 0, range.End is { } e ? Number(e) : Users);
        for (var user = first; user < end; user++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var message in Of(user))
            {
                yield return message;
            }
        }
    }

    /// <summary>The messages of a user, in order.</summary>
    public IEnumerable<StoredMessage> Of(int user)
    {
        var key = Key(user);
        for (var pair = 0; pair < PairsOfUser; pair++)
        {
            var number = ((long)user * PairsOfUser) + pair;
            var (question, answer) = texts.Make(number);
            var conversation = $"c{2 * pair / PairsOfUser}";
            var header = new MessageHeader(key, conversation, $"q{number}", Role.User, s_start.AddMinutes(number), "whatsapp", 1);
            var label = new Label
            {
                Intent = s_intents[number % s_intents.Length],
                Language = "es",
                Confidence = 0.7 + (number % 30 / 100.0),
            };
            yield return new(header, question, [], label, Verdict.Approved, [], Labeler.ByRules, header.Timestamp);
            header = header with { MessageId = $"a{number}", Role = Role.Assistant, Timestamp = header.Timestamp.AddSeconds(5) };
            yield return new(header, answer, [], null, Verdict.Approved, [], null, header.Timestamp);
        }
    }

    public Task<IReadOnlyList<Claim>> ClaimAsync(IReadOnlyList<MessageHeader> headers, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<MessageHeader?>> FindClaimsAsync(IReadOnlyList<MessageHeader> headers, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<StoredMessage>> AddAsync(IReadOnlyList<StoredMessage> messages, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task RemoveAsync(IReadOnlyList<MessageHeader> headers, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task EraseUserAsync(string userKey, int firstKept, CancellationToken cancellationToken) => throw new NotSupportedException();

    public IAsyncEnumerable<StoredMessage> ReadConversationAsync(
        string userKey,
        string conversationId,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    public IAsyncEnumerable<StoredMessage> ReadUserAsync(string userKey, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<int> CountClaimsAsync(string userKey, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Keys as pseudonyms have them: a key id, and 64 hexadecimal digits.</summary>
    private static string Key(int user) =>
        string.Create(CultureInfo.InvariantCulture, $"{KeyId}{user:x8}{(ulong)user * 0x9E3779B97F4A7C15:x56}");

    private static int Number(string key) => int.Parse(key.AsSpan(KeyId.Length, 8), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
