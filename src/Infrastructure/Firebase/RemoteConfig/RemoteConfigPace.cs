namespace MyBudget.Infrastructure.Firebase.RemoteConfig;

/// <summary>When the template is read again.</summary>
internal static class RemoteConfigPace
{
    private static readonly TimeSpan FirstRetry = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>After a failure sooner than usual, and as usual once it lasts; but not before the time that was asked for.</summary>
    /// <param name="interval">The usual time.</param>
    /// <param name="failures">How often it failed in a row.</param>
    /// <param name="asked">What Google asked for; an hour of it is believed.</param>
    /// <param name="share">From 0 to 1, by chance: replicas that started together shall not go on asking together.</param>
    public static TimeSpan Next(TimeSpan interval, int failures, TimeSpan? asked, double share)
    {
        var doubled = FirstRetry * Math.Pow(2, Math.Min(failures - 1, 20));
        var usual = (failures > 0 && doubled < interval ? doubled : interval) * (0.9 + (share / 5));
        var least = (asked < LongestWait ? asked.Value : asked is null ? TimeSpan.Zero : LongestWait) * (1 + (share / 10));
        return usual > least ? usual : least;
    }
}
