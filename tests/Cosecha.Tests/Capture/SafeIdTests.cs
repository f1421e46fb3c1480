using System.Text.RegularExpressions;
using Cosecha.Capture;
using Cosecha.Tests.Fakes;
using CsCheck;

namespace Cosecha.Tests.Capture;

public sealed class SafeIdTests
{
    private readonly SafeId _safeId = new(Sample.Pseudonyms());

    [Theory]
    [InlineData("dc001-1")]
    [InlineData("conv.42:a_b")]
    [InlineData("3f2504e0-4f89-11d3-9a0c-0305e82c3301")]
    public void A_plain_id_stays_as_it_is(string id) => _safeId.Of(id).ShouldBe(id);

    [Theory]
    [InlineData("593991234287")]
    [InlineData("+593 99 123 4287")]
    [InlineData("chat-0991234287")]
    [InlineData("099-123-4287")]
    [InlineData("wamid.HBgMNTkzOTkxMjM0Mjg3FQIAEhgU")]
    [InlineData("ana@example.com")]
    [InlineData("a/b\\c#d?e")]
    [InlineData("a|b")]
    [InlineData("conversación")]
    public void An_id_that_may_tell_who_it_is_or_cannot_be_a_key_becomes_a_pseudonym(string id) =>
        _safeId.Of(id).ShouldMatch("^[0-9a-f]{64}$");

    [Fact]
    public void Every_id_gets_a_form_that_table_storage_takes_and_always_the_same() =>
        Gen.String[1, 300]
            .Sample(id =>
            {
                var safe = _safeId.Of(id);
                Regex.IsMatch(safe, @"^[A-Za-z0-9_.:-]{1,100}\z").ShouldBeTrue();
                _safeId.Of(id).ShouldBe(safe);
            });
}
