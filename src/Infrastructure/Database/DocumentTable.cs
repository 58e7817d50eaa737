namespace MyBudget.Infrastructure.Database;

internal static class DocumentTable
{
    /// <summary>What Marten puts before the alias of a document to name its table.</summary>
    private const string Prefix = "mt_doc_";

    /// <summary>Stores the documents in this table; statements that are written by hand name it by the same constant.</summary>
    public static MartenRegistry.DocumentMappingExpression<T> StoredIn<T>(
        this MartenRegistry.DocumentMappingExpression<T> document, string table) where T : notnull =>
        document.DocumentAlias(AliasOf(table));

    public static string AliasOf(string table) => table.StartsWith(Prefix, StringComparison.Ordinal)
        ? table[Prefix.Length..]
        : throw new ArgumentException($"Marten names the tables of documents {Prefix} and an alias.", nameof(table));
}
