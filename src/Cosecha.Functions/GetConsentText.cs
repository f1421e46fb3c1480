using Cosecha.Catalog;
using Cosecha.Functions.Api;
using Cosecha.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Cosecha.Functions;

/// <summary>The consent text to show to a user, with the version that the bot sends back with the user's yes.</summary>
public sealed class GetConsentText(DomainCatalog catalog)
{
    /// <summary>200 with the current text in the language of <c>?lang=</c>; without it, in the catalog's first language.</summary>
    [Function(nameof(GetConsentText))]
    public IActionResult Run([HttpTrigger(AuthorizationLevel.Function, "get", Route = "consents/text")] HttpRequest request)
    {
        var language = request.Query["lang"].ToString();
        var texts = catalog.Consent.Texts.Where(t => t.Version == catalog.Consent.Current).ToList();
        var text = language.Length == 0 ? texts[0] : texts.Find(t => t.Language == language);
        return text is null
            ? ApiResult.Invalid(new FieldError("lang", $"must be one of {string.Join(", ", texts.Select(t => t.Language))}"))
            : ApiResult.Json(new(text.Version, text.Language, text.Text), ApiJson.Plain.ConsentTextBody);
    }
}
