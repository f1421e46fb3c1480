namespace Cosecha.Tests.Anonymization;

/// <summary>User names behind the word of a network. All values are invented.</summary>
public sealed class HandleFormTests
{
    [Theory]
    [InlineData("WeChat: abc_shrimp77", "WeChat: [HANDLE]")]
    [InlineData("wechat id li_shrimp2021 ok", "wechat id [HANDLE] ok")]
    [InlineData("my wechat is lishrimp88", "my wechat is [HANDLE]")]
    [InlineData("ig: luz.mora_77", "ig: [HANDLE]")]
    [InlineData("mi insta es luz.mora.77", "mi insta es [HANDLE]")]
    [InlineData("instagram luzmora_", "instagram [HANDLE]")]
    [InlineData("skype live:.cid.4f2a9c1b77", "skype [HANDLE]")]
    [InlineData("Skype: pescador_norte", "Skype: [HANDLE]")]
    [InlineData("Skype: tradingfish", "Skype: [HANDLE]")]
    [InlineData("skype id: tradingfish", "skype id: [HANDLE]")]
    [InlineData("LINE ID: shrimpking", "LINE ID: [HANDLE]")]
    [InlineData("line id shrimp.king99", "line id [HANDLE]")]
    [InlineData("Zalo: 0901122334", "Zalo: [PHONE]")]
    [InlineData("telegram: kike_mora", "telegram: [HANDLE]")]
    [InlineData("mi telegram es kikemora22", "mi telegram es [HANDLE]")]
    [InlineData("usuario: kmora88", "usuario: [HANDLE]")]
    [InlineData("meu insta é luz.mora.77", "meu insta é [HANDLE]")]
    [InlineData("snapchat: luzm_77", "snapchat: [HANDLE]")]
    [InlineData("QQ: 28811922", "QQ: [HANDLE]")]
    public void Every_form_of_a_handle_becomes_a_placeholder(string text, string expected) =>
        AnonymizerFixture.AnonymizeForms(text).ShouldBe(expected);
}
