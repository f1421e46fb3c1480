using Cosecha.Consent;
using Cosecha.Functions.Api;
using Cosecha.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Cosecha.Functions;

/// <summary>Records a user's yes to a consent text that was shown.</summary>
public sealed class PutConsent(GrantReader reader, Pseudonyms pseudonyms, ConsentRegister register)
{
    /// <summary>200 with the consent as it stands now; 400 for a text that was never offered.</summary>
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

        var state = await register.GrantAsync(pseudonyms.UserKey(RouteId.Decode(userId)), reading.Grant!, cancellationToken);
        return ApiResult.Json(ConsentBody.Of(state), ApiJson.Plain.ConsentBody);
    }
}
