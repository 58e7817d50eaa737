using MyBudget.Benchmarks.Data;
using MyBudget.Benchmarks.Engine;
using MyBudget.Benchmarks.Load;
using MyBudget.Benchmarks.Report;
using MyBudget.Benchmarks.Servers;
using MyBudget.Benchmarks.Workloads;

namespace MyBudget.Benchmarks;

/// <summary>Fills both sides with the same ledgers, compares their answers, and loads them by turns.</summary>
internal sealed class LedgerRun(BenchOptions options, Side product, Side floor)
{
    private static readonly TimeSpan LeastWarmUp = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan MostWarmUp = TimeSpan.FromSeconds(15);
    private const int WarmUpRequests = 6_000;

    private readonly List<Rounds> _rounds = [];
    private readonly List<Waits> _waits = [];
    private readonly List<Downloads> _downloads = [];

    public async Task<LedgerMeasurements> RunAsync(CancellationToken cancellationToken)
    {
        await product.WeighEmptyAsync(cancellationToken);
        await floor.WeighEmptyAsync(cancellationToken);
        var apart = AllWorkloads.InOrder.Any(workload => workload.IsApart && options.Includes(workload.Key));
        var household = await Household.FillAsync(product, floor, options.Sizes, apart ? options.Connections : 0, cancellationToken);
        await product.TidyAsync(cancellationToken);
        await floor.TidyAsync(cancellationToken);

        var workloads = AllWorkloads.InOrder.Where(workload => options.Includes(workload.Key)).ToList();
        foreach (var workload in workloads.Where(workload => !workload.Records)) await LoadAsync(workload, household, cancellationToken);
        foreach (var ledger in household.Ledgers.Where(_ => options.Includes(DownloadRun.Key)))
        {
            var (rounds, download) = await DownloadRun.CompareAsync(product, floor, household.Token, ledger, options.Rounds, cancellationToken);
            Keep(rounds);
            _downloads.Add(download);
        }

        var engine = new List<EngineMeasurements>();
        foreach (var ledger in household.Ledgers.Where(ledger => options.Includes(EngineRun.Key) && ledger.Size >= EngineRun.SmallestLedger))
            engine.Add(await EngineRun.MeasureAsync(product.Port, household.Token, ledger, cancellationToken));
        foreach (var workload in workloads.Where(workload => workload.Records)) await LoadAsync(workload, household, cancellationToken);
        var disk = new Disk(
            await product.BytesPerTransactionAsync(cancellationToken), await floor.BytesPerTransactionAsync(cancellationToken), product.Recorded);
        foreach (var ledger in household.Ledgers.Where(_ => options.Includes(ImportRun.Key) || options.Includes(WaitRun.Key)))
            await ImportAsync(household.Token, ledger, cancellationToken);
        var edits = options.Includes(EditsRun.Key)
            ? await new EditsRun(product, household.Token, household.Ledgers[0]).MeasureAsync(options.Rounds, cancellationToken)
            : null;
        return new LedgerMeasurements(_rounds, _waits, disk, product.Memory, floor.Memory) { Downloads = _downloads, Edits = edits, Engine = engine };
    }

    private async Task LoadAsync(Workload workload, Household household, CancellationToken cancellationToken)
    {
        Progress.Say(workload.Name);
        var groups = workload.IsApart
            ? [(Household.ApartSize, household.Apart)]
            : household.Ledgers.Where(ledger => workload.RequestsFor(ledger).Any())
                .Select(ledger => (ledger.Size, (IReadOnlyList<SampleLedger>)[ledger])).ToList();
        if (groups.Count == 0) return;
        foreach (var ledger in groups.SelectMany(group => group.Item2)) await CompareAsync(workload, ledger, household.Token, cancellationToken);

        var matches = new List<Match>();
        try
        {
            foreach (var (size, ledgers) in groups)
            {
                var requests = ledgers
                    .Select(ledger => workload.RequestsFor(ledger).Select(request => request.ToBytes(household.Token)).ToArray()).ToList();
                matches.Add(await Match.OpenAsync(
                    new Rounds(workload.Name, size), workload, requests, options.Connections, product, floor, cancellationToken));
            }

            await matches[0].WarmUpAsync(LeastWarmUp, WarmUpRequests, MostWarmUp, cancellationToken);
            foreach (var match in matches.Skip(1)) await match.WarmUpAsync(Rounds.Turn, requests: 0, Rounds.Turn, cancellationToken);
            for (var round = 0; round < options.Rounds; round++)
            {
                foreach (var match in matches) await match.PlayAsync(TimeSpan.FromSeconds(options.Seconds), cancellationToken);
            }
        }
        finally
        {
            matches.ForEach(match => match.Dispose());
        }

        matches.ForEach(match => Keep(match.Rounds));
    }

    private void Keep(Rounds rounds)
    {
        Progress.Say(rounds.ToString());
        _rounds.Add(rounds);
    }

    private async Task CompareAsync(Workload workload, SampleLedger ledger, string token, CancellationToken cancellationToken)
    {
        using Api asProduct = new(product.Port, token), asFloor = new(floor.Port, token);
        var asked = await SameAnswers.DemandAsync(workload, ledger, asProduct, asFloor, cancellationToken);
        if (!workload.Records) return;
        product.Recorded += asked;
        floor.Recorded += asked;
    }

    private async Task ImportAsync(string token, SampleLedger ledger, CancellationToken cancellationToken)
    {
        using Api asProduct = new(product.Port, token), asFloor = new(floor.Port, token);
        var (onProduct, onFloor) = (new ImportRun(product, asProduct, ledger), new ImportRun(floor, asFloor, ledger));
        var entries = new SampleEntries(ledger.Accounts, ledger.Categories, ledger.Today, seed: 3);
        var former = entries.BankFile(ImportRun.Rows, "F");
        await onProduct.KeepAsync(former, cancellationToken);
        await onFloor.KeepAsync(former, cancellationToken);

        if (options.Includes(ImportRun.Key))
        {
            Progress.Say($"{ImportRun.Name} at {ledger.Size:n0}");
            var rounds = new Rounds(ImportRun.Name, ledger.Size);
            // The first warms both up.
            for (var round = 0; round <= options.Rounds; round++)
            {
                var file = entries.BankFile(ImportRun.Rows, $"R{round}");
                var ofProduct = await onProduct.MeasureAsync(file, cancellationToken);
                var ofFloor = await onFloor.MeasureAsync(file, cancellationToken);
                if (round > 0) rounds.Add(ofProduct, ofFloor);
            }

            Keep(rounds);
        }

        if (!options.Includes(WaitRun.Key)) return;
        Progress.Say($"what writers wait during an import at {ledger.Size:n0}");
        _waits.AddRange(await new WaitRun(asProduct, onProduct, ledger).MeasureAsync(
            round => entries.BankFile(ImportRun.Rows, $"W{round}"), options.Rounds, cancellationToken));
    }
}
