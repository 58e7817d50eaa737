using System.Globalization;
using System.Runtime.InteropServices;
using Npgsql;

namespace MyBudget.Benchmarks.Report;

/// <summary>Where and how a run measured: figures without that say nothing.</summary>
internal static class Setting
{
    public static async Task<string> DescribeAsync(BenchOptions options, string connectionString, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(
            "select concat_ws(', ', 'fsync ' || current_setting('fsync'), 'synchronous_commit ' || current_setting('synchronous_commit'), "
            + "'shared_buffers ' || current_setting('shared_buffers'))", connection);
        var durability = await command.ExecuteScalarAsync(cancellationToken);

        var date = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{date}, {Environment.ProcessorCount} cores ({Processor()}), {memory:0} GB, {RuntimeInformation.OSDescription.Split('#')[0].Trim()}, ")
            + string.Create(
                CultureInfo.InvariantCulture,
                $".NET {Environment.Version}, PostgreSQL {connection.PostgreSqlVersion} ({durability}). {options.Connections} connections over loopback; ")
            + string.Create(
                CultureInfo.InvariantCulture,
                $"load, servers and PostgreSQL share the cores. Medians of {options.Rounds} rounds of {options.Seconds} s of load, in turns of 200 ms.");
    }

    private static string Processor() => File.ReadLines("/proc/cpuinfo")
        .Where(line => line.StartsWith("model name", StringComparison.Ordinal)).Select(line => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim())
        .FirstOrDefault("unknown processor");
}
