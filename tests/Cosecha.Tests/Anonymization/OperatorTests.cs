using System.ComponentModel.DataAnnotations;
using Cosecha.Anonymization;

namespace Cosecha.Tests.Anonymization;

public sealed class OperatorTests
{
    private static readonly string s_key = Convert.ToBase64String(new byte[32]);

    [Fact]
    public void Numbered_gives_the_same_value_the_same_number_within_a_scope()
    {
        var anonymizer = With(PiiTypes.Phone, RedactionOperator.Numbered);
        var scope = new RedactionScope();

        anonymizer.Anonymize("cel 099 123 4287", scope).Text.ShouldBe("cel [PHONE_1]");
        anonymizer.Anonymize("cel 0981234567 o 0991234287", scope).Text.ShouldBe("cel [PHONE_2] o [PHONE_1]");
        anonymizer.Anonymize("cel 0981234567", new RedactionScope()).Text.ShouldBe("cel [PHONE_1]");
    }

    [Fact]
    public void Hash_is_the_same_for_the_same_value_and_depends_on_the_key()
    {
        var first = With(PiiTypes.Email, RedactionOperator.Hash).Anonymize("va a ana@correo.com").Text;

        With(PiiTypes.Email, RedactionOperator.Hash).Anonymize("va a ANA@correo.com").Text.ShouldBe(first);
        With(PiiTypes.Email, RedactionOperator.Hash, Convert.ToBase64String([.. Enumerable.Repeat((byte)1, 32)]))
            .Anonymize("va a ana@correo.com")
            .Text.ShouldNotBe(first);
    }

    [Fact]
    public void Keep_leaves_the_value_and_records_nothing()
    {
        var result = With(PiiTypes.Email, RedactionOperator.Keep).Anonymize("va a ana@correo.com");

        result.Text.ShouldBe("va a ana@correo.com");
        result.Redactions.ShouldBeEmpty();
    }

    [Fact]
    public void Surrogate_replaces_with_a_made_up_value_of_the_same_kind()
    {
        var text = With(PiiTypes.Email, RedactionOperator.Surrogate).Anonymize("va a ana@correo.com").Text;

        text.ShouldStartWith("va a persona");
        text.ShouldEndWith("@example.com");
    }

    [Fact]
    public void Every_redaction_says_where_its_placeholder_stands_and_never_what_it_replaced()
    {
        var result = AnonymizerFixture.Default.Anonymize("soy Maritza Intriago, cel 099 123 4287, maritza@correo.com");

        result.Redactions.Select(redaction => redaction.Type).ShouldBe([PiiTypes.Person, PiiTypes.Phone, PiiTypes.Email]);
        foreach (var redaction in result.Redactions)
        {
            result.Text.Substring(redaction.Start, redaction.Placeholder.Length).ShouldBe(redaction.Placeholder);
            redaction.ToString().ShouldNotContain("Maritza");
            redaction.ToString().ShouldNotContain("4287");
            redaction.Score.ShouldBeInRange(0.5, 1);
        }
    }

    [Fact]
    public void Residual_is_found_in_raw_text_and_not_in_anonymized_text()
    {
        const string Text = "soy Maritza Intriago, cel 099 123 4287, maritza@correo.com";

        AnonymizerFixture.Default.HasResidual(Text).ShouldBeTrue();
        AnonymizerFixture.Default.HasResidual(AnonymizerFixture.Anonymize(Text)).ShouldBeFalse();
    }

    [Fact]
    public void Settings_with_an_unknown_type_or_without_a_needed_key_are_refused()
    {
        Errors(new AnonymizationOptions { Operators = { ["PHNE"] = RedactionOperator.Keep } }).ShouldHaveSingleItem().ShouldContain("PHNE");
        Errors(new AnonymizationOptions { Operators = { [PiiTypes.Phone] = RedactionOperator.Hash } })
            .ShouldHaveSingleItem()
            .ShouldContain("HashKey");
        Errors(new AnonymizationOptions { Allow = ["two words"] }).ShouldHaveSingleItem();
        Errors(new AnonymizationOptions()).ShouldBeEmpty();
    }

    private static Anonymizer With(string type, RedactionOperator how, string? key = null) =>
        AnonymizerFixture.With(new AnonymizationOptions { Operators = { [type] = how }, HashKey = key ?? s_key });

    private static List<string> Errors(AnonymizationOptions options)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        return [.. results.Select(result => result.ErrorMessage!)];
    }
}
