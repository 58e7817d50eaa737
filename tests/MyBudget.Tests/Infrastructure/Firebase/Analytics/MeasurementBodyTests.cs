using System.Globalization;
using System.Text.Json;
using MyBudget.Infrastructure.Firebase.Analytics;

namespace MyBudget.Tests.Infrastructure.Firebase.Analytics;

public sealed class MeasurementBodyTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 1, 12, 0, 0, 123, TimeSpan.Zero);

    [Fact]
    public void names_the_installation_and_what_happened_when()
    {
        var body = MeasurementBody.Write(new string('a', 32), [new ProductEvent("first_import", At, new Dictionary<string, string> { ["format"] = "ofx" })]);

        JsonDocument.Parse(body).RootElement.GetRawText().ShouldBe(
            "{\"app_instance_id\":\"" + new string('a', 32) + "\",\"consent\":{\"ad_user_data\":\"DENIED\",\"ad_personalization\":\"DENIED\"},"
            + "\"events\":[{\"name\":\"first_import\",\"timestamp_micros\":1772366400123000,"
            + "\"params\":{\"session_id\":\"20260301\",\"engagement_time_msec\":1,\"format\":\"ofx\"}}]}");
    }

    [Fact]
    public void the_installation_is_named_alike_on_every_replica_and_by_nothing_that_tells_the_secret()
    {
        var settings = new AnalyticsSettings { FirebaseAppId = "1:2:android:3", ApiSecret = "hush" };

        settings.Instance.ShouldBe(new AnalyticsSettings { FirebaseAppId = "1:2:android:3", ApiSecret = "hush" }.Instance);
        settings.Instance.ShouldNotBe(new AnalyticsSettings { FirebaseAppId = "1:2:android:3", ApiSecret = "other" }.Instance);
        settings.Instance.Length.ShouldBe(32);
        UInt128.TryParse(settings.Instance, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out _).ShouldBeTrue();
    }
}
