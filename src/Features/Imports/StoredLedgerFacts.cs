namespace MyBudget.Features.Imports;

internal static class StoredLedgerFacts
{
    /// <summary>What recording an entry depends on, as the write finds it.</summary>
    public static Task<LedgerFacts> LedgerFactsAsync(this LedgerWrite write) => write.FactsAsync(async (session, cancellationToken) => LedgerFacts.Of(
        await session.FactsAsync<AccountFacts>(AccountsTables.Accounts, cancellationToken),
        await session.FactsAsync<CategoryFacts>(CategoriesTables.Categories, cancellationToken)));
}
