using Cosecha.Tests.Fakes;

namespace Cosecha.Tests.Consent;

public sealed class PseudonymsTests
{
    [Theory]
    [InlineData("+593 99 123 4287")]
    [InlineData("593991234287")]
    [InlineData(" 593-99-123.4287 ")]
    [InlineData("593991234287@s.whatsapp.net")]
    public void The_many_ways_to_write_a_phone_number_are_one_user(string userId) =>
        Sample.Pseudonyms().UserKey(userId).ShouldBe(Sample.Pseudonyms().UserKey("+593991234287"));

    [Fact]
    public void An_escaped_slash_is_a_slash_as_a_route_cannot_tell_them_apart() =>
        Sample.Pseudonyms().UserKey("a%2fb").ShouldBe(Sample.Pseudonyms().UserKey("a/b"));

    [Theory]
    [InlineData("ana", "Ana")]
    [InlineData("user-1", "user-2")]
    [InlineData("593991234287", "593991234288")]
    [InlineData("12-34", "1234")]
    public void Different_users_have_different_keys(string one, string other) =>
        Sample.Pseudonyms().UserKey(one).ShouldNotBe(Sample.Pseudonyms().UserKey(other));

    [Fact]
    public void Another_secret_gives_other_keys()
    {
        var other = Convert.ToBase64String(Enumerable.Repeat((byte)7, 32).ToArray());
        Sample.Pseudonyms().UserKey("ana").ShouldNotBe(Sample.Pseudonyms(other).UserKey("ana"));
    }

    [Fact]
    public void A_user_and_a_message_with_the_same_id_cannot_be_linked() =>
        Sample.Pseudonyms().UserKey("593991234287").ShouldNotBe(Sample.Pseudonyms().IdKey("593991234287"));

    [Theory]
    [InlineData("u2", "c1", 1)]
    [InlineData("u1", "c2", 1)]
    [InlineData("u1", "c1", 2)]
    public void Each_conversation_of_each_grant_has_its_own_key_for_its_values(string user, string conversation, int grant)
    {
        var key = Key("u1", "c1", 1);
        key.Length.ShouldBe(64);
        Key("u1", "c1", 1).ShouldBe(key);
        Key(user, conversation, grant).ShouldNotBe(key);

        static string Key(string user, string conversation, int grant) =>
            Convert.ToHexString(Sample.Pseudonyms().ScopeKey(user, conversation, grant));
    }
}
