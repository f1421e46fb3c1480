using System.Globalization;
using Cosecha.Anonymization;

namespace Cosecha.Tests.Anonymization;

public sealed class RedactionScopeTests
{
    private static readonly byte[] s_key = [.. Enumerable.Repeat((byte)7, 32)];

    [Fact]
    public void A_saved_scope_goes_on_where_it_ended()
    {
        var first = Fresh();
        first.Number(PiiTypes.Person, "ana").ShouldBe(1);
        first.Number(PiiTypes.Person, "beto").ShouldBe(2);
        first.Number(PiiTypes.Phone, "0991234287").ShouldBe(1);

        var second = new RedactionScope(s_key, first.Hashes);
        second.Number(PiiTypes.Person, "beto").ShouldBe(2);
        second.HasGrown.ShouldBeFalse();
        second.Number(PiiTypes.Person, "carla").ShouldBe(3);
        second.HasGrown.ShouldBeTrue();
        first.Hashes[PiiTypes.Person].Count.ShouldBe(2);
    }

    [Fact]
    public void A_scope_holds_no_value_and_under_another_key_nothing_that_could_be_compared()
    {
        var (one, other) = (Fresh(), new RedactionScope());
        one.Number(PiiTypes.Person, "ana");
        other.Number(PiiTypes.Person, "ana");
        var hash = one.Hashes[PiiTypes.Person].ShouldHaveSingleItem();
        hash.Length.ShouldBe(16);
        Convert.FromBase64String(hash).Length.ShouldBe(12);
        hash.ShouldNotContain("ana");
        other.Hashes[PiiTypes.Person].ShouldHaveSingleItem().ShouldNotBe(hash);
    }

    [Fact]
    public void Equal_values_of_different_types_have_different_hashes()
    {
        var scope = Fresh();
        scope.Number(PiiTypes.Id, "0912345675");
        scope.Number(PiiTypes.Phone, "0912345675");
        scope.Hashes[PiiTypes.Id].ShouldNotBe(scope.Hashes[PiiTypes.Phone]);
    }

    [Fact]
    public void The_1001st_value_gets_no_number_and_those_before_keep_theirs()
    {
        var scope = Fresh();
        for (var i = 1; i <= RedactionScope.MaxValues; i++)
        {
            scope.Number(PiiTypes.Id, i.ToString(CultureInfo.InvariantCulture)).ShouldBe(i);
        }

        scope.Number(PiiTypes.Id, "one more").ShouldBeNull();
        scope.Number(PiiTypes.Person, "of another type").ShouldBeNull();
        var full = new RedactionScope(s_key, scope.Hashes);
        full.Number(PiiTypes.Id, "one more").ShouldBeNull();
        full.Number(PiiTypes.Id, "1000").ShouldBe(1000);
        full.HasGrown.ShouldBeFalse();
    }

    [Fact]
    public void A_value_beyond_the_bound_gets_the_plain_placeholder()
    {
        var scope = Fresh();
        for (var i = 0; i < RedactionScope.MaxValues; i++)
        {
            scope.Number(PiiTypes.Id, i.ToString(CultureInfo.InvariantCulture));
        }

        var anonymizer = AnonymizerFixture.With(new AnonymizationOptions { Operators = { [PiiTypes.Phone] = RedactionOperator.Numbered } });
        anonymizer.Anonymize("cel 099 123 4287", scope).Text.ShouldBe("cel [PHONE]");
    }

    private static RedactionScope Fresh() => new(s_key, SavedScope.Empty.Hashes);
}
