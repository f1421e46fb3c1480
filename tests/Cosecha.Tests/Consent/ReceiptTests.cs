using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cosecha.Consent;
using Cosecha.Tests.Catalog;
using Cosecha.Tests.Fakes;

namespace Cosecha.Tests.Consent;

public sealed class ReceiptTests
{
    private static readonly JsonSerializerOptions Api = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    private readonly ReceiptSigner _signer = new(Sample.Pseudonyms());

    [Fact]
    public void A_receipt_says_who_what_why_when_in_which_words_and_how_to_withdraw()
    {
        var text = CatalogFixture.Catalog.Consent.Find("2025-01", "es")!;
        var receipt = Issue(Sample.Event() with { TextHash = text.Hash() });
        receipt.Controller.ShouldBe(CatalogFixture.Catalog.Consent.Controller);
        receipt.Subject.ShouldBe("u1");
        receipt.Status.ShouldBe(ConsentStatus.Granted);
        receipt.ConsentTimestamp.ShouldBe(Sample.Noon);
        receipt.Purposes.ShouldHaveSingleItem().Purpose.ShouldBe("training");
        receipt.DataCategories.ShouldNotBeEmpty();
        receipt.Text.ShouldBe(text.Text);
        receipt.Withdrawal.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_text_that_the_catalog_changed_since_is_not_passed_off_as_the_one_that_was_shown() =>
        Issue(Sample.Event()).Text.ShouldBeNull();

    [Fact]
    public void The_same_event_has_the_same_receipt_and_another_one_another()
    {
        Issue(Sample.Event()).Signature.ShouldBe(Issue(Sample.Event()).Signature);
        Issue(Sample.Event()).ReceiptId.ShouldNotBe(Issue(Sample.Event(minute: 1)).ReceiptId);
    }

    [Fact]
    public void A_receipt_is_valid_as_it_was_sent_and_with_its_fields_in_another_order()
    {
        var receipt = Sent();
        Verify(receipt.ToJsonString()).ShouldBe(new ReceiptCheck(true, null));
        Verify(receipt.ToJsonString(Api)).Valid.ShouldBeTrue();
        var turned = new JsonObject(receipt.Reverse().Select(f => KeyValuePair.Create(f.Key, f.Value?.DeepClone())));
        Verify(turned.ToJsonString(new JsonSerializerOptions { WriteIndented = true })).Valid.ShouldBeTrue();
    }

    [Fact]
    public void No_field_can_be_altered_removed_or_added()
    {
        foreach (var field in Sent().Select(f => f.Key).Where(f => f is not ("signature" or "receiptVersion")))
        {
            var (altered, removed) = (Sent(), Sent());
            altered[field] = "x";
            removed.Remove(field);
            Verify(altered.ToJsonString()).Reason.ShouldBe(ReceiptRefusals.WrongSignature);
            Verify(removed.ToJsonString()).Reason.ShouldBe(ReceiptRefusals.WrongSignature);
        }

        var added = Sent();
        added["extra"] = 1;
        Verify(added.ToJsonString()).Reason.ShouldBe(ReceiptRefusals.WrongSignature);
        Verify(Sent().ToJsonString().Insert(1, """ "status":"granted",""")).Reason.ShouldBe(ReceiptRefusals.WrongSignature);
    }

    [Fact]
    public void A_receipt_signed_with_another_key_is_forged()
    {
        var other = new ReceiptSigner(Sample.Pseudonyms(Convert.ToBase64String(Enumerable.Repeat((byte)7, 32).ToArray())));
        var receipt = Issue(Sample.Event());
        other.Verify(JsonSerializer.SerializeToElement(receipt, Api)).Reason.ShouldBe(ReceiptRefusals.WrongSignature);
    }

    [Fact]
    public void A_receipt_outlives_the_key_that_signed_it_as_long_as_that_is_among_the_previous_ones()
    {
        var receipt = JsonSerializer.SerializeToElement(Issue(Sample.Event()), Api);
        new ReceiptSigner(Sample.Pseudonyms(Sample.Secret(2), Sample.Secret(1), Sample.Key)).Verify(receipt).Valid.ShouldBeTrue();
        new ReceiptSigner(Sample.Pseudonyms(Sample.Secret(2), Sample.Secret(1))).Verify(receipt).Valid.ShouldBeFalse();
    }

    [Fact]
    public void After_a_rotation_receipts_are_signed_under_the_current_key()
    {
        var signer = new ReceiptSigner(Sample.Pseudonyms(Sample.Secret(1), Sample.Key));
        var receipt = Issue(Sample.Event());
        receipt = receipt with { Signature = signer.Sign(receipt) };
        new ReceiptSigner(Sample.Pseudonyms(Sample.Secret(1))).Verify(JsonSerializer.SerializeToElement(receipt, Api)).Valid.ShouldBeTrue();
    }

    [Theory]
    [InlineData("{}", ReceiptRefusals.Malformed)]
    [InlineData("""{"receiptVersion":7}""", ReceiptRefusals.Malformed)]
    [InlineData("""{"receiptVersion":"cosecha-receipt-9","signature":""}""", ReceiptRefusals.UnknownVersion)]
    [InlineData("""{"receiptVersion":"cosecha-receipt-1"}""", ReceiptRefusals.NoSignature)]
    [InlineData("""{"receiptVersion":"cosecha-receipt-1","signature":"ñ"}""", ReceiptRefusals.WrongSignature)]
    [InlineData("""{"receiptVersion":"cosecha-receipt-1","signature":"0","a":"\ud800"}""", ReceiptRefusals.Malformed)]
    [InlineData("""{"receiptVersion":"cosecha-receipt-1","signature":"0","\ud800":1}""", ReceiptRefusals.Malformed)]
    public void What_is_no_receipt_of_ours_is_refused_with_its_reason(string json, string reason) =>
        Verify(json).ShouldBe(new ReceiptCheck(false, reason));

    [Fact]
    public void Only_a_yes_to_another_text_than_the_current_one_is_outdated()
    {
        var issuer = new ReceiptIssuer(CatalogFixture.Catalog.Consent with { Current = "2031-01" }, Sample.Pseudonyms(), _signer);
        issuer.IsOutdated(Sample.Consent()).ShouldBeTrue();
        issuer.IsOutdated(Sample.Consent(granted: false)).ShouldBeFalse();
        issuer.IsOutdated(null).ShouldBeFalse();
        new ReceiptIssuer(CatalogFixture.Catalog.Consent, Sample.Pseudonyms(), _signer).IsOutdated(Sample.Consent()).ShouldBeFalse();
    }

    private ConsentReceipt Issue(ConsentEvent last) =>
        new ReceiptIssuer(CatalogFixture.Catalog.Consent, Sample.Pseudonyms(), _signer).Issue(new("u1", last));

    private JsonObject Sent() => JsonSerializer.SerializeToNode(Issue(Sample.Event()), Api)!.AsObject();

    private ReceiptCheck Verify(string json)
    {
        using var document = JsonDocument.Parse(json);
        return _signer.Verify(document.RootElement);
    }
}
