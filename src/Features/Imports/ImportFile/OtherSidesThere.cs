namespace MyBudget.Features.Imports.ImportFile;

/// <summary>
/// A file of one account names the other account of a transfer. What that account's own file, or a person, has told of the other side already is
/// joined with it, so that it is not counted twice.
/// </summary>
internal static class OtherSidesThere
{
    /// <summary>What the transfer would be, were it told by the other account.</summary>
    public static Entry SideOf(Entry entry)
    {
        var side = EntrySide.Of(entry, entry.Transfer!);
        return entry with { AccountId = side.AccountId, Amount = side.Amount, Date = side.Date, Transfer = null };
    }

    /// <param name="taken">Entries that rows of the file are already.</param>
    /// <returns>The entries that were looked at.</returns>
    public static async Task<IReadOnlyList<Guid>> MarkAsync(
        IDocumentSession session, IReadOnlyList<DraftRow> transfers, HashSet<Guid> taken, CancellationToken cancellationToken)
    {
        List<Entry> sides = [.. transfers.Select(draft => SideOf(draft.Entry!))];
        int[] numbers = [.. Enumerable.Range(0, sides.Count)];
        Guid[] accounts = [.. sides.Select(side => side.AccountId)];
        long[] amounts = [.. sides.Select(side => side.Amount)];
        DateOnly[] days = [.. sides.Select(side => side.Date)];
        var found = await session.Sql(
            $"""
             select wanted.number, known.id, abs(known.date - wanted.day)
             from unnest({numbers}, {accounts}, {amounts}, {days}) as wanted (number, account_id, amount, day) cross join lateral (
               select id, date from {TransactionsTables.Transactions:raw}
               where tenant_id = {session.TenantId} and deleted_at is null and account_id = wanted.account_id
                 and date between wanted.day - {KnownEntries.Days} and wanted.day + {KnownEntries.Days}
                 and (data->>'amount')::bigint = wanted.amount and transfer_account_id is null and data->'splits' = '[]'
               offset 0) known
             order by 3, 1, known.date, known.id
             """)
            .ListAsync(row => (Number: row.GetInt32(0), Id: row.GetGuid(1)), cancellationToken);
        foreach (var (number, id) in found)
        {
            if (transfers[number].OtherSide is null && taken.Add(id)) transfers[number].OtherSide = id;
        }

        return [.. found.Select(known => known.Id)];
    }
}
