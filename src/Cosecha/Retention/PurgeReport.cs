namespace Cosecha.Retention;

/// <summary>What a purge removed.</summary>
/// <param name="Poison">Queue messages of poison queues.</param>
/// <param name="Discarded">Rows of filtered messages.</param>
/// <param name="Messages">Rows of all other messages.</param>
/// <param name="Claims">Claims of messages that never became a row.</param>
/// <param name="Versions">Data set versions, published or not.</param>
public sealed record PurgeReport(int Poison, int Discarded, int Messages, int Claims, int Versions);
