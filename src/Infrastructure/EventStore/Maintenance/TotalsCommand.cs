using JasperFx.CommandLine;

namespace MyBudget.Infrastructure.EventStore.Maintenance;

internal enum TotalsAction
{
    Check,
    Rebuild,
}

public sealed class TotalsInput : NetCoreInput
{
    [Description("check reports where totals differ from the events; rebuild mends them too")]
    public string Action { get; set; } = string.Empty;

    [Description("Only this ledger")]
    [FlagAlias("ledger", longAliasOnly: true)]
    public Guid? LedgerFlag { get; set; }
}

/// <summary>
/// <c>totals check</c> ends with exit code 1 where balances, totals, the change index or the stored entities differ from what the events say;
/// <c>totals rebuild</c> mends them. One ledger at a time is locked for writers while it is looked at.
/// </summary>
[Description("Compare balances and totals with the events they come from")]
public sealed class TotalsCommand : JasperFxAsyncCommand<TotalsInput>
{
    private const int Shown = 20;

    public TotalsCommand() => Usage("Check or rebuild the totals").Arguments(input => input.Action);

    public override async Task<bool> Execute(TotalsInput input)
    {
        if (!Enum.TryParse<TotalsAction>(input.Action, ignoreCase: true, out var action))
        {
            await Console.Error.WriteLineAsync($"totals: '{input.Action}' is neither check nor rebuild");
            return false;
        }

        using var host = input.BuildHost();
        return await RunAsync(host.Services, action, input.LedgerFlag, Console.Out, CancellationToken.None);
    }

    internal static async Task<bool> RunAsync(
        IServiceProvider services, TotalsAction action, Guid? only, TextWriter output, CancellationToken cancellationToken)
    {
        var (compared, drifted, entities) = (0, 0, 0);
        var ledgers = only is { } one ? [one] : await LedgersAsync(services.GetRequiredService<NpgsqlDataSource>(), cancellationToken);
        foreach (var ledger in ledgers)
        {
            await using var scope = services.CreateAsyncScope();
            var replay = scope.ServiceProvider.GetRequiredService<LedgerReplay>();
            IReadOnlyList<TotalsDrift> drifts;
            try
            {
                drifts = await replay.RunAsync(ledger, mend: action is TotalsAction.Rebuild, cancellationToken);
            }
            catch (LedgerGoneException) when (only is not null)
            {
                await output.WriteLineAsync($"totals: there is no ledger {ledger}");
                return false;
            }
            catch (LedgerGoneException)
            {
                // Deleted since the list was read: nothing is left to compare.
                continue;
            }

            compared++;
            if (drifts.Count > 0) drifted++;
            if (drifts.Any(drift => drift.IsOfEntities)) entities++;
            foreach (var drift in drifts) await ReportAsync(ledger, drift, output);
        }

        var mended = action is TotalsAction.Rebuild ? ", mended" : string.Empty;
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{compared} ledgers compared, {drifted} with drift{mended}"));
        if (entities > 0) await output.WriteLineAsync($"totals: of {entities} the stored entities differ from their events, which no rebuild mends: please report it");
        return drifted == 0 || (action is TotalsAction.Rebuild && entities == 0);
    }

    private static async Task ReportAsync(Guid ledger, TotalsDrift drift, TextWriter output)
    {
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{ledger} {drift.Table}{(drift.IsOfEntities ? " by the stored entities" : string.Empty)}: {drift.Stored.Count} rows stored (-) that the events do not give, {drift.Replayed.Count} (+) that they do"));
        foreach (var row in drift.Stored.Take(Shown)) await output.WriteLineAsync($"  - {row}");
        foreach (var row in drift.Replayed.Take(Shown)) await output.WriteLineAsync($"  + {row}");
    }

    private static Task<IReadOnlyList<Guid>> LedgersAsync(NpgsqlDataSource database, CancellationToken cancellationToken) =>
        database.Sql($"select ledger_id from {EventTables.Heads:raw} order by ledger_id").ListAsync(row => row.GetGuid(0), cancellationToken);
}
