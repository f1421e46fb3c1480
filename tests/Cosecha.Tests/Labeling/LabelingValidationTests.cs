using System.ComponentModel.DataAnnotations;
using Cosecha.Ai;
using Cosecha.Catalog;
using Cosecha.Labeling;
using Microsoft.Extensions.Options;

namespace Cosecha.Tests.Labeling;

public sealed class LabelingValidationTests
{
    private static readonly AiOptions Model = new() { Endpoint = "https://somewhere.openai.azure.com", Model = "m" };

    [Theory]
    [InlineData("ai")]
    [InlineData("cascade")]
    public void A_mode_that_asks_a_model_needs_one(string mode)
    {
        Problem(mode, new(), "catalog")
            .ShouldBe($"Labeling__Mode is {mode}, but there is no model to ask: set Ai__Endpoint and Ai__Model.");
        Problem(mode, Model, "catalog").ShouldBeNull();
    }

    [Fact]
    public void A_mode_that_asks_a_model_needs_a_prompt() =>
        Problem("ai", Model, "nowhere")!.ShouldContain(Path.Combine("labels", "prompt.txt"));

    [Fact]
    public void The_rules_need_neither() => Problem("rules", new(), "nowhere").ShouldBeNull();

    [Theory]
    [InlineData("rules", true)]
    [InlineData("ai", true)]
    [InlineData("cascade", true)]
    [InlineData("Rules", false)]
    [InlineData("", false)]
    public void The_modes_are_a_closed_list(string mode, bool allowed)
    {
        var options = new LabelingOptions { Mode = mode };
        Validator.TryValidateObject(options, new ValidationContext(options), null, validateAllProperties: true).ShouldBe(allowed);
    }

    private static string? Problem(string mode, AiOptions ai, string catalog) =>
        new LabelingValidation(Options.Create(ai), Options.Create(new CatalogOptions { Path = catalog }))
            .Validate(null, new LabelingOptions { Mode = mode })
            .FailureMessage;
}
