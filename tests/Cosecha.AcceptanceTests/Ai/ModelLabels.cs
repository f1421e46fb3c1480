using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Cosecha.AcceptanceTests.Ai;

/// <summary>What a model answers that labels.</summary>
internal static class ModelLabels
{
    /// <summary>A label with one line.</summary>
    public static IResult Label(
        string intent = "pricing",
        string? product = "HLSO",
        string? size = "16/20",
        double? glazing = null,
        string? destination = null,
        double confidence = 0.9
    ) => ModelServer.Says(Json(intent, product, size, glazing, destination, confidence).ToJsonString());

    /// <summary>The same as JSON.</summary>
    public static JsonObject Json(
        string intent = "pricing",
        string? product = "HLSO",
        string? size = "16/20",
        double? glazing = null,
        string? destination = null,
        double confidence = 0.9
    ) =>
        new()
        {
            ["intent"] = intent,
            ["items"] = new JsonArray(
                new JsonObject
                {
                    ["product"] = product,
                    ["size"] = size,
                    ["glaseo_percentage"] = glazing,
                    ["quantity"] = null,
                    ["quantity_unit"] = null,
                }
            ),
            ["destination"] = destination,
            ["language"] = "es",
            ["confidence"] = confidence,
        };

    /// <summary>The settings of an app or a command that asks this model.</summary>
    public static Dictionary<string, string?> Settings(ModelServer model, string? mode = null) =>
        new()
        {
            ["Labeling__Mode"] = mode,
            ["Ai__Endpoint"] = model.Url,
            ["Ai__Model"] = "the-model",
            ["Ai__Key"] = "secret",
            ["Ai__InputPricePerMillion"] = "0.5",
            ["Ai__OutputPricePerMillion"] = "2",
        };
}
