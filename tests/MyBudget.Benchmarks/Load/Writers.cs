using System.Diagnostics;

namespace MyBudget.Benchmarks.Load;

/// <summary>
/// Members of one household who write now and then while something else is going on: one after the other begins at a fixed pace,
/// whether or not the one before is done, and waits from when it was due.
/// </summary>
internal static class Writers
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(20);

    /// <summary>Begins writers until the other is done, and tells how long each of them waited, in ticks of the stopwatch.</summary>
    public static async Task<IReadOnlyList<long>> WaitAsync(Task other, Func<int, Task> write)
    {
        var (begin, writers) = (Stopwatch.GetTimestamp(), new List<Task<long>>());
        while (!other.IsCompleted)
        {
            var due = begin + (long)(writers.Count * Pace.TotalSeconds * Stopwatch.Frequency);
            var early = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due);
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
