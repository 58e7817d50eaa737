namespace MyBudget.Features.Transactions.Reactions;

/// <summary>What the imports that still stand tell of entries, beside one that is being undone: by them an entry stays what it is.</summary>
internal sealed class OtherTellers
{
    private readonly Dictionary<(Guid Entry, Guid Account), BankRow> _rows = [];
    private readonly HashSet<BankRow> _pending = [];
    private readonly HashSet<Guid> _takenBack = [];

    public static async Task<OtherTellers> BesideAsync(LedgerWrite write, Guid undone)
    {
        var tellers = new OtherTellers();
        var standing = await write.Session.Sql(
            $"""
             select id from {ImportsTables.Imports:raw} where tenant_id = {write.Session.TenantId} and id <> {undone}
             and data->>'undoneAt' is null and ((data->>'duplicates')::int > 0 or (data->>'corrected')::int > 0)
             """).ListAsync(row => row.GetGuid(0), write.Cancellation);
        foreach (var import in standing) tellers.Add(import, (await write.FirstEventAsync<ImportCompleted>(import))!);
        return tellers;
    }

    /// <summary>A row that tells of this side; one that is booked, if there is any.</summary>
    public BankRow? Of(Guid entry, Guid account) => _rows.GetValueOrDefault((entry, account));

    /// <summary>Whether any of them tells of the entry, on whichever side, beside the import that it is of.</summary>
    public bool TellOf(Transaction entry) => _rows.Any(told => told.Key.Entry == entry.Id && told.Value.ImportId != entry.ImportId);

    public bool IsBooked(BankRow row) => !_pending.Contains(row);

    /// <summary>The bank takes the entry back by another import, too.</summary>
    public bool TakeBack(Guid entry) => _takenBack.Contains(entry);

    private void Add(Guid import, ImportCompleted completed)
    {
        _takenBack.UnionWith(completed.Corrections.Where(row => row.Correction!.IsDeletion).Select(row => row.Correction!.TransactionId));
        foreach (var (entry, row) in completed.Matched)
        {
            var account = completed.Accounts[row.Account!.Value].AccountId;
            var told = new BankRow(account, row.Date!.Value, row.Amount!.Value, row.Payee, row.BankId, import, row.Line);
            if (row.Pending) _pending.Add(told);
            if (!_rows.TryGetValue((entry, account), out var known) || !IsBooked(known)) _rows[(entry, account)] = told;
        }
    }
}
