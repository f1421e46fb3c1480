using System.Text.Json;

namespace Cosecha.Access;

/// <summary>
/// Reads the header <c>X-MS-CLIENT-PRINCIPAL</c> of App Service Authentication: base64 of
/// <c>{"auth_typ":…,"claims":[{"typ":…,"val":…}],"name_typ":…,"role_typ":…}</c> (Microsoft Learn, "Work with user identities in Azure App Service
/// authentication").
/// </summary>
internal static class ClientPrincipal
{
    /// <summary>The app roles of Microsoft Entra come under this name where claims are not mapped.</summary>
    private const string Roles = "roles";

    /// <summary>Characters at most. Kestrel takes 32 KiB of headers in all.</summary>
    private const int MaxLength = 32 * 1024;

    /// <summary>The object, its claims, a claim: more is no principal. A property that is given twice might be read differently by the platform.</summary>
    private static readonly JsonDocumentOptions s_strict = new() { MaxDepth = 4, AllowDuplicateProperties = false };

    /// <summary>Who calls; null when the header is no principal or has no name.</summary>
    public static Caller? Read(string header, string? otherName)
    {
        var bytes = new byte[Math.Min(header.Length, MaxLength)];
        if (header.Length > MaxLength || !Convert.TryFromBase64String(header, bytes, out var length))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(bytes.AsMemory(0, length), s_strict);
            return Read(document.RootElement, otherName);
        }
        // The second: half of a surrogate pair, which JSON allows and text does not.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static Caller? Read(JsonElement principal, string? otherName)
    {
        if (
            principal.ValueKind != JsonValueKind.Object
            || !principal.TryGetProperty("claims", out var list)
            || list.ValueKind != JsonValueKind.Array
        )
        {
            return null;
        }

        var claims = list.EnumerateArray().Select(c => (Type: Text(c, "typ"), Value: Text(c, "val"))).ToList();
        if (claims.Any(c => c.Type is null || c.Value is null))
        {
            return null;
        }

        var (nameType, roleType) = (Text(principal, "name_typ"), Text(principal, "role_typ"));
        var named = claims.Find(c => c.Type == nameType).Value;
        var name = ActorName.Of(named) ?? ActorName.Of(otherName);
        var roles = claims.Where(c => c.Type == Roles || c.Type == roleType).Select(c => RoleOf(c.Value!));
        return name is null ? null : new(name, roles.Max());
    }

    private static AccessRole? RoleOf(string value) =>
        value switch
        {
            "operator" => AccessRole.Operator,
            "reviewer" => AccessRole.Reviewer,
            _ => null,
        };

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
