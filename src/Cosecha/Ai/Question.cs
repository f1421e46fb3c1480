using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Cosecha.Ai;

/// <summary>What the model is asked about every message.</summary>
/// <typeparam name="T">The shape of the answer.</typeparam>
/// <param name="Name">A short name, for the schema and the metrics.</param>
/// <param name="Instructions">What to do with the message; the message itself comes apart from them, as data.</param>
/// <param name="Schema">JSON schema of the answer, strict: every property required, no other allowed.</param>
/// <param name="Json">How the answer is read.</param>
/// <param name="IsAllowed">What the schema says beyond its shape, such as enums, for services that do not hold to it; null for nothing.</param>
public sealed record Question<T>(
    string Name,
    string Instructions,
    JsonElement Schema,
    JsonTypeInfo<T> Json,
    Func<T, bool>? IsAllowed = null
)
    where T : class;
