using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cosecha.Catalog;

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    NumberHandling = JsonNumberHandling.Strict,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false
)]
[JsonSerializable(typeof(ProductCatalog))]
[JsonSerializable(typeof(SizeCatalog))]
[JsonSerializable(typeof(Glazing))]
[JsonSerializable(typeof(UnitCatalog))]
[JsonSerializable(typeof(TradeTerms))]
[JsonSerializable(typeof(PlaceCatalog))]
[JsonSerializable(typeof(Freight))]
[JsonSerializable(typeof(ConsentTexts))]
[JsonSerializable(typeof(PhoneSettings))]
[JsonSerializable(typeof(Wording))]
[JsonSerializable(typeof(IntentCues))]
[JsonSerializable(typeof(DialogueWords))]
[JsonSerializable(typeof(Calibration))]
[JsonSerializable(typeof(CleaningWords))]
[JsonSerializable(typeof(LanguageWords))]
internal sealed partial class CatalogJson : JsonSerializerContext;
