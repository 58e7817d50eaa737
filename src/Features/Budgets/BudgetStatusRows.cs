namespace MyBudget.Features.Budgets;

/// <summary>Reads what budgets spent, and the budgets themselves where they are not known from before, and computes how they stand.</summary>
internal sealed class BudgetStatusRows(LedgerReader ledger, BudgetReference reference)
{
    private const int MostStatuses = 5_000;

    /// <summary>Null when there is no such budget.</summary>
    /// <exception cref="RuleViolation"><c>budgets.not-started</c></exception>
    public async Task<BudgetStatusView?> FindAsync(Guid id, DateOnly on, CancellationToken cancellationToken) =>
        (await BooksAsync(ledger.Sql, budget => budget.Id == id, on, on, [on], cancellationToken)).Select(book => book.ViewOn(on)).SingleOrDefault();

    /// <summary>Every budget that has started by that day, by name.</summary>
    public async Task<IReadOnlyList<BudgetStatusView>> ListAsync(DateOnly on, CancellationToken cancellationToken) =>
        [.. (await BooksAsync(ledger.Sql, budget => budget.StartsOn <= on, on, on, [on], cancellationToken)).Select(book => book.ViewOn(on))];

    /// <summary>Of each budget, by name, every period that has a day in the range. Null when there is no such budget.</summary>
    /// <param name="id">All budgets if null.</param>
    /// <param name="today">The day on which the period with it is looked at; those before at their end, those after at their start.</param>
    /// <exception cref="RuleViolation"><c>budgets.too-many-periods</c></exception>
    public async Task<IReadOnlyList<BudgetStatusView>?> RangeAsync(
        Guid? id, StatusRange range, DateOnly today, CancellationToken cancellationToken)
    {
        var known = await reference.LatestAsync(ledger.Sql, cancellationToken);
        for (; ; known = await reference.ReadAsync(ledger.Sql, cancellationToken))
        {
            List<BudgetBook> books = [.. known.Value.Budgets.Where(budget => id is null || budget.Id == id).Select(budget => new BudgetBook(budget))];
            // All are counted before one is computed, and no more of them than one too many.
            var days = books.SelectMany(book => book.DaysOfPeriods(range, today).Select(on => (Book: book, On: on))).Take(MostStatuses + 1).ToList();
            if (!await SpendAsync(ledger.Sql, known, books, range.From, range.To, [.. days.Select(day => day.On).Distinct()], cancellationToken)) continue;
            if (days.Count > MostStatuses)
                throw new RuleViolation("budgets.too-many-periods", $"There are more than {MostStatuses} periods in these days; ask for fewer days.");
            return id is not null && books.Count == 0 ? null : [.. days.Select(day => day.Book.ViewOn(day.On))];
        }
    }

    /// <summary>
    /// The budgets that are asked for with all that is needed for any day between the two, as of one moment. It takes one statement if the
    /// budgets are still those known from before.
    /// </summary>
    /// <param name="days">The days of which it matters what was spent on them alone.</param>
    public async Task<IReadOnlyList<BudgetBook>> BooksAsync(
        Func<Sql, SqlCall> run, Func<Budget, bool> isAsked, DateOnly first, DateOnly last, DateOnly[] days, CancellationToken cancellationToken)
    {
        var known = await reference.LatestAsync(run, cancellationToken);
        for (; ; known = await reference.ReadAsync(run, cancellationToken))
        {
            List<BudgetBook> books = [.. known.Value.Budgets.Where(isAsked).Select(budget => new BudgetBook(budget))];
            if (await SpendAsync(run, known, books, first, last, days, cancellationToken)) return books;
        }
    }

    /// <summary>Enters what the budgets spent.</summary>
    /// <returns>False if they have changed since they were read.</returns>
    private async Task<bool> SpendAsync(
        Func<Sql, SqlCall> run, Known<KnownBudgets> known, List<BudgetBook> books, DateOnly first, DateOnly last, DateOnly[] days,
        CancellationToken cancellationToken)
    {
        Guid[] ids = [.. books.Select(book => book.Budget.Id)];
        DateOnly[] starts = [.. books.Select(book => book.FirstPeriodFor(first))];
        var byId = books.ToDictionary(book => book.Budget.Id);
        await foreach (var row in run(
            $"""
             select h.structure, h.incarnation, s.* from {EventTables.Heads:raw} h
             left join (
               select r.budget_id, r.period_start, r.currency, r.spent, null::uuid as account_id, null::uuid as category_id, 0::bigint as outflow
               from unnest({ids}, {starts}) as b (id, starts) join {BudgetsTables.Spending:raw} r
                 on r.ledger_id = {ledger.LedgerId} and r.budget_id = b.id and r.period_start between b.starts and {last}
               union all
               select null, d.date, null, d.inflow, d.account_id, d.category_id, d.outflow from {DayTotals.Table:raw} d
               where d.ledger_id = {ledger.LedgerId} and d.date = any({days})) s on true
             where h.ledger_id = {ledger.LedgerId}
             """).RowsAsync(cancellationToken))
        {
            if (!known.IsOf(row.GetInt64(0), row.GetGuid(1))) return false;
            if (row.IsDBNull(3)) continue;
            var (day, amount) = (row.GetFieldValue<DateOnly>(3), row.GetInt64(5));
            if (!row.IsDBNull(2)) byId[row.GetGuid(2)].Enter(day, row.GetString(4), amount);
            else EnterDay(new DayTotal(day, row.GetGuid(6), row.GetGuid(7), amount, row.GetInt64(8)));
        }

        return true;

        void EnterDay(DayTotal total)
        {
            foreach (var (line, _) in known.Value.Spending.LinesOf(total.Lines().Select(line => (line, 1))))
                foreach (var book in books) book.EnterDay(line);
        }
    }

    /// <summary>What went in and out on a day. One of the two counts where the other does not; see <see cref="BudgetScope"/>.</summary>
    private readonly record struct DayTotal(DateOnly Date, Guid AccountId, Guid CategoryId, long Inflow, long Outflow)
    {
        public IEnumerable<EntryLine> Lines()
        {
            Guid? category = CategoryId == Guid.Empty ? null : CategoryId;
            return [new EntryLine(Date, AccountId, category, Inflow), new EntryLine(Date, AccountId, category, Outflow)];
        }
    }
}
