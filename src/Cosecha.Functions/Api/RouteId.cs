namespace Cosecha.Functions.Api;

/// <summary>Ids in routes. Servers decode a path but leave an escaped slash as it is; an id may hold one.</summary>
internal static class RouteId
{
    public static string Decode(string id) => id.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
}
