using System.Threading.Channels;

namespace MyBudget.Infrastructure.Outbox;

/// <summary>Notes what became of messages, in batches, until the database has it: what was sent is not to be sent again.</summary>
internal sealed partial class OutboxSettler(
    OutboxClaims claims, IOptions<OutboxSettings> settings, TimeProvider time, ILogger<OutboxSettler> logger)
{
    private const int AtOnce = 500;

    public async Task RunAsync(string channel, ChannelReader<Settlement> settled, CancellationToken stop)
    {
        var (batch, trouble) = (new List<Settlement>(), new Trouble());
        while (await settled.WaitToReadAsync(CancellationToken.None))
        {
            while (batch.Count < AtOnce && settled.TryRead(out var settlement)) batch.Add(settlement);
            for (var saved = false; !saved;)
            {
                try
                {
                    await claims.SettleAsync(batch, CancellationToken.None);
                    saved = true;
                    trouble.Ends();
                }
                catch (NpgsqlException failure)
                {
                    if (trouble.IsNew(failure)) LogFailed(failure, channel);
                    if (stop.IsCancellationRequested) return;
                    await Task.Delay(settings.Value.PollInterval, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                }
            }

            batch.Clear();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What was sent on {Channel} could not be noted; trying again")]
    private partial void LogFailed(Exception exception, string channel);
}
