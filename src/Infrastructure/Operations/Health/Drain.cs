using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace MyBudget.Infrastructure.Operations.Health;

/// <summary>
/// A replica that was told to stop says at once that it is not ready, and serves on until the load balancer has noticed. What is
/// under way then still ends.
/// </summary>
internal sealed partial class Drain(IHostApplicationLifetime lifetime, IOptions<HealthSettings> settings, TimeProvider time, ILogger<Drain> logger)
    : IHostedLifecycleService, IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        lifetime.ApplicationStopping.IsCancellationRequested ? HealthCheckResult.Unhealthy("this replica is stopping") : HealthCheckResult.Healthy());

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        if (settings.Value.Drain <= TimeSpan.Zero) return;
        LogDraining(settings.Value.Drain.TotalSeconds);
        await Task.Delay(settings.Value.Drain, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Information, Message = "Stopping; requests are served for another {Seconds} s")]
    private partial void LogDraining(double seconds);
}
