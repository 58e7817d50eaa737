namespace MyBudget.Infrastructure.Firebase.Analytics;

/// <summary>Configuration section <c>Analytics</c>. Nothing is noted or sent until both the app and its secret are given.</summary>
public sealed class AnalyticsSettings
{
    public const string Section = "Analytics";

    /// <summary>The id of the Firebase app whose stream gets the events, for example <c>1:123456789012:android:0123456789abcdef</c>.</summary>
    public string? FirebaseAppId { get; set; }

    /// <summary>The stream's secret for the Measurement Protocol.</summary>
    public string? ApiSecret { get; set; }

    /// <summary>What stands for this installation, 32 hexadecimal digits; by default made from the two above.</summary>
    public string? InstanceId { get; set; }

    /// <summary>Google Analytics; <c>https://region1.google-analytics.com</c> keeps what is sent within the EU.</summary>
    public Uri Address { get; set; } = new("https://www.google-analytics.com");

    public bool IsOn => FirebaseAppId is { Length: > 0 } && ApiSecret is { Length: > 0 };

    /// <summary>The same on every replica and after every start, without being stored; another with another secret.</summary>
    public string Instance => InstanceId is { Length: > 0 }
        ? InstanceId.ToLowerInvariant()
        : Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(ApiSecret!), Encoding.UTF8.GetBytes($"mybudget/{FirebaseAppId}")).AsSpan(0, 16));
}
