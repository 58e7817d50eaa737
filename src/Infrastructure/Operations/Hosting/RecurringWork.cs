namespace MyBudget.Infrastructure.Operations.Hosting;

/// <summary>What a replica does again and again. A database that is away does not end it, and is told of once.</summary>
/// <param name="firstAfter">How long after the start; null for at once.</param>
internal abstract class RecurringWork(TimeSpan every, TimeSpan? firstAfter, TimeProvider time) : BackgroundService
{
    protected TimeProvider Time => time;

    protected abstract Task RoundAsync(CancellationToken cancellationToken);

    protected abstract void LogFailed(Exception exception);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(firstAfter ?? every, time);
        if (firstAfter is not null) await timer.WaitForNextTickAsync(stoppingToken);
        timer.Period = every;
        var trouble = new Trouble();
        do
        {
            try
            {
                await RoundAsync(stoppingToken);
                trouble.Ends();
            }
            catch (Exception failure) when (failure is NpgsqlException or TimeoutException)
            {
                if (trouble.IsNew(failure)) LogFailed(failure);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
