namespace MyBudget.Features.Imports.ImportFile;

/// <summary>
/// A file of one account names the other account of a transfer. What that account's own file, or a person, has told of the other side already is
/// joined with it, so that it is not counted twice.
/// </summary>
internal static class OtherSidesThere
{
    /// <param name="taken">Entries that rows of the file are already.</param>
    /// <returns>The entries that were looked at.</returns>
    public static async Task<IReadOnlyList<Guid>> MarkAsync(
        IDocumentSession session, IReadOnlyList<OtherSideOfRow> sides, HashSet<Guid> taken, LedgerFacts facts, CancellationToken cancellationToken)
    {
        int[] numbers = [.. Enumerable.Range(0, sides.Count)];
        Guid[] accounts = [.. sides.Select(side => side.Entry.AccountId)];
        // A part's other side may be there with this account named as its other one; of a whole transfer, the row itself is that side.
        Guid[] own = [.. sides.Select(side => side.Part is null ? Guid.Empty : side.Row.AccountId)];
        long[] amounts = [.. sides.Select(side => side.Entry.Amount)];
        DateOnly[] days = [.. sides.Select(side => side.Entry.Date)];
        var found = await session.Sql(
            $"""
             select wanted.number, known.id, abs(known.date - wanted.day), known.is_transfer
             from unnest({numbers}, {accounts}, {own}, {amounts}, {days}) as wanted (number, account_id, own_id, amount, day) cross join lateral (
               select id, date, transfer_account_id is not null as is_transfer from {TransactionsTables.Transactions:raw}
               where tenant_id = {session.TenantId} and deleted_at is null and account_id = wanted.account_id
                 and date between wanted.day - {KnownEntries.Days} and wanted.day + {KnownEntries.Days}
                 and (data->>'amount')::bigint = wanted.amount and (transfer_account_id is null or transfer_account_id = wanted.own_id)
                 and data->'splits' = '[]'
               offset 0) known
             order by 3, 1, known.date, known.id
             """)
            .ListAsync(row => (Number: row.GetInt32(0), Id: row.GetGuid(1), Days: row.GetInt32(2), IsTransfer: row.GetBoolean(3)), cancellationToken);
        var met = new HashSet<int>();
        foreach (var (number, id, away, isTransfer) in found)
        {
            if (met.Contains(number) || !taken.Add(id)) continue;
            met.Add(number);
            Mark(sides[number], id, away, isTransfer, facts);
        }

        return [.. found.Select(known => known.Id)];
    }

    private static void Mark(OtherSideOfRow side, Guid id, int days, bool isTransfer, LedgerFacts facts)
    {
        if (side.Part is null)
        {
            side.Row.OtherSide = id;
            return;
        }

        side.KeepAsNote(facts);
        // The other account's file has told of this side, too, which the row tells again together with its other parts.
        if (!isTransfer || side.Row.Doubtful is not null) return;
        side.Row.Doubtful = new RowMatch(MatchKind.Content, id, Row: null, days, PayeeMatch.Missing, Deleted: false);
        side.Row.DoubtfulAmount = -side.Entry.Amount;
    }
}
