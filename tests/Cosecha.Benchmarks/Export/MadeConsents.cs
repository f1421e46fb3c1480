using Cosecha.Consent;

namespace Cosecha.Benchmarks.Export;

/// <summary>The consents of made-up users, who all agreed.</summary>
internal sealed class MadeConsents(MadeMessages messages) : IConsentStore
{
    public Task<IReadOnlyDictionary<string, ConsentState>> ReadGrantsAsync(CancellationToken cancellationToken) =>
        Task.FromResult(messages.Grants());

    public Task<ConsentState?> FindAsync(string userKey, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ConsentState?> AppendAsync(string userKey, Func<ConsentState?, ConsentEvent?> next, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<ConsentState?> MoveAsync(string fromKey, string toKey, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public IAsyncEnumerable<ConsentEvent> ReadHistoryAsync(string userKey, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
