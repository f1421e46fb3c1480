using Cosecha.Azure;
using Cosecha.Failures;
using Cosecha.Requests;
using Microsoft.AspNetCore.Http;

namespace Cosecha.Functions.Api;

/// <summary>Answer of <c>POST /api/failures/redrive</c>; see <see cref="RedriveReport"/>.</summary>
internal sealed record RedriveBody(int Moved, int Withdrawn, int Expired, int Repeated, bool Complete)
{
    private const int MaxBytes = 4_096;

    public static FieldError UnknownQueue { get; } = new("queue", $"must be one of {string.Join(", ", StorageNames.Queues)}");

    public static RedriveBody Of(RedriveReport report) =>
        new(report.Moved, report.Withdrawn, report.Expired, report.Repeated, report.IsComplete);

    /// <summary>What the body of the request orders, or what is wrong with it.</summary>
    public static async Task<(RedriveOrder? Order, FieldError? Error)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await JsonBody.ReadAsync(request.Body, MaxBytes, cancellationToken);
        using var document = body.Document;
        if (document is null)
        {
            return (null, body.Error);
        }

        var fields = new Fields(document.RootElement);
        var queue = fields.Text("queue");
        var order = new RedriveOrder(queue ?? "", fields.OptionalId("id"), fields.Flag("repeated", otherwise: false));
        return queue is not null && StorageNames.Queues.Contains(queue) ? (order, fields.Error) : (null, UnknownQueue);
    }
}
