namespace MyBudget.Features.Imports.ImportFile;

/// <summary>Gives new entries the category that the file names, or else the one that the payee's entries were last given.</summary>
internal static class CategorySuggestions
{
    public static async Task AddAsync(
        IReadOnlyList<DraftRow> drafts, LedgerFacts facts, IDocumentSession session, CancellationToken cancellationToken)
    {
        if (facts.Categories.Count == 0) return;

        var names = new CategoryNames(facts);
        foreach (var draft in drafts.Where(draft => draft is { IsImported: true, CategoryHint: not null } && MayHaveOne(draft.Entry)))
            draft.CategoryId = names.Find(draft.CategoryHint, draft.Amount);

        var open = drafts.Where(draft => draft.IsImported && draft.Entry is { CategoryId: null, Payee: not null } entry && MayHaveOne(entry))
            .ToLookup(draft => draft.Payee!);
        if (open.Count == 0) return;
        foreach (var (payee, category) in await LearnedAsync([.. open.Select(group => group.Key)], session, cancellationToken))
        {
            if (!facts.Categories.TryGetValue(category, out var known) || known.Archived) continue;
            foreach (var draft in open[payee]) draft.CategoryId = category;
        }
    }

    private static bool MayHaveOne(Entry? entry) => entry is { Transfer: null, Splits.Count: 0 };

    private static Task<IReadOnlyList<(string Payee, Guid Category)>> LearnedAsync(
        string[] payees, IDocumentSession session, CancellationToken cancellationToken) => session.Sql(
        $"""
         select payee, category from unnest({payees}) as payee cross join lateral (
           select category from (
             select data->>'categoryId' as category, bank_date from {TransactionsTables.Transactions:raw}
             where tenant_id = {session.TenantId} and deleted_at is null and bank_payee = payee order by bank_date desc limit 10) latest
           where category is not null order by bank_date desc limit 1) chosen
         """)
        .ListAsync(row => (row.GetString(0), Guid.Parse(row.GetString(1))), cancellationToken);
}
