using Cosecha.Consent;
using Cosecha.Functions.Api;
using Cosecha.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Cosecha.Functions;

/// <summary>Tells whether a consent receipt was issued here and is unaltered. Reads no store: the answer depends on the receipt alone.</summary>
public sealed class VerifyReceipt(ReceiptSigner signer)
{
    private const int MaxBytes = 64 * 1024;

    /// <summary>200 with <c>valid</c> and, when it is not, the <c>reason</c>; 400 for a body that is no JSON object.</summary>
    [Function(nameof(VerifyReceipt))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "consents/verify")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var json = await JsonBody.ReadAsync(request.Body, MaxBytes, cancellationToken);
        using var document = json.Document;
        return document is null
            ? ApiResult.Invalid(json.Error!)
            : ApiResult.Json(signer.Verify(document.RootElement), ApiJson.Plain.ReceiptCheck);
    }
}
