using MyBudget.Benchmarks.Report;
using MyBudget.Benchmarks.Servers;

namespace MyBudget.Benchmarks;

/// <summary>From the start of a process to its first answer that it is ready, by turns with an empty ASP.NET Core.</summary>
internal static class StartRun
{
    public const string Key = "start";

    private const int Starts = 5;

    public static async Task<IReadOnlyList<(double Product, double Empty)>> MeasureAsync(
        ServerEnvironment environment, CancellationToken cancellationToken)
    {
        Progress.Say("start to ready");
        var starts = new List<(double Product, double Empty)>();
        for (var i = 0; i < Starts; i++)
        {
            starts.Add((
                await SecondsAsync(Programs.Product, null, environment, cancellationToken),
                await SecondsAsync(Programs.Benchmarks, Programs.Empty, environment, cancellationToken)));
        }

        return starts;
    }

    private static async Task<double> SecondsAsync(string assembly, string? mode, ServerEnvironment environment, CancellationToken cancellationToken)
    {
        await using var server = await ServerProcess.StartAsync(assembly, mode, environment, cancellationToken);
        return server.StartToReady.TotalSeconds;
    }
}
