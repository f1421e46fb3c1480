using Cosecha.Capture;
using Cosecha.Consent;
using Cosecha.Tests.Fakes;
using CsCheck;

namespace Cosecha.Tests.Consent;

public sealed class PseudonymRotationTests
{
    private static readonly string A = Sample.Secret(1);
    private static readonly string B = Sample.Secret(2);
    private static readonly string C = Sample.Secret(3);

    [Fact]
    public void A_user_key_is_the_id_of_its_key_and_64_hex_digits() =>
        Sample.Pseudonyms(A).UserKey("ana").ShouldMatch($"^{Sample.Pseudonyms(A).Keys[0].Id}-[0-9a-f]{{64}}$");

    [Fact]
    public void A_key_has_always_the_same_id_of_8_hex_digits_and_another_key_another()
    {
        Id(A).ShouldMatch("^[0-9a-f]{8}$");
        Id(A).ShouldBe(Id(A));
        Id(A).ShouldNotBe(Id(B));

        static string Id(string key) => Sample.Pseudonyms(key).Keys[0].Id;
    }

    [Fact]
    public void A_user_has_the_current_key_then_those_of_earlier_keys_then_those_of_builds_before_the_rotation()
    {
        var keys = Sample.Pseudonyms(C, B, A).UserKeys("ana");
        string[] withId = [Sample.Pseudonyms(C).UserKey("ana"), Sample.Pseudonyms(B).UserKey("ana"), Sample.Pseudonyms(A).UserKey("ana")];
        keys.ShouldBe([.. withId, .. withId.Select(k => k[9..])]);
    }

    [Fact]
    public void The_user_key_of_builds_before_the_rotation_is_found()
    {
        // What the build before this one made of "ana" under the sample's key.
        const string Old = "1e46cbb6ee76cd89c0179725d1236dd284bac69955d31d90e46720beff9a382e";
        Sample.Pseudonyms().UserKeys("ana")[^1].ShouldBe(Old);
    }

    [Fact]
    public void However_often_a_key_is_rotated_what_was_made_under_any_of_them_is_found() =>
        Gen.Select(Gen.String[1, 40], Gen.Byte.HashSet[1, 6])
            .Sample(
                (userId, numbers) =>
                {
                    var keys = numbers.Select(Sample.Secret).ToList();
                    var now = Sample.Pseudonyms(keys[^1], [.. keys.Take(keys.Count - 1).Reverse()]);
                    foreach (var then in keys.Select(k => Sample.Pseudonyms(k)))
                    {
                        now.UserKeys(userId).ShouldContain(then.UserKey(userId));
                        now.KeyOf([then.UserKey(userId)]).Id.ShouldBe(then.Keys[0].Id);
                        new SafeId(now).AllOf(userId).ShouldContain(new SafeId(then).Of(userId));
                    }

                    now.UserKeys(userId).Distinct().Count().ShouldBe(2 * keys.Count);
                    now.UserKeys(userId)[0].ShouldBe(now.UserKey(userId));
                }
            );

    [Fact]
    public void The_key_of_a_user_is_that_of_the_first_user_key_that_is_known()
    {
        var pseudonyms = Sample.Pseudonyms(C, B);
        pseudonyms.KeyOf([Sample.Pseudonyms(A).UserKey("ana"), Sample.Pseudonyms(B).UserKey("ana")]).Id.ShouldBe(pseudonyms.Keys[1].Id);
        pseudonyms.KeyOf([Sample.Pseudonyms(A).UserKey("ana")]).Id.ShouldBe(pseudonyms.Keys[0].Id);
        pseudonyms.KeyOf(["0f"]).Id.ShouldBe(pseudonyms.Keys[1].Id);
    }

    [Fact]
    public void Values_of_a_conversation_under_an_earlier_user_key_keep_their_numbers()
    {
        var userKey = Sample.Pseudonyms(A).UserKey("ana");
        Sample.Pseudonyms(B, A).ScopeKey(userKey, "c1", 1).ShouldBe(Sample.Pseudonyms(A).ScopeKey(userKey, "c1", 1));
        Sample.Pseudonyms(B).ScopeKey(userKey, "c1", 1).ShouldNotBe(Sample.Pseudonyms(A).ScopeKey(userKey, "c1", 1));
    }
}
