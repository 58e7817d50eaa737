using System.Diagnostics;

namespace MyBudget.Benchmarks.Load;

/// <summary>
/// Members of one household who write now and then while something else is going on: one after the other begins at a fixed pace,
/// whether or not the one before is done, and waits from when it was due.
/// </summary>
internal static class Writers
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(20);

    /// <summary>Begins writers for as long as it is said to go on, and tells how long each of them waited, in ticks of the stopwatch.</summary>
    /// <param name="goesOn">Asked with how many have begun.</param>
    /// <param name="write">The write of one of them.</param>
    public static async Task<IReadOnlyList<long>> WaitAsync(Func<int, bool> goesOn, Func<int, Task> write)
    {
        var (begin, writers) = (Stopwatch.GetTimestamp(), new List<Task<long>>());
        while (goesOn(writers.Count))
        {
            var due = begin + (long)(writers.Count * Pace.TotalSeconds * Stopwatch.Frequency);
            var early = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due);
            // The pace is the load that is measured; nothing is waited for here.
            if (early > TimeSpan.Zero) await Task.Delay(early);
            writers.Add(WriteAsync(write, writers.Count, due));
        }

        return await Task.WhenAll(writers);
    }

    private static async Task<long> WriteAsync(Func<int, Task> write, int number, long due)
    {
        await Task.Yield();
        await write(number);
        return Stopwatch.GetTimestamp() - due;
    }
}
