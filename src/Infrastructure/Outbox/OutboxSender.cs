using System.Threading.Channels;

namespace MyBudget.Infrastructure.Outbox;

/// <summary>
/// Sends what is due on one channel: claims ahead of the senders, so that they never wait for the database, and settles in
/// batches behind them.
/// </summary>
internal sealed partial class OutboxSender(
    IOutboxChannel channel, OutboxClaims claims, OutboxSettler settler, DatabaseHosts hosts, OutboxSignal signal, OutboxMetrics metrics, OutboxFaults faults,
    IOptions<OutboxSettings> settings, TimeProvider time, ILogger<OutboxSender> logger)
{
    /// <summary>Claimed for each that is sent at a time: so many that the next claim is back before they are sent.</summary>
    private const int Ahead = 16;

    /// <summary>What is under way when the host stops may end; the rest of the host's time is for settling it.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(15);

    private readonly OutboxSettings _settings = settings.Value;

    public async Task RunAsync(CancellationToken stop)
    {
        var work = Channel.CreateBounded<(ClaimedMessage Claim, Deliver Deliver)>(Ahead * channel.Concurrency);
        var settled = Channel.CreateUnbounded<Settlement>(new UnboundedChannelOptions { SingleReader = true });
        using var grace = new CancellationTokenSource();
        await using var stopping = stop.Register(() => grace.CancelAfter(Grace));

        var settling = settler.RunAsync(channel.Name, settled.Reader, stop);
        var sending = Enumerable.Range(0, channel.Concurrency).Select(_ => SendAsync(work.Reader, settled.Writer, stop, grace.Token)).ToList();
        await ClaimAsync(work.Writer, settled.Writer, stop);
        work.Writer.Complete();
        await Task.WhenAll(sending);
        settled.Writer.Complete();
        await settling;
    }

    private async Task ClaimAsync(
        ChannelWriter<(ClaimedMessage Claim, Deliver Deliver)> work, ChannelWriter<Settlement> settled, CancellationToken stop)
    {
        var trouble = new Trouble();
        while (!stop.IsCancellationRequested)
        {
            IReadOnlyList<ClaimedMessage> batch = [];
            var written = 0;
            try
            {
                // Never given up half-way: what was claimed unnoticed would wait for the lease's end.
                batch = await claims.ClaimAsync(channel.Name, Ahead * channel.Concurrency, CancellationToken.None);
                if (trouble.Ends()) LogClaims(channel.Name);
                if (batch.Count == 0)
                {
                    await signal.WaitAsync(channel.Name, _settings.PollInterval, stop);
                    continue;
                }

                var deliver = await channel.OpenAsync([.. batch.Select(claim => claim.Message)], stop);
                foreach (var claim in batch)
                {
                    await work.WriteAsync((claim, deliver), stop);
                    written++;
                }
            }
            catch (Exception failure)
            {
                foreach (var claim in batch.Skip(written)) settled.TryWrite(new Settlement(claim, Outcome: null));
                if (stop.IsCancellationRequested) return;
                if (failure is NpgsqlException) hosts.Forget();
                if (trouble.IsNew(failure)) LogClaimFailed(failure, channel.Name);
                await signal.WaitAsync(channel.Name, _settings.PollInterval, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task SendAsync(
        ChannelReader<(ClaimedMessage Claim, Deliver Deliver)> work, ChannelWriter<Settlement> settled, CancellationToken stop,
        CancellationToken grace)
    {
        await foreach (var (claim, deliver) in work.ReadAllAsync(CancellationToken.None))
        {
            // One that waited past half its lease might come back as another's before it is settled.
            var outcome = stop.IsCancellationRequested || claim.Until - time.GetUtcNow() < _settings.Lease / 2
                ? null
                : await TryAsync(claim, deliver, grace);
            settled.TryWrite(new Settlement(claim, outcome));
        }
    }

    private async Task<Delivery?> TryAsync(ClaimedMessage claim, Deliver deliver, CancellationToken grace)
    {
        try
        {
            var outcome = await deliver(claim.Message, grace);
            metrics.Count(channel.Name, outcome);
            if (faults.Note(channel.Name, outcome) is { } fault) LogHeld(channel.Name, fault);
            if (outcome is Delivery.Park park) LogParked(channel.Name, claim.Message.Id, park.Reason);
            return outcome;
        }
        catch (OperationCanceledException) when (grace.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception failure)
        {
            LogFailed(failure, channel.Name, claim.Message.Id);
            var retry = new Delivery.Retry(failure.GetType().Name);
            metrics.Count(channel.Name, retry);
            return retry;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What is due on {Channel} could not be claimed; trying again")]
    private partial void LogClaimFailed(Exception exception, string channel);

    [LoggerMessage(Level = LogLevel.Information, Message = "What is due on {Channel} can be claimed again")]
    private partial void LogClaims(string channel);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A try on {Channel} failed: {Id}")]
    private partial void LogFailed(Exception exception, string channel, Guid id);

    [LoggerMessage(Level = LogLevel.Error, Message = "Nothing can be sent on {Channel} until its configuration is mended: {Reason}")]
    private partial void LogHeld(string channel, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "A message on {Channel} was parked: {Id}, {Reason}")]
    private partial void LogParked(string channel, Guid id, string reason);
}
