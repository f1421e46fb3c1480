using Cosecha.Consent;
using Cosecha.Functions.Api;
using Cosecha.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Cosecha.Functions;

/// <summary>Records a withdrawal and has everything of the user erased.</summary>
public sealed class DeleteConsent(Pseudonyms pseudonyms, ConsentRegister register)
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

        var erasureId = await register.WithdrawAsync(pseudonyms.UserKeys(RouteId.Decode(userId)), cancellationToken);
        return ApiResult.Json(new("withdrawn", erasureId), ApiJson.Plain.WithdrawalBody, StatusCodes.Status202Accepted);
    }
}
