using System.Globalization;
using System.Text.Json;
using Cosecha.Requests;

namespace Cosecha.Audit;

/// <summary>Reads a query of the audit from the parameters of a request.</summary>
public static class AuditQueryReader
{
    /// <summary>The actions by their names on the wire.</summary>
    private static readonly Dictionary<string, AuditAction> s_actions = Enum.GetValues<AuditAction>()
        .ToDictionary(a => JsonNamingPolicy.SnakeCaseLower.ConvertName(a.ToString()));

    /// <summary>Reads <c>from</c>, <c>to</c>, <c>action</c> and <c>page</c>.</summary>
    /// <param name="parameter">A parameter by its name; null or empty when it is missing.</param>
    /// <returns>The query, or what is wrong with a parameter.</returns>
    public static (AuditQuery? Query, FieldError? Error) Read(Func<string, string?> parameter)
    {
        FieldError? error = null;
        var query = new AuditQuery(Get<DateOnly>("from", Day), Get<DateOnly>("to", Day), Get<AuditAction>("action", Action), Cursor());
        if (query.From > query.To)
        {
            error ??= new("to", "must not be before from");
        }

        return error is null ? (query, null) : (null, error);

        T? Get<T>(string name, Func<string, (T? Value, string Reason)> read)
            where T : struct
        {
            if (parameter(name) is not { Length: > 0 } text)
            {
                return null;
            }

            var (value, reason) = read(text);
            error ??= value is null ? new FieldError(name, reason) : null;
            return value;
        }

        AuditCursor? Cursor()
        {
            var text = parameter("page");
            var cursor = string.IsNullOrEmpty(text) ? null : AuditCursor.Parse(text);
            error ??= cursor is null && !string.IsNullOrEmpty(text) ? new("page", "must be the next of an earlier answer") : null;
            return cursor;
        }
    }

    private static (DateOnly? Value, string Reason) Day(string text) =>
        (
            DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
            "must be a day such as 2026-01-31"
        );

    private static (AuditAction? Value, string Reason) Action(string text) =>
        (s_actions.TryGetValue(text, out var action) ? action : null, $"must be one of {string.Join(", ", s_actions.Keys)}");
}
