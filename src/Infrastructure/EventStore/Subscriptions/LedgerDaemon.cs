using System.Runtime.CompilerServices;

namespace MyBudget.Infrastructure.EventStore.Subscriptions;

/// <summary>Hands what was committed in ledgers to the subscribers. It works on every replica; each takes ledgers that none has yet.</summary>
internal sealed partial class LedgerDaemon(
    LedgerNews news, LedgerSubscribers subscribers, CommitSignal signal, DatabaseHosts hosts, IOptions<DaemonSettings> settings,
    TimeProvider time, ILogger<LedgerDaemon> logger) : BackgroundService
{
    /// <summary>Ledgers that a replica takes with one statement.</summary>
    private const int Claimed = 16;

    /// <summary>Ledgers that a replica has at the same time, most of them waiting for their turn or for another try.</summary>
    private const int Held = 64;

    private readonly DaemonSettings _settings = settings.Value;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => _settings.Enabled
        ? Parallel.ForEachAsync(
            ClaimsAsync(stoppingToken), new ParallelOptions { MaxDegreeOfParallelism = Held, CancellationToken = stoppingToken },
            FollowAsync)
        : Task.CompletedTask;

    private async IAsyncEnumerable<NewsClaim> ClaimsAsync([EnumeratorCancellation] CancellationToken stop)
    {
        var trouble = new Trouble();
        while (!stop.IsCancellationRequested)
        {
            var claims = new Queue<NewsClaim>(await ClaimAsync(trouble));
            var isAll = claims.Count < Claimed;
            try
            {
                while (claims.TryDequeue(out var claim)) yield return claim;
            }
            finally
            {
                foreach (var claim in claims) await NoteAsync(() => news.GiveBackAsync(claim, TimeSpan.Zero, CancellationToken.None), stop);
            }

            if (isAll) await signal.WaitAsync(_settings.PollInterval, stop);
        }
    }

    private async Task<IReadOnlyList<NewsClaim>> ClaimAsync(Trouble trouble)
    {
        try
        {
            // Never given up half-way: what was claimed unnoticed would wait for the lease's end.
            var claims = await news.ClaimAsync(Claimed, CancellationToken.None);
            if (trouble.Ends()) LogClaims();
            return claims;
        }
        catch (Exception failure) when (failure is NpgsqlException or TimeoutException)
        {
            hosts.Forget();
            if (trouble.IsNew(failure)) LogClaimFailed(failure);
            return [];
        }
    }

    private async ValueTask FollowAsync(NewsClaim claim, CancellationToken stop)
    {
        try
        {
            var page = await news.ReadAsync(claim, stop);
            if (page.Events.Count > 0) await subscribers.HandleAsync(claim.LedgerId, page.Events, stop);
            await NoteAsync(
                async () =>
                {
                    if (await news.SettleAsync(claim, page.To, CancellationToken.None)) signal.Wake();
                },
                stop);
        }
        catch (Exception failure)
        {
            var after = stop.IsCancellationRequested ? TimeSpan.Zero : _settings.FirstBackoff * Math.Pow(4, Math.Min(claim.Attempts, 4));
            if (!stop.IsCancellationRequested) LogGivenBack(failure, claim.LedgerId, claim.Attempts);
            await NoteAsync(() => news.GiveBackAsync(claim, after, CancellationToken.None), stop);
        }
    }

    /// <summary>Until the database has it: what was handled is not to be handled again, what was not is not to wait for the lease's end.</summary>
    private async Task NoteAsync(Func<Task> note, CancellationToken stop)
    {
        while (true)
        {
            try
            {
                await note();
                return;
            }
            catch (Exception failure) when (failure is NpgsqlException or TimeoutException)
            {
                if (stop.IsCancellationRequested) return;
                await Task.Delay(_settings.PollInterval, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The ledgers with news could not be claimed; trying again")]
    private partial void LogClaimFailed(Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "The ledgers with news can be claimed again")]
    private partial void LogClaims();

    [LoggerMessage(Level = LogLevel.Warning, Message = "What is new in ledger {LedgerId} could not be handled, try {Attempt}; trying again")]
    private partial void LogGivenBack(Exception exception, Guid ledgerId, int attempt);
}
