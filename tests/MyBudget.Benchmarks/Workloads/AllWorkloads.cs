using System.Globalization;
using MyBudget.Benchmarks.Data;

namespace MyBudget.Benchmarks.Workloads;

/// <summary>What is measured, in this order.</summary>
/// <remarks>
/// Writers of one ledger wait for each other, and for each other's commit to reach the disk; those of several ledgers do not. So
/// recording is measured both ways. Searches look for what few transactions have.
/// </remarks>
internal static class AllWorkloads
{
    private const int Choices = 500;

    private const double Flat = 1.25;

    /// <summary>What few have is found by indexes, after a look at the newest 5,000 entries, which a small ledger does not have.</summary>
    private const double Found = 10;

    public static readonly IReadOnlyList<Workload> InOrder =
    [
        new("get", "get one transaction", 0.70, ledger => Get(ledger, ledger.Samples.Ids.Select(id => $"/transactions/{id}"))) { MayGrow = Flat },
        new("page", "page of 50 of one account", 0.85, ledger => ledger.Pages.Select(page => new BenchRequest(page))) { MayGrow = Flat },
        new("page200", "page of 200 of one account", 0.85, ledger => ledger.LargePages.Select(page => new BenchRequest(page))),
        new("list", "page of 50 of all accounts", null, ledger => ledger.LedgerPages.Select(page => new BenchRequest(page))) { MayGrow = Flat },
        new("text", "search for a note", null, ledger => Get(ledger, ledger.Samples.Notes.Select(note => $"/transactions?q={Uri.EscapeDataString(note)}")))
        {
            MayGrow = Found,
            IsSearch = true,
        },
        new("tag", "search for a tag", null, ledger => Get(ledger, [$"/transactions?tag={SampleEntries.RareTag}"])) { MayGrow = Found, IsSearch = true },
        new("amount", "search for an amount", null, ledger => Get(ledger, ledger.Samples.Amounts.Select(
            amount => string.Create(CultureInfo.InvariantCulture, $"/transactions?minAmount={amount}&maxAmount={amount}"))))
        {
            MayGrow = Found,
            IsSearch = true,
        },
        new("accounts", "accounts with balances", 0.75, ledger => Get(ledger, ["/accounts"])) { MayGrow = Flat },
        new("budgets", "state of all 20 budgets", 0.80, ledger => Get(ledger, [$"/budgets/status?on={ledger.Today:yyyy-MM-dd}"])) { MayGrow = Flat },
        new("poll", "poll where nothing is new", 0.60, Poll) { MayGrow = Flat, HasNothingNew = true },
        new("delta1", "delta of 1 change", null, ledger => Delta(ledger, 1)) { MayGrow = Flat },
        new("delta100", "delta of 100 changes", null, ledger => Delta(ledger, 100)) { MayGrow = Flat },
        new("delta10000", "page of 1,000 of a delta of 10,000", null, ledger => ledger.Changes.Pages.Select(page => new BenchRequest(page))),
        new("record", "record one transaction, all into one ledger", 0.55, Payments) { Records = true },
        new("apart", "record one transaction, each into its own ledger", 0.45, Payments) { Records = true, IsApart = true },
        new("transfer", "record one transfer, all into one ledger", null, Transfers) { Records = true },
    ];

    private static IEnumerable<BenchRequest> Get(SampleLedger ledger, IEnumerable<string> paths) =>
        paths.Select(path => new BenchRequest(ledger.Path + path));

    private static IEnumerable<BenchRequest> Poll(SampleLedger ledger) => [Since(ledger, ledger.Changes.Head)];

    private static IEnumerable<BenchRequest> Delta(SampleLedger ledger, int changes) => [Since(ledger, ledger.Changes.Before(changes))];

    /// <summary>As clients ask, who do not know whether anything is new.</summary>
    private static BenchRequest Since(SampleLedger ledger, string cursor) =>
        new($"{ledger.Path}/changes?since={cursor}&limit={SampleChanges.PageSize}") { Known = $"\"{cursor}\"" };

    private static IEnumerable<BenchRequest> Payments(SampleLedger ledger) => Record(ledger, EntriesOf(ledger).TakePayments(Choices));

    private static IEnumerable<BenchRequest> Transfers(SampleLedger ledger) => Record(ledger, EntriesOf(ledger).TakeTransfers(Choices));

    private static SampleEntries EntriesOf(SampleLedger ledger) => new(ledger.Accounts, ledger.Categories, ledger.Today, seed: 2);

    private static IEnumerable<BenchRequest> Record(SampleLedger ledger, IEnumerable<object> entries) =>
        entries.Select(entry => new BenchRequest($"{ledger.Path}/transactions", entry));
}
