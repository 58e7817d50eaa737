using System.Text.Json.Serialization;

namespace MyBudget.Features.Budgets;

/// <summary>Reads what budgets spent, and the budgets themselves where they are not known from before, and computes how they stand.</summary>
internal sealed class BudgetStatusRows(LedgerReader ledger, LedgerReference reference)
{
    private static readonly JsonSerializerOptions Stored = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Null when there is no such budget.</summary>
    /// <exception cref="RuleViolation"><c>budgets.not-started</c></exception>
    public async Task<BudgetStatusView?> FindAsync(Guid id, DateOnly on, CancellationToken cancellationToken) =>
        (await BooksAsync(ledger.Sql, budget => budget.Id == id, on, on, cancellationToken)).Select(book => book.ViewOn(on)).SingleOrDefault();

    /// <summary>Every budget that has started by that day, by name.</summary>
    public async Task<IReadOnlyList<BudgetStatusView>> ListAsync(DateOnly on, CancellationToken cancellationToken) =>
        [.. (await BooksAsync(ledger.Sql, budget => budget.StartsOn <= on, on, on, cancellationToken)).Select(book => book.ViewOn(on))];

    /// <summary>
    /// The budgets that are asked for with all that is needed for any day between the two, as of one moment. It takes one statement if the
    /// budgets are still those known from before.
    /// </summary>
    public async Task<IReadOnlyList<BudgetBook>> BooksAsync(
        Func<Sql, SqlCall> run, Func<Budget, bool> isAsked, DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        var known = reference.Latest<IReadOnlyList<Budget>>(ledger.LedgerId) ?? await ReadAsync(run, cancellationToken);
        for (; ; known = await ReadAsync(run, cancellationToken))
        {
            List<BudgetBook> books = [.. known.Value.Where(isAsked).Select(budget => new BudgetBook(budget))];
            if (await SpendAsync(run, known, books, first, last, cancellationToken)) return books;
        }
    }

    /// <summary>Enters what the budgets spent.</summary>
    /// <returns>False if they have changed since they were read.</returns>
    private async Task<bool> SpendAsync(
        Func<Sql, SqlCall> run, Known<IReadOnlyList<Budget>> known, List<BudgetBook> books, DateOnly first, DateOnly last,
        CancellationToken cancellationToken)
    {
        Guid[] ids = [.. books.Select(book => book.Budget.Id)];
        DateOnly[] starts = [.. books.Select(book => book.FirstPeriodFor(first))];
        var byId = books.ToDictionary(book => book.Budget.Id);
        await foreach (var row in run(
            $"""
             select h.structure, h.incarnation, r.budget_id, r.period_start, r.currency, r.spent from {EventTables.Heads:raw} h
             left join (unnest({ids}, {starts}) as b (id, starts) join {BudgetsTables.Spending:raw} r
               on r.ledger_id = {ledger.LedgerId} and r.budget_id = b.id and r.period_start between b.starts and {last}) on true
             where h.ledger_id = {ledger.LedgerId}
             """).RowsAsync(cancellationToken))
        {
            if (!known.IsOf(row.GetInt64(0), row.GetGuid(1))) return false;
            if (!row.IsDBNull(2)) byId[row.GetGuid(2)].Enter(row.GetFieldValue<DateOnly>(3), row.GetString(4), row.GetInt64(5));
        }

        return true;
    }

    private async Task<Known<IReadOnlyList<Budget>>> ReadAsync(Func<Sql, SqlCall> run, CancellationToken cancellationToken)
    {
        Known<IReadOnlyList<Budget>>? known = null;
        var budgets = new List<Budget>();
        await foreach (var row in run(
            $"""
             select h.structure, h.incarnation, b.data from {EventTables.Heads:raw} h
             left join {BudgetsTables.Budgets:raw} b on b.tenant_id = {ledger.Tenant}
             where h.ledger_id = {ledger.LedgerId} order by b.data->>'name' collate "und-x-icu", b.id
             """).RowsAsync(cancellationToken))
        {
            known ??= new Known<IReadOnlyList<Budget>>(row.GetInt64(0), row.GetGuid(1), budgets);
            if (!row.IsDBNull(2)) budgets.Add(JsonSerializer.Deserialize<Budget>(row.GetFieldValue<byte[]>(2), Stored)!);
        }

        reference.Keep(ledger.LedgerId, known ?? throw new LedgerGoneException());
        return known;
    }
}
