using Cosecha.Audit;
using Cosecha.Consent;
using Cosecha.Functions.Api;
using Cosecha.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Cosecha.Functions;

/// <summary>Records a withdrawal and has everything of the user erased.</summary>
public sealed class DeleteConsent(Pseudonyms pseudonyms, ConsentRegister register, AuditTrail audit)
{
    /// <summary>202 with the id of the erasure, which <see cref="GetErasure"/> tells the progress of.</summary>
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

        var userKeys = pseudonyms.UserKeys(RouteId.Decode(userId));
        var erasureId = await register.WithdrawAsync(userKeys, cancellationToken);
        await audit.RecordAsync(Actors.Bot, AuditAction.ConsentWithdrawn, userKeys[0], AuditOutcome.Recorded);
        return ApiResult.Json(new("withdrawn", erasureId), ApiJson.Plain.WithdrawalBody, StatusCodes.Status202Accepted);
    }
}
