namespace MyBudget.Features.Budgets.ListBudgetEntries;

/// <param name="On">A day in the period; so is <paramref name="Period"/>.</param>
internal sealed record ListBudgetEntries(Guid Id, DateOnly? On, DateOnly? Period, PageQuery Page) : IQuery<Page<BudgetEntryView>?>;

internal sealed class ListBudgetEntriesHandler(LedgerReader ledger, BudgetReference reference, BudgetRows budgets)
    : IRequestHandler<ListBudgetEntries, Page<BudgetEntryView>?>
{
    public async Task<Page<BudgetEntryView>?> Handle(ListBudgetEntries request, CancellationToken cancellationToken)
    {
        var day = request.Period ?? request.On ?? await budgets.TodayAsync(cancellationToken);
        var after = Cursor.Decode(request.Page.Cursor);
        var known = await reference.LatestAsync(ledger.Sql, cancellationToken);
        for (; ; known = await reference.ReadAsync(ledger.Sql, cancellationToken))
        {
            var counting = CountingEntries.Of(known.Value, request.Id, day);
            var (isOfNow, page) = await ReadAsync(known, counting, after, request.Page.Limit ?? PageLimit.Default, cancellationToken);
            if (isOfNow) return counting is null ? null : page;
        }
    }

    /// <summary>Reads until the page is full: what the budget's accounts and categories let through nearly always counts.</summary>
    private async Task<(bool IsOfNow, Page<BudgetEntryView> Page)> ReadAsync(
        Known<KnownBudgets> known, CountingEntries? counting, Cursor? after, int size, CancellationToken cancellationToken)
    {
        var items = new List<BudgetEntryView>();
        Sql entries = counting is null
            ? $"select null::jsonb as data, null::date as date, null::timestamptz as created_at, null::uuid as id where false"
            : counting.After(ledger.Tenant, after);
        await foreach (var row in ledger.Sql(
            $"""
             select h.structure, h.incarnation, t.data, t.id, t.date from {EventTables.Heads:raw} h left join ({entries}) t on true
             where h.ledger_id = {ledger.LedgerId} order by t.date desc, t.created_at desc, t.id desc
             """).RowsAsync(cancellationToken))
        {
            if (!known.IsOf(row.GetInt64(0), row.GetGuid(1))) return (false, new Page<BudgetEntryView>([], null));
            if (row.IsDBNull(2) || counting!.ViewOf(row.GetGuid(3), row.GetFieldValue<DateOnly>(4), row.GetFieldValue<byte[]>(2)) is not { } view) continue;
            if (items.Count == size) return (true, new Page<BudgetEntryView>(items, new Cursor(items[^1].Date, items[^1].TransactionId).Encode()));
            items.Add(view);
        }

        return (true, new Page<BudgetEntryView>(items, null));
    }
}
