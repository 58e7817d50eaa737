namespace MyBudget.Features.Budgets.ListBudgetEntries;

/// <summary>Which entries count in one period of a budget, and why.</summary>
internal sealed class CountingEntries
{
    private readonly Budget _budget;
    private readonly SpendingReference _reference;
    private readonly SpendingRule _rule;
    private readonly Period _period;

    private CountingEntries(Budget budget, SpendingReference reference, Period period) =>
        (_budget, _reference, _rule, _period) = (budget, reference, reference.Budgets[budget.Id], period);

    /// <summary>Null when there is no such budget.</summary>
    /// <exception cref="RuleViolation"><c>budgets.not-started</c></exception>
    public static CountingEntries? Of(KnownBudgets known, Guid id, DateOnly day) =>
        known.Budgets.SingleOrDefault(budget => budget.Id == id) is { } budget
            ? new CountingEntries(budget, known.Spending, budget.ToSchedule().PeriodAt(day) ?? throw BudgetMath.NotStarted(budget.StartsOn))
            : null;

    /// <summary>All that may count, newest first, each once: on its own day, or on the other side's where only that may count.</summary>
    public Sql After(string tenant, Cursor? after)
    {
        Guid[] accounts =
        [
            .. _reference.Accounts.Values
                .Where(account => _rule.Scope.AccountIds.Count == 0 ? account.OnBudget : _rule.Scope.AccountIds.Contains(account.Id))
                .Select(account => account.Id),
        ];
        Sql sql =
            $"""
             select data, date, created_at, id from (
               select data, date, created_at, id from {TransactionsTables.Transactions:raw} where {Entry()} and {Own()}
               union all
               select data, {StoredSides.TransferDate:raw}, created_at, id from {TransactionsTables.Transactions:raw}
               where {Entry()} and data->>'categoryId' is not null and transfer_account_id = any({accounts}) and not ({Own()})
                 and {StoredSides.TransferDate:raw} between {_period.Start} and {_period.End}
               union all
               select data, day, created_at, id from {TransactionsTables.Transactions:raw} cross join lateral (
                 select max(coalesce((part->'transfer'->>'date')::date, date)) as day from jsonb_array_elements(data->'splits') parts (part)
                 where part->>'categoryId' is not null and part->'transfer'->>'accountId' = any({accounts.Select(id => id.ToString("D")).ToArray()})) side
               where {Entry()} and jsonb_array_length(data->'splits') > 0 and data @? '$.splits[*].transfer' and not ({Own()})) entry
             where date between {_period.Start} and {_period.End}
             """;
        if (after is not null)
        {
            sql.Append(
                $"""
                  and (date, created_at, id) < ({after.Date},
                 (select created_at from {TransactionsTables.Transactions:raw} where tenant_id = {tenant} and id = {after.Id}), {after.Id})
                 """);
        }

        return sql;

        Sql Own() => $"(account_id = any({accounts}) and date between {_period.Start} and {_period.End})";

        Sql Entry()
        {
            Sql entry = $"tenant_id = {tenant} and deleted_at is null";
            if (_rule.Scope.CategoryIds.Count == 0) return entry;
            string[] named = [.. _rule.Scope.CategoryIds.Select(id => id.ToString("D"))];
            return entry.Append(
                $"""
                  and (data->>'categoryId' = any({named})
                   or exists (select from jsonb_array_elements(data->'splits') as split where split->>'categoryId' = any({named})))
                 """);
        }
    }

    /// <summary>Null when nothing of the transaction counts.</summary>
    public BudgetEntryView? ViewOf(Guid id, DateOnly date, byte[] json)
    {
        var entry = JsonSerializer.Deserialize<Entry>(json, StoredJson.Options)!;
        List<BudgetLine> lines = [.. EntryLine.Of(entry).Where(IsInPeriod).Select(_reference.LineOf).Where(_rule.Scope.Counts)];
        if (lines.Count == 0) return null;

        var side = EntrySide.Of(entry).First(side => lines.Exists(line => line.AccountId == side.AccountId));
        List<BudgetLine> foreign = [.. lines.Where(line => line.Currency != _budget.Currency)];
        return new BudgetEntryView(
            id, date, side.AccountId, _rule.Scope.AccountIds.Count > 0 ? CountedAccount.Named : CountedAccount.OnBudget, entry.Payee, side.Amount,
            _reference.Accounts[side.AccountId].Currency, -lines.Where(line => line.Currency == _budget.Currency).Sum(line => line.Amount),
            foreign.Count == 0 ? null : -foreign.Sum(line => line.Amount), [.. lines.Select(line => new BudgetEntryPart(line.Amount, line.CategoryId, BecauseOf(line)))]);
    }

    private bool IsInPeriod(EntryLine line) =>
        _reference.Accounts.ContainsKey(line.AccountId) && _period.Start <= line.Date && line.Date <= _period.End;

    private CountedCategory BecauseOf(BudgetLine line)
    {
        if (_rule.Scope.CategoryIds.Count > 0) return CountedCategory.Named;
        return line.CategoryKind is null ? CountedCategory.Uncategorised : CountedCategory.Expense;
    }
}
