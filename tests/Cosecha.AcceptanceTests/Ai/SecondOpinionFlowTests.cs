namespace Cosecha.AcceptanceTests.Ai;

/// <summary>The second opinion in the running app.</summary>
public sealed class SecondOpinionFlowTests
{
    [Fact]
    public async Task The_model_sees_anonymized_text_only_and_what_it_finds_goes_to_review()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var model = await ModelServer.StartAsync(text =>
            ModelServer.Says(
                text.Contains("Quispirruna", StringComparison.Ordinal)
                    ? "{\"spans\":[{\"type\":\"PERSON\",\"text\":\"Quispirruna\"}]}"
                    : "{\"spans\":[]}"
            )
        );
        await using var azurite = await Azurite.StartNewAsync(cancellation);
        var settings = new Dictionary<string, string?>
        {
            ["Anonymization__SecondOpinion"] = "true",
            ["Ai__Endpoint"] = model.Url,
            ["Ai__Model"] = "the-model",
            ["Ai__Key"] = "secret",
            // The test needs a name that the anonymizer leaves.
            ["Anonymization__Allow__0"] = "Quispirruna",
        };
        await using var app = await App.StartAsync(azurite.ConnectionString, cancellation, settings: settings);
        using var api = new CosechaApi(app.Url);
        await api.GrantAsync("user-1", cancellation);
        await api.PostAsync(
            [
                Message("m1", "HLSO 16/20 con 20% a Houston, lo pide Quispirruna, ana@example.com"),
                Message("m2", "HLSO 16/20 con 20% a Houston"),
            ],
            cancellation
        );
        await api.DrainAsync(cancellation);

        var stored = (await api.GetConversationAsync("user-1", "c1", cancellation))["messages"]!.AsArray();
        ((string)stored[0]!["content"]!).ShouldBe("HLSO 16/20 con 20% a Houston, lo pide [NAME], [EMAIL]");
        ((string)stored[0]!["verdict"]!).ShouldBe("review");
        stored[0]!["reasons"]!.AsArray().Select(r => (string)r!).ShouldContain("second_opinion");
        ((string)stored[1]!["verdict"]!).ShouldBe("approved");
        model.Requests.Count.ShouldBe(2);
        model.Requests.ShouldAllBe(r => !r.Body.ToJsonString().Contains("ana@example", StringComparison.Ordinal));
    }

    private static object Message(string id, string content) =>
        new
        {
            messageId = id,
            conversationId = "c1",
            userId = "user-1",
            role = "user",
            content,
        };
}
