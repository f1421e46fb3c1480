using System.Text.Json.Nodes;

namespace Cosecha.AcceptanceTests.Ai;

/// <summary><c>cosecha label</c> as a process of its own.</summary>
public sealed class LabelCommandTests
{
    private const string Line = """{"id":"a","text":"Precio HLSO 16/20 con 20% a Houston, ana@example.com"}""";

    [Fact]
    public async Task The_rules_need_no_settings()
    {
        var (code, output, _) = await RunAsync(Line, new());
        code.ShouldBe(0);
        var line = JsonNode.Parse(output)!;
        ((string)line["label"]!["product"]!, (string)line["labeler"]!["name"]!).ShouldBe(("HLSO", "rules"));
    }

    [Fact]
    public async Task The_model_gets_anonymized_text_and_nothing_that_the_filter_drops()
    {
        await using var model = await ModelServer.StartAsync(_ => ModelLabels.Label("pricing", "HLSO", "16/20", 20, "Houston", 0.95));
        var (code, output, _) = await RunAsync(Line + "\n{\"id\":\"b\",\"text\":\"hola\"}\n", ModelLabels.Settings(model), "--mode", "ai");
        code.ShouldBe(0);
        model.Requests.ShouldHaveSingleItem().Text.ShouldBe("Precio HLSO 16/20 con 20% a Houston, [EMAIL]");
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!).ToList();
        lines
            .Select(l => $"{l["id"]} {l["usable"]} {l["labeler"]!["name"]} {l["labeler"]!["model"]}")
            .ShouldBe(["a true ai the-model", "b false rules "]);
    }

    [Fact]
    public async Task A_cascade_asks_where_the_rules_are_less_sure_than_the_setting()
    {
        await using var model = await ModelServer.StartAsync(_ => ModelLabels.Label("proforma", "HLSO", "16/20", 20, "Houston"));
        var settings = ModelLabels.Settings(model);
        settings["Quality__ReviewBelow"] = "1";
        var (_, output, _) = await RunAsync(Line, settings, "--mode", "cascade");
        JsonNode.Parse(output)!["doubts"]!.ToJsonString().ShouldBe("[\"labelers_disagree\"]");
        model.Requests.Count.ShouldBe(1);
        settings["Quality__ReviewBelow"] = "0.5";
        await RunAsync(Line, settings, "--mode", "cascade");
        model.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_the_caller_can_mend_is_a_sentence()
    {
        await using var model = await ModelServer.StartAsync(_ => ModelServer.Fails(401, "wrong key"));
        (await ProblemAsync(ModelLabels.Settings(model))).ShouldBe(
            "The language model answered 401: look at Ai__Key or the identity's role."
        );
        (await ProblemAsync(new())).ShouldBe("Labeling__Mode is ai, but there is no model to ask: set Ai__Endpoint and Ai__Model.");
        var wrong = ModelLabels.Settings(model);
        wrong["Ai__TimeoutSeconds"] = "soon";
        (await ProblemAsync(wrong)).ShouldBe("Ai__TimeoutSeconds must be a whole number from 1 to 300.");
    }

    private static async Task<string> ProblemAsync(Dictionary<string, string?> settings)
    {
        var (code, output, error) = await RunAsync(Line, settings, "--mode", "ai");
        code.ShouldBe(1);
        output.ShouldBeEmpty();
        return error.TrimEnd();
    }

    private static Task<(int Code, string Output, string Error)> RunAsync(
        string input,
        Dictionary<string, string?> settings,
        params string[] arguments
    ) => CosechaCommand.RunAsync(["label", .. arguments], input, settings);
}
