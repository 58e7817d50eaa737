namespace MyBudget.Features.Transactions;

/// <summary>What happens to transactions, as members read it.</summary>
internal static class TransactionActivity
{
    public static IServiceCollection AddTransactionActivity(this IServiceCollection services) => services
        .AddActivity<TransactionRecorded>(
            "recorded", (e, words) => Of(e.Entry, words, (entry, w) => w.Say("transactions.activity.recorded", $"Recorded {entry}", ("entry", entry))),
            (count, words) => words.Count("transactions.activity.recorded-many", count, ("Recorded {count} entry", "Recorded {count} entries")))
        .AddActivity<TransactionRevised>(
            "revised", (e, words) => Of(e.Now, words, (entry, w) => w.Say("transactions.activity.revised", $"Changed {entry}", ("entry", entry))),
            (count, words) => words.Count("transactions.activity.revised-many", count, ("Changed {count} entry", "Changed {count} entries")))
        .AddActivity<TransactionDeleted>(
            "deleted", (e, words) => Of(e.Was, words, (entry, w) => w.Say("transactions.activity.deleted", $"Deleted {entry}", ("entry", entry))),
            (count, words) => words.Count("transactions.activity.deleted-many", count, ("Deleted {count} entry", "Deleted {count} entries")))
        .AddActivity<TransactionRestored>(
            "restored", (e, words) => Of(e.Now, words, (entry, w) => w.Say("transactions.activity.restored", $"Restored {entry}", ("entry", entry))),
            (count, words) => words.Count("transactions.activity.restored-many", count, ("Restored {count} entry", "Restored {count} entries")))
        .AddBankActivity()
        .AddReceiptActivity()
        .AddActivity<TransactionJoined>(
            "joined", (e, words) => Of(e.Now, words, (entry, w) => w.Say("transactions.activity.joined", $"Joined two entries to {entry}", ("entry", entry))),
            isWhole: true)
        .AddActivity<TransactionParted>(
            "parted", (e, words) => Of(e.Was, words, (entry, w) => w.Say("transactions.activity.parted", $"Parted {entry} into two entries", ("entry", entry))),
            isWhole: true)
        .AddLargeActivity<BulkRevised, BulkRevision>("revisedInBulk", (bulk, words) => new Told(
            words.Count("transactions.activity.bulk", bulk.Changed, ("Changed {count} entry at once", "Changed {count} entries at once")), bulk.Changed))
        .AddActivity<BulkRevisionUndone>(
            "bulkUndone", (e, words) => new Told(
                words.Count(
                    "transactions.activity.bulk-undone", e.Restored,
                    ("Took back a change of {count} entry", "Took back a change of {count} entries")),
                e.Restored),
            isWhole: true)
        .AddActivity<AccountReconciled>("reconciled", Reconciled, isWhole: true)
        .AddActivity<ReconciliationUndone>(
            "reconciliationUndone", (e, words) =>
            {
                var account = words.NameOf(e.AccountId);
                return words.Say("transactions.activity.reconciliation-undone", $"Took back the last reconciliation of {account}", ("account", account));
            },
            isWhole: true);

    private static IServiceCollection AddBankActivity(this IServiceCollection services) => services
        .AddActivity<BankRowMatched>(
            "matched", (e, words) => Of(e.Now, words, (entry, w) => w.Say("transactions.activity.matched", $"The bank confirmed {entry}", ("entry", entry))),
            (count, words) => words.Count(
                "transactions.activity.matched-many", count, ("The bank confirmed {count} entry", "The bank confirmed {count} entries")))
        .AddActivity<BankRowUnmatched>(
            "unmatched", (e, words) => Of(e.Now, words, (entry, w) => w.Say("transactions.activity.unmatched", $"Took the bank's word on {entry} back", ("entry", entry))),
            (count, words) => words.Count(
                "transactions.activity.unmatched-many", count,
                ("Took the bank's word on {count} entry back", "Took the bank's word on {count} entries back")))
        .AddActivity<OtherSideKept>(
            "otherSideKept", (e, words) => Of(
                e.Now, words, (entry, w) => w.Say("transactions.activity.other-side", $"Kept {entry} of a transfer whose import was undone", ("entry", entry))));

    private static IServiceCollection AddReceiptActivity(this IServiceCollection services) => services
        .AddActivity<ReceiptAttached>("receiptAttached", (e, words) => Of(
            e.Entry, words, (entry, w) => w.Say("transactions.activity.receipt-attached", $"Attached a receipt to {entry}", ("entry", entry))))
        .AddActivity<ReceiptRemoved>("receiptRemoved", (e, words) => Of(
            e.Entry, words, (entry, w) => w.Say("transactions.activity.receipt-removed", $"Removed a receipt of {entry}", ("entry", entry))))
        .AddActivity<ReceiptRestored>("receiptRestored", (e, words) => Of(
            e.Entry, words, (entry, w) => w.Say("transactions.activity.receipt-restored", $"Brought back a receipt of {entry}", ("entry", entry))));

    private static Told Reconciled(AccountReconciled e, ActivityWords words)
    {
        var (account, balance, day) = (words.NameOf(e.AccountId), words.Amount(e.Balance, e.AccountId), words.Day(e.On));
        return new Told(
            words.Say(
                "transactions.activity.reconciled", $"Reconciled {account} with the statement of {day}: {balance}",
                ("account", account), ("day", day), ("balance", balance)),
            e.EntryIds.Count);
    }

    private static Told Of(Entry entry, ActivityWords words, Func<string, ActivityWords, string> say)
    {
        var where = string.Join(
            " · ", new[] { entry.Payee, words.NameOf(entry.AccountId), words.Day(entry.Date) }.Where(part => !string.IsNullOrEmpty(part)));
        return new Told(say($"{words.Amount(entry.Amount, entry.AccountId)} · {where}", words), Details: new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["accountId"] = entry.AccountId,
            ["date"] = entry.Date,
            ["amount"] = entry.Amount,
            ["currency"] = words.CurrencyOf(entry.AccountId),
            ["payee"] = entry.Payee,
        });
    }
}
