using System.Threading.Channels;

namespace MyBudget.Infrastructure.Hosting;

/// <summary>
/// Work that an answer must not wait for, nor betray by its duration. It is kept in memory: what is accepted is finished before a
/// stopping host ends, and lost with a crash, so it suits only what its user can ask for again.
/// </summary>
public sealed partial class BackgroundWork(IServiceScopeFactory scopes, ILogger<BackgroundWork> logger) : BackgroundService
{
    private const int AtOnce = 4;

    private readonly Channel<Func<IServiceProvider, CancellationToken, Task>> _queue =
        Channel.CreateBounded<Func<IServiceProvider, CancellationToken, Task>>(new BoundedChannelOptions(10_000));

    /// <summary>Runs <paramref name="work"/> soon, with a service of a scope of its own. Never waits; a full queue drops the work.</summary>
    public void Enqueue<TService>(Func<TService, CancellationToken, Task> work) where TService : notnull
    {
        if (!_queue.Writer.TryWrite((services, stop) => work(services.GetRequiredService<TService>(), stop))) LogDropped(typeof(TService).Name);
    }

    /// <summary>Finishes what is queued, for as long as the host grants.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _queue.Writer.TryComplete();
        if (ExecuteTask is { } running) await running.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await base.StopAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Parallel.ForEachAsync(
        _queue.Reader.ReadAllAsync(stoppingToken),
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stoppingToken },
        RunAsync);

    private async ValueTask RunAsync(Func<IServiceProvider, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await work(scope.ServiceProvider, cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            LogFailed(failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Background work failed")]
    private partial void LogFailed(Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Background work of {Service} was dropped: the queue is full or closed")]
    private partial void LogDropped(string service);
}
