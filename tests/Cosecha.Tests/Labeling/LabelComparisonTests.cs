using Cosecha.Labeling;

namespace Cosecha.Tests.Labeling;

public sealed class LabelComparisonTests
{
    private static readonly LabelItem Line = new()
    {
        Product = "HLSO",
        Size = "16/20",
        GlaseoPercentage = 15,
        Quantity = 5,
        QuantityUnit = "t",
    };

    private static readonly Label Label = new()
    {
        Intent = Intents.Pricing,
        Product = "HLSO",
        Size = "16/20",
        GlaseoPercentage = 15,
        Quantity = 5,
        QuantityUnit = "t",
        Destination = "Málaga",
        Items = [Line],
        Language = "es",
        Confidence = 0.5,
    };

    [Fact]
    public void Language_confidence_accents_case_and_what_arithmetic_leaves_do_not_count()
    {
        var other = Label with
        {
            GlaseoPercentage = 0.15 * 100,
            Destination = " malaga",
            Items = [Line with { GlaseoPercentage = 0.15 * 100 }],
            Language = null,
            Confidence = 0.9,
        };
        LabelComparison.Agree(Label, other).ShouldBeTrue();
        LabelComparison
            .Agree(Label, Label with { Destination = "Ma\u0301laga".Normalize(System.Text.NormalizationForm.FormD) })
            .ShouldBeTrue();
    }

    [Fact]
    public void A_difference_in_any_slot_counts()
    {
        Label[] others =
        [
            Label with
            {
                Intent = Intents.Proforma,
            },
            Label with
            {
                Product = "HOSO",
            },
            Label with
            {
                Size = null,
            },
            Label with
            {
                GlaseoPercentage = 0,
            },
            Label with
            {
                Quantity = 5.5,
            },
            Label with
            {
                QuantityUnit = "kg",
            },
            Label with
            {
                Destination = "Vigo",
            },
            Label with
            {
                Destination = null,
            },
            Label with
            {
                Items = [],
            },
            Label with
            {
                Items = [Line, Line with { Size = "21/25" }],
            },
            Label with
            {
                Items = [Line with { Quantity = null }],
            },
        ];
        others.ShouldAllBe(o => !LabelComparison.Agree(Label, o) && !LabelComparison.Agree(o, Label));
    }
}
