using Cosecha.Functions.Telemetry;
using Microsoft.Extensions.Configuration;

namespace Cosecha.AcceptanceTests.Telemetry;

public sealed class ExportersTests
{
    private const string Insights = "InstrumentationKey=00000000-0000-0000-0000-000000000001";

    [Fact]
    public void Without_a_setting_there_is_none()
    {
        Of().Any.ShouldBeFalse();
        Of(("OTEL_EXPORTER_OTLP_ENDPOINT", ""), ("APPLICATIONINSIGHTS_CONNECTION_STRING", "")).Any.ShouldBeFalse();
    }

    [Fact]
    public void Each_setting_names_one()
    {
        Of(("OTEL_EXPORTER_OTLP_ENDPOINT", "http://localhost:4317")).Otlp.ShouldBeTrue();
        Of(("APPLICATIONINSIGHTS_CONNECTION_STRING", Insights)).AzureMonitor.ShouldBe(Insights);
        Exporters.Of(new ConfigurationBuilder().Build(), console: true).Any.ShouldBeTrue();
    }

    [Theory]
    [InlineData("Authorization=AAD", true)]
    [InlineData("ClientId=00000000-0000-0000-0000-000000000002;Authorization=AAD", true)]
    [InlineData("authorization=aad; clientid=00000000-0000-0000-0000-000000000002;", true)]
    [InlineData("ClientId=00000000-0000-0000-0000-000000000002", false)]
    [InlineData("Authorization=AAD;Authorization=AAD", true)]
    [InlineData("nonsense", false)]
    [InlineData("", false)]
    public void An_identity_is_used_where_the_setting_says_so(string text, bool used) =>
        (Of(("APPLICATIONINSIGHTS_AUTHENTICATION_STRING", text)).Credential is not null).ShouldBe(used);

    private static Exporters Of(params (string Name, string Value)[] settings) =>
        Exporters.Of(
            new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value))).Build(),
            console: false
        );
}
