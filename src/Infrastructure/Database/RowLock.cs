namespace MyBudget.Infrastructure.Database;

/// <summary>Serialises the writers of one document that lives outside ledgers; within a ledger its revision does this.</summary>
public static class RowLock
{
    /// <summary>
    /// Begins the session's transaction and reads the document as the last writer left it; until the session is saved or
    /// disposed, other calls for the same document wait.
    /// </summary>
    public static async Task<T?> LockAsync<T>(this IDocumentSession session, object id, CancellationToken cancellationToken) where T : class
    {
        await session.BeginAsync(cancellationToken);
        var found = await session.DocumentsAsync<T>($"where id = {id} for update", cancellationToken);
        return found.SingleOrDefault();
    }
}
