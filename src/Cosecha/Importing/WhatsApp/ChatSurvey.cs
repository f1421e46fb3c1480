namespace Cosecha.Importing.WhatsApp;

/// <summary>What must be known of an exported chat before its first message can be read.</summary>
/// <param name="Form">How it writes its entries.</param>
/// <param name="Order">In which order it writes dates.</param>
/// <param name="Latest">No entry is later.</param>
/// <param name="Senders">Who wrote in it.</param>
internal sealed record ChatSurvey(ChatForm Form, DateOrder Order, DateTime Latest, IReadOnlySet<string> Senders)
{
    private const string Choose = "say --date-order dmy, mdy or ymd";

    /// <summary>Reads a chat to its end.</summary>
    /// <param name="chat">The chat.</param>
    /// <param name="given">The order of its dates; null to find it out.</param>
    /// <param name="latest">No entry is later than this: it decides about some dates.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="InvalidDataException">It is no exported chat, or its dates can be read in two ways.</exception>
    public static async Task<ChatSurvey> ReadAsync(TextReader chat, DateOrder? given, DateTime latest, CancellationToken cancellationToken)
    {
        var known = given is { } order ? [order] : Enum.GetValues<DateOrder>();
        var (orders, form, senders) = (known, default(ChatForm), new HashSet<string>(StringComparer.Ordinal));
        while (await chat.ReadLineAsync(cancellationToken) is { } line)
        {
            if (ChatHeader.Read(line) is not { } header || (form ?? header.Form) != header.Form)
            {
                continue;
            }

            // A year of two digits stands last unless the operator knows better.
            var possible = known
                .Where(o => header.Time(o) <= latest && (o != DateOrder.Ymd || given == o || header.Form.HasLongYear))
                .ToList();
            if (possible.Count == 0)
            {
                continue;
            }

            form ??= header.Form;
            orders = [.. orders.Intersect(possible)];
            if (orders.Length == 0)
            {
                throw new InvalidDataException($"The chat has dates that contradict each other: {Choose}.");
            }

            if (ChatEntry.Read(header.Rest, form.IsBracketed) is { Sender.Length: > 0 } entry && entry.Skipped != SkipReasons.Notice)
            {
                senders.Add(entry.Sender);
            }
        }

        return form is null ? throw new InvalidDataException("The file holds no line of an exported WhatsApp chat.")
            : orders.Length > 1 ? throw new InvalidDataException($"No date of the chat tells days from months: {Choose}.")
            : new(form, orders[0], latest, senders);
    }

    /// <summary>The time of an entry of this chat; null when the header begins none.</summary>
    public DateTime? TimeOf(ChatHeader header) => header.Form == Form && header.Time(Order) is { } time && time <= Latest ? time : null;
}
