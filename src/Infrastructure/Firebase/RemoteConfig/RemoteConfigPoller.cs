namespace MyBudget.Infrastructure.Firebase.RemoteConfig;

/// <summary>Reads the template again and again. Whatever goes wrong, what was read last stays.</summary>
internal sealed partial class RemoteConfigPoller(
    RemoteConfigClient client, ParameterValues values, RemoteConfigMetrics metrics, IOptions<FirebaseSettings> settings, TimeProvider time,
    ILogger<RemoteConfigPoller> logger) : BackgroundService
{
    private string? _tag;
    private string? _failure;
    private int _failures;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.Value.IsOn) return;

        while (!stoppingToken.IsCancellationRequested)
        {
            var asked = await ReadAsync(stoppingToken);
            var wait = RemoteConfigPace.Next(settings.Value.RemoteConfigInterval, _failures, asked, Random.Shared.NextDouble());
            await Task.Delay(wait, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <returns>How long Google wants to be left alone.</returns>
    private async Task<TimeSpan?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var template = await client.ReadAsync(_tag, cancellationToken);
            if (template.Texts is not null) metrics.ShowRefused(values.Take(template.Texts));
            _tag = template.Tag;
            metrics.ShowRead();
            if (_failures > 0) LogBack();
            (_failure, _failures) = (null, 0);
            return null;
        }
        catch (Exception failure)
        {
            if (cancellationToken.IsCancellationRequested) return null;
            var reason = failure is RemoteConfigException ? failure.Message : failure.GetType().Name;
            metrics.CountFailure(reason);
            if (reason != _failure) LogFailed(reason);
            (_failure, _failures) = (reason, _failures + 1);
            return (failure as RemoteConfigException)?.RetryAfter;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Remote Config cannot be read: {Reason}. What was read before, local settings and defaults hold")]
    private partial void LogFailed(string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Remote Config can be read again")]
    private partial void LogBack();
}
