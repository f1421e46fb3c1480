using Cosecha.Audit;
using Cosecha.Consent;
using Cosecha.Functions.Api;
using Cosecha.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Cosecha.Functions;

/// <summary>Records a withdrawal and erases the user's messages.</summary>
public sealed class DeleteConsent(Pseudonyms pseudonyms, ConsentRegister register, AuditTrail audit)
{
    /// <summary>200 with the number of erased messages. After a failure, call again: it erases what is left.</summary>
    [Function(nameof(DeleteConsent))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "delete", Route = "consents/{userId}")] HttpRequest request,
        string userId,
        CancellationToken cancellationToken
    )
    {
        if (Fields.ProblemOfId(userId) is { } reason)
        {
            return ApiResult.Invalid(new FieldError("userId", reason));
        }

        var userKey = pseudonyms.UserKey(RouteId.Decode(userId));
        var erased = await register.WithdrawAsync(userKey, cancellationToken);
        await audit.RecordAsync(Actors.Bot, AuditAction.ConsentWithdrawn, userKey, AuditOutcome.Recorded);
        return ApiResult.Json(new("withdrawn", erased), ApiJson.Plain.WithdrawalBody);
    }
}
