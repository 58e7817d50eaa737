namespace MyBudget.Infrastructure.Firebase.Analytics;

/// <summary>
/// The body of a request of the Measurement Protocol
/// (https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference).
/// </summary>
internal static class MeasurementBody
{
    /// <summary>What one request may hold.</summary>
    public const int MostEvents = 25;

    public static byte[] Write(string instance, IReadOnlyCollection<ProductEvent> events) => JsonSerializer.SerializeToUtf8Bytes(new JsonObject
    {
        ["app_instance_id"] = instance,
        ["consent"] = new JsonObject { ["ad_user_data"] = "DENIED", ["ad_personalization"] = "DENIED" },
        ["events"] = new JsonArray([.. events.Select(Write)]),
    });

    private static JsonNode Write(ProductEvent happened)
    {
        // Reports leave out events without a session and a time of use; a day of the installation is one session.
        var parameters = new JsonObject
        {
            ["session_id"] = happened.At.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture),
            ["engagement_time_msec"] = 1,
        };
        foreach (var (name, value) in happened.Parameters) parameters[name] = value;
        return new JsonObject
        {
            ["name"] = happened.Name,
            ["timestamp_micros"] = (happened.At - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond,
            ["params"] = parameters,
        };
    }
}
