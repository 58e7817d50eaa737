using MyBudget.Benchmarks.Servers;

namespace MyBudget.Benchmarks.Load;

/// <summary>One side under one load, and what its turns of a round came to.</summary>
internal sealed class Contender(Side side, Load load, bool records)
{
    private readonly List<long> _latencies = [];
    private Usage _used;

    /// <summary>How long its turns of this round have taken together.</summary>
    public TimeSpan Elapsed { get; private set; }

    public void Begin()
    {
        _latencies.Clear();
        (Elapsed, _used) = (TimeSpan.Zero, default);
    }

    /// <summary>A turn, and what follows from it: that is part of what the requests cost, and the other does not begin before it is done.</summary>
    public async Task TakeTurnAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        var before = await side.ReadAsync(cancellationToken);
        var turn = await load.RunAsync(duration, cancellationToken);
        if (records)
        {
            side.Recorded += turn.Latencies.Count;
            await side.SettleAsync(cancellationToken);
        }

        _used += await side.ReadAsync(cancellationToken) - before;
        _latencies.AddRange(turn.Latencies);
        Elapsed += turn.Elapsed;
    }

    /// <summary>Turns until the runtime has compiled what is hot; on a busy machine that takes it longer.</summary>
    public async Task WarmUpAsync(TimeSpan least, int requests, TimeSpan most, CancellationToken cancellationToken)
    {
        Begin();
        do await TakeTurnAsync(Rounds.Turn, cancellationToken);
        while (Elapsed < least || (_latencies.Count < requests && Elapsed < most));
    }

    public LoadResult End() => LoadResult.Of(_latencies, Elapsed, _used);
}
