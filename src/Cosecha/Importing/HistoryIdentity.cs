using System.Security.Cryptography;
using System.Text;
using Cosecha.Consent;
using Cosecha.Messages;

namespace Cosecha.Importing;

/// <summary>
/// Gives the messages of a history ids that stay the same when it is exported again later and has grown. A message without an id is known by its conversation,
/// user, role, time and text, and by which of several equal ones it is; not by its place in the file, of which an export may leave out the beginning.
/// One instance must see all messages of a history in order.
/// </summary>
/// <param name="source">Names the kind of history, for conversations that have no id.</param>
public sealed class HistoryIdentity(string source)
{
    // A slash makes the front door replace an id by a keyed pseudonym. A plain hash that was stored could be guessed from phone number and text.
    private const string Prefix = "import/";
    private readonly Dictionary<UInt128, int> _seen = [];

    /// <summary>The conversation's and the message's id.</summary>
    public (string ConversationId, string MessageId) Of(HistoryMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var user = Pseudonyms.Canonical(message.UserId);
        var conversation = message.ConversationId ?? $"{source}/{user}";
        return (conversation, message.MessageId ?? Derived(message, conversation, user));
    }

    private string Derived(HistoryMessage message, string conversation, string user)
    {
        var role = message.Role == Role.User ? "user" : "assistant";
        // The lengths keep the fields apart whatever is in them.
        string[] fields = [conversation, user, role, message.Moment, message.Content];
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(fields.Select(f => $"{f.Length}:{f}"))));
        var key = new UInt128(BitConverter.ToUInt64(hash, 0), BitConverter.ToUInt64(hash, sizeof(ulong)));
        var occurrence = _seen[key] = _seen.GetValueOrDefault(key) + 1;
        return $"{Prefix}{Convert.ToHexStringLower(hash)}/{occurrence}";
    }
}
