using Cosecha.Audit;
using Cosecha.Consent;
using Cosecha.Functions.Api;
using Cosecha.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Cosecha.Functions;

/// <summary>Records a user's yes or no to a consent text that was shown.</summary>
public sealed class PutConsent(
    AnswerReader reader,
    Pseudonyms pseudonyms,
    ConsentRegister register,
    ReceiptIssuer issuer,
    ConsentAudit audit
)
{
    /// <summary>200 with the consent as it stands now and what became of the answer; 400 for a text that was never offered.</summary>
    [Function(nameof(PutConsent))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = "consents/{userId}")] HttpRequest request,
        string userId,
        CancellationToken cancellationToken
    )
    {
        var reading = await reader.ReadAsync(request.Body, cancellationToken);
        if ((Fields.ProblemOfId(userId) is { } reason ? new FieldError("userId", reason) : reading.Error) is { } error)
        {
            return ApiResult.Invalid(error);
        }

        var recording = await register.RecordAsync(pseudonyms.UserKeys(RouteId.Decode(userId)), reading.Answer!, cancellationToken);
        await audit.RecordAsync(recording, reading.Answer!.Granted);
        return ApiResult.Json(ConsentBody.Of(recording.State, issuer, recording), ApiJson.Plain.ConsentBody);
    }
}
