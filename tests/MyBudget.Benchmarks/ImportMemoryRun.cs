using System.Globalization;
using MyBudget.Benchmarks.Data;
using MyBudget.Benchmarks.Report;
using MyBudget.Benchmarks.Servers;
using Npgsql;

namespace MyBudget.Benchmarks;

/// <summary>
/// What an import of a large file needs of memory: by how much the smallest heap in which it succeeds is larger than the smallest in which
/// one of a hundred rows does. The runtime keeps the heap within the limit that it is told, so that nothing has to be read while it works.
/// </summary>
internal static class ImportMemoryRun
{
    public const string Key = "import-memory";
    public const double Allowed = 3;

    public const int FewRows = 100;
    private const int Rows = 48_000;
    private const int LeastMegabytes = 16;
    private const int MostMegabytes = 400;

    public static async Task<ImportMemory> MeasureAsync(ServerEnvironment environment, CancellationToken cancellationToken)
    {
        var (small, large) = (SampleEntries.LongBankFile(FewRows), SampleEntries.LongBankFile(Rows));
        return new ImportMemory(
            large.Length, await LeastAsync("a preview of a few rows", small, isPreview: true), await LeastAsync("a preview", large, isPreview: true),
            await LeastAsync("an import of a few rows", small, isPreview: false), await LeastAsync("an import", large, isPreview: false));

        async Task<int> LeastAsync(string what, byte[] file, bool isPreview)
        {
            var (fails, succeeds) = (LeastMegabytes, MostMegabytes);
            while (succeeds - fails > 1)
            {
                var megabytes = (fails + succeeds) / 2;
                if (await SucceedsAsync(megabytes, file, isPreview, environment, cancellationToken)) succeeds = megabytes;
                else fails = megabytes;
            }

            Progress.Say(string.Create(CultureInfo.InvariantCulture, $"{what} needs a heap of {succeeds} MB"));
            return succeeds;
        }
    }

    private static async Task<bool> SucceedsAsync(
        int megabytes, byte[] file, bool isPreview, ServerEnvironment environment, CancellationToken cancellationToken)
    {
        var limit = new Dictionary<string, string> { ["DOTNET_GCHeapHardLimit"] = (megabytes * 1_000_000).ToString("X", CultureInfo.InvariantCulture) };
        try
        {
            await ForgetNewsAsync(environment.ConnectionString, cancellationToken);
            await using var server = await ServerProcess.StartAsync(Programs.Product, null, environment.With(limit), cancellationToken);
            using var visitor = new Api(server.Port);
            using var api = new Api(server.Port, await Household.RegisterAsync(visitor, cancellationToken));
            var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
            var ledger = await SampleLedger.CreateAsync(api, FewRows, today, cancellationToken);
            var preview = isPreview ? "&preview=true" : "";
            await api.PostFileAsync($"{ledger.Path}/imports?accountId={ledger.ImportAccount}{preview}", "bank.csv", file, cancellationToken);
            return true;
        }
        catch (Exception refused) when (refused is InvalidOperationException or HttpRequestException or IOException)
        {
            // Refused for want of memory, or gone: the runtime ends a process that has none left for itself.
            return false;
        }
    }

    /// <summary>What followed the import of the try before would be read again, beside this one: a server that is killed leaves it to the next.</summary>
    private static async Task ForgetNewsAsync(string database, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var forget = source.CreateCommand("delete from ledger_news");
        await forget.ExecuteNonQueryAsync(cancellationToken);
    }
}

/// <param name="FileBytes">Of the large file.</param>
/// <param name="SmallPreview">Megabytes of the smallest heap in which a few rows are previewed.</param>
/// <param name="LargePreview">The same of the large file.</param>
/// <param name="SmallImport">The same of an import of a few rows.</param>
/// <param name="LargeImport">The same of an import of the large file.</param>
internal sealed record ImportMemory(long FileBytes, int SmallPreview, int LargePreview, int SmallImport, int LargeImport)
{
    /// <summary>By how many times the file the heap has to be larger.</summary>
    public double Preview => (LargePreview - SmallPreview) * 1e6 / FileBytes;

    public double Import => (LargeImport - SmallImport) * 1e6 / FileBytes;
}
