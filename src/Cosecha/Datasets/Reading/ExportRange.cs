using Cosecha.Consent;
using Cosecha.Datasets.Cleaning;
using Cosecha.Messages;

namespace Cosecha.Datasets.Reading;

/// <summary>What the users of one range gave: their messages, and what may become a line, on local disk.</summary>
internal sealed class ExportRange : IDisposable
{
    private readonly MessageSpool _spool = new();

    /// <summary>Messages read.</summary>
    public int Messages { get; private set; }

    /// <summary>Conversations read.</summary>
    public int Conversations { get; private set; }

    /// <summary>User messages that no standing consent covers.</summary>
    public int WithoutConsent { get; private set; }

    /// <summary>Question and answer pairs, in order.</summary>
    public CandidateList Pairs { get; } = new();

    /// <summary>Labeled messages, in order.</summary>
    public CandidateList Labeled { get; } = new();

    /// <summary>Takes in a conversation.</summary>
    public void Add(IReadOnlyList<StoredMessage> conversation, ConsentState? consent, Splitter splitter, FingerprintReader fingerprints)
    {
        Conversations++;
        Messages += conversation.Count;
        var covered = conversation.Where(m => consent?.Covers(m.Header.Grant) == true).ToList();
        WithoutConsent += conversation.Count(m => m.Header.Role == Role.User) - covered.Count(m => m.Header.Role == Role.User);
        if (covered.Count == 0)
        {
            return;
        }

        var positions = covered.ConvertAll(_spool.Add);
        var group = splitter.GroupOf(consent!.AllKeys.First());
        foreach (var pairing in PairFinder.Find(covered).Where(p => p.IsLabeled || p.Excluded is null))
        {
            var candidate = CandidateOf(pairing.Question, positions[pairing.At], group);
            var question = fingerprints.Read(pairing.Question.Text!);
            if (pairing.IsLabeled)
            {
                Labeled.Add(candidate, fingerprints.Of(question, null));
            }

            if (pairing.Excluded is null)
            {
                var answers = covered.Skip(pairing.At + 1).TakeWhile(m => m.Header.Role == Role.Assistant);
                var reviewed = candidate with { Reviewed = candidate.Reviewed || answers.Any(a => a.Edited is not null) };
                Pairs.Add(reviewed, fingerprints.Of(question, fingerprints.Read(answers.First().Text!)));
            }
        }
    }

    /// <summary>The conversations with what consent covers of them, in the order in which they came.</summary>
    public IAsyncEnumerable<IReadOnlyList<StoredMessage>> ReadAsync(CancellationToken cancellationToken) =>
        ConversationReader.ReadAsync(_spool.ReadAll().ToAsyncEnumerable(), cancellationToken);

    /// <summary>The texts of a pair.</summary>
    public (string Question, string Answer) ReadPair(Candidate candidate)
    {
        var (question, answer) = _spool.ReadPair(candidate.Position);
        return (question.Text!, answer.Text!);
    }

    /// <summary>The text of a labeled message.</summary>
    public (string Question, string Answer) ReadLabeled(Candidate candidate) => (_spool.Read(candidate.Position).Text!, "");

    /// <inheritdoc />
    public void Dispose()
    {
        _spool.Dispose();
        Pairs.Dispose();
        Labeled.Dispose();
    }

    private static Candidate CandidateOf(StoredMessage question, long position, ulong group) =>
        new(
            position,
            group,
            question.Label is { } label ? MinHash.Hash(label.Intent) : 0,
            (float)(question.Label?.Confidence ?? 0),
            question.Edited is not null,
            question.Header.Timestamp.UtcTicks
        );
}
