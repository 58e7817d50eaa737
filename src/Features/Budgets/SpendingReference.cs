namespace MyBudget.Features.Budgets;

/// <summary>What is needed to tell which entries of a ledger count in which of its budgets. Not changed once made.</summary>
internal sealed record SpendingReference(
    Dictionary<Guid, SpendingRule> Budgets, Dictionary<Guid, AccountFacts> Accounts, Dictionary<Guid, CategoryKind> Categories)
{
    public static async Task<SpendingReference> LoadAsync(IQuerySession session, CancellationToken cancellationToken)
    {
        var budgets = await session.Query<Budget>().ToListAsync(cancellationToken);
        var stored = new StoredFacts(session, cancellationToken);
        var accounts = await stored.OfAsync<AccountFacts>(AccountsTables.Accounts);
        var categories = await stored.OfAsync<CategoryFacts>(CategoriesTables.Categories);
        return new SpendingReference(
            budgets.ToDictionary(budget => budget.Id, budget => SpendingRule.Of(budget.Id, budget.ToDetails())),
            accounts.ToDictionary(account => account.Id),
            categories.ToDictionary(category => category.Id, category => category.Kind));
    }

    /// <summary>
    /// As the events leave it. A category that they remove stays: the same write takes its entries away, and they have to be taken
    /// out of the budgets as what they were.
    /// </summary>
    public SpendingReference After(IReadOnlyList<LedgerEvent> events)
    {
        if (!events.Any(IsStructural)) return this;

        var after = new SpendingReference(new(Budgets), new(Accounts), new(Categories));
        foreach (var (id, data) in events)
        {
            switch (data)
            {
                case BudgetCreated e:
                    after.Budgets[id] = SpendingRule.Of(id, e.Details);
                    break;
                case BudgetRevised e:
                    after.Budgets[id] = SpendingRule.Of(id, e.Now);
                    break;
                case BudgetDeleted:
                    after.Budgets.Remove(id);
                    break;
                case AccountOpened e:
                    after.Accounts[id] = new AccountFacts(
                        id, e.Details.Name, e.Details.Currency, e.Details.OpeningBalance, e.Details.OnBudget, Closed: false);
                    break;
                case AccountRevised e:
                    after.Accounts[id] = after.Accounts[id] with { OnBudget = e.Now.OnBudget };
                    break;
                case AccountDeleted:
                    after.Accounts.Remove(id);
                    break;
                case CategoryCreated e:
                    after.Categories[id] = e.Details.Kind;
                    break;
            }
        }

        return after;
    }

    public Guid[] CategoriesOf(CategoryKind kind) =>
        [.. Categories.Where(category => category.Value == kind).Select(category => category.Key)];

    /// <summary>
    /// The lines of accounts that are there. One that was deleted has no entries by now, so whatever its past says takes out what it put in.
    /// </summary>
    public IEnumerable<(BudgetLine Line, int Sign)> LinesOf(IEnumerable<(EntryLine Line, int Sign)> lines) =>
        lines.Where(part => Accounts.ContainsKey(part.Line.AccountId)).Select(part => (LineOf(part.Line), part.Sign));

    /// <summary>A line of an entry with what the rules of budgets ask of its account and category; one that is gone has no kind.</summary>
    public BudgetLine LineOf(EntryLine line)
    {
        var account = Accounts[line.AccountId];
        CategoryKind? kind = line.CategoryId is { } id && Categories.TryGetValue(id, out var known) ? known : null;
        return new BudgetLine(line.Date, line.Amount, account.Currency, line.CategoryId, kind, line.AccountId, account.OnBudget);
    }

    private static bool IsStructural(LedgerEvent e) =>
        e.Data is BudgetCreated or BudgetRevised or BudgetDeleted or AccountOpened or AccountRevised or AccountDeleted
            or CategoryCreated;
}
