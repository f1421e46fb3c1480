using Cosecha.Consent;
using Cosecha.Functions.Api;
using Cosecha.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Cosecha.Functions;

/// <summary>Tells what a user has consented to.</summary>
public sealed class GetConsent(Pseudonyms pseudonyms, ConsentRegister register, ReceiptIssuer issuer)
{
    /// <summary>200 with the status <c>granted</c>, <c>denied</c>, <c>withdrawn</c> or <c>none</c> (never asked), and a signed receipt.</summary>
    [Function(nameof(GetConsent))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "consents/{userId:regex(^(?!text$))}")] HttpRequest request,
        string userId,
        CancellationToken cancellationToken
    )
    {
        if (Fields.ProblemOfId(userId) is { } reason)
        {
            return ApiResult.Invalid(new FieldError("userId", reason));
        }

        var state = await register.FindAsync(pseudonyms.UserKeys(RouteId.Decode(userId)), cancellationToken);
        return ApiResult.Json(ConsentBody.Of(state, issuer), ApiJson.Plain.ConsentBody);
    }
}
