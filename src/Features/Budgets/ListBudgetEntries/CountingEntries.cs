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

    /// <summary>All that may count, newest first.</summary>
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
             select data, date, created_at, id from {TransactionsTables.Transactions:raw}
             where tenant_id = {tenant} and deleted_at is null and date between {_period.Start} and {_period.End} and account_id = any({accounts})
             """;
        if (_rule.Scope.CategoryIds.Count > 0)
        {
            string[] named = [.. _rule.Scope.CategoryIds.Select(id => id.ToString("D"))];
            sql.Append(
                $"""
                  and (data->>'categoryId' = any({named})
                   or exists (select from jsonb_array_elements(data->'splits') as split where split->>'categoryId' = any({named})))
                 """);
        }

        if (after is not null)
        {
            sql.Append(
                $"""
                  and (date, created_at, id) < ({after.Date},
                 (select created_at from {TransactionsTables.Transactions:raw} where tenant_id = {tenant} and id = {after.Id}), {after.Id})
                 """);
        }

        return sql;
    }

    /// <summary>Null when nothing of the transaction counts.</summary>
    public BudgetEntryView? ViewOf(Guid id, byte[] json)
    {
        var entry = JsonSerializer.Deserialize<Entry>(json, StoredJson.Options)!;
        List<BudgetEntryPart> parts = [];
        long spent = 0;
        foreach (var line in EntryLine.Of(entry).Select(_reference.LineOf).Where(_rule.Scope.Counts))
        {
            parts.Add(new BudgetEntryPart(line.Amount, line.CategoryId, BecauseOf(line)));
            spent -= line.Amount;
        }

        if (parts.Count == 0) return null;
        var currency = _reference.Accounts[entry.AccountId].Currency;
        var because = _rule.Scope.AccountIds.Count > 0 ? CountedAccount.Named : CountedAccount.OnBudget;
        return currency == _budget.Currency
            ? new BudgetEntryView(id, entry.Date, entry.AccountId, because, entry.Payee, entry.Amount, currency, spent, Unconverted: null, parts)
            : new BudgetEntryView(id, entry.Date, entry.AccountId, because, entry.Payee, entry.Amount, currency, Spent: 0, Unconverted: spent, parts);
    }

    private CountedCategory BecauseOf(BudgetLine line)
    {
        if (_rule.Scope.CategoryIds.Count > 0) return CountedCategory.Named;
        return line.CategoryKind is null ? CountedCategory.Uncategorised : CountedCategory.Expense;
    }
}
