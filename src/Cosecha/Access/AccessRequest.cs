namespace Cosecha.Access;

/// <summary>What a request says about its caller; none of it is believed yet.</summary>
/// <param name="Principal">The header <c>X-MS-CLIENT-PRINCIPAL</c>; null when it is missing.</param>
/// <param name="PrincipalName">The header <c>X-MS-CLIENT-PRINCIPAL-NAME</c>; null when it is missing.</param>
/// <param name="Key">The header <c>x-functions-key</c>, else the query's <c>code</c>; null when both are missing.</param>
/// <param name="IsLocal">Whether it comes from this machine and is meant for it.</param>
public sealed record AccessRequest(string? Principal, string? PrincipalName, string? Key, bool IsLocal);
