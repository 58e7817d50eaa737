using System.Text.RegularExpressions;

namespace MyBudget.Infrastructure.Firebase.Analytics;

internal static partial class AnalyticsSetup
{
    public static WebApplicationBuilder AddAnalytics(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSettings<AnalyticsSettings>(AnalyticsSettings.Section)
            .Validate(
                settings => string.IsNullOrEmpty(settings.FirebaseAppId) == string.IsNullOrEmpty(settings.ApiSecret),
                "Analytics:FirebaseAppId and Analytics:ApiSecret go together: give both, or neither for no analytics.")
            .Validate(
                settings => string.IsNullOrEmpty(settings.InstanceId) || Instance().IsMatch(settings.InstanceId),
                "Analytics:InstanceId has 32 hexadecimal digits.");
        services.AddSingleton<AnalyticsSink>();

        // A sender looks into the outbox every second: none where there will never be anything.
        if (builder.Configuration.GetSection(AnalyticsSettings.Section).Get<AnalyticsSettings>() is not { IsOn: true }) return builder;
        services.AddHttpClient<MeasurementClient>("analytics", client => client.Timeout = TimeSpan.FromSeconds(10))
            // Traces would have the address, and with it the secret.
            .ToGoogle(handler => handler.ActivityHeadersPropagator = null);
        services.AddSingleton<IOutboxChannel, AnalyticsChannel>();
        return builder;
    }

    [GeneratedRegex("^[0-9A-Fa-f]{32}\\z", RegexOptions.None, 1000)]
    private static partial Regex Instance();
}
