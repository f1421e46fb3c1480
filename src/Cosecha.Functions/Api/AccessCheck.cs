using Microsoft.AspNetCore.Mvc;

namespace Cosecha.Functions.Api;

/// <summary>What came of a check.</summary>
/// <param name="Actor">Who calls, for the audit.</param>
/// <param name="Refusal">The answer to a caller who may not; null when they may.</param>
public sealed record AccessCheck(string Actor, IActionResult? Refusal);
