using System.Reflection;
using Marten.Schema;
using Weasel.Postgresql.Tables;

namespace MyBudget.Features.Transactions;

/// <summary>The columns and indexes of the stored transactions: one index per way through a list, each in the list's order.</summary>
internal static class TransactionTable
{
    public static readonly LedgerColumn[] Columns =
    [
        LedgerColumn.Create<Transaction, Guid>("account_id", transaction => transaction.AccountId),
        LedgerColumn.Create<Transaction, DateOnly>("date", transaction => transaction.Date),
        LedgerColumn.Create<Transaction, DateTimeOffset?>("deleted_at", transaction => transaction.DeletedAt),
        LedgerColumn.Create<Transaction, Guid?>("transfer_account_id", transaction => transaction.Transfer?.AccountId),
        LedgerColumn.Create<Transaction, Guid?>("bank_account_id", transaction => transaction.BankRecord?.AccountId),
        LedgerColumn.Create<Transaction, DateOnly?>("bank_date", transaction => transaction.BankRecord?.Date),
        LedgerColumn.Create<Transaction, string?>("bank_payee", transaction => transaction.BankRecord?.Payee),
    ];

    public static Sql Living(Guid ledgerId) =>
        $"""
         select id, mt_version as version, data from {TransactionsTables.Transactions:raw}
         where tenant_id = {LedgerScope.TenantOf(ledgerId)} and deleted_at is null
         """;

    public static void Configure(DocumentMapping mapping)
    {
        mapping.DuplicateField(nameof(Transaction.AccountId));
        mapping.DuplicateField(nameof(Transaction.Date));
        mapping.DuplicateField(nameof(Transaction.DeletedAt), "timestamptz");
        mapping.DuplicateField(Path(nameof(Transaction.Transfer), nameof(EntryTransfer.AccountId)), columnName: "transfer_account_id");
        mapping.DuplicateField(Path(nameof(Transaction.BankRecord), nameof(BankRecord.AccountId)), columnName: "bank_account_id");
        mapping.DuplicateField(Path(nameof(Transaction.BankRecord), nameof(BankRecord.Date)), columnName: "bank_date");
        mapping.DuplicateField(Path(nameof(Transaction.BankRecord), nameof(BankRecord.Payee)), columnName: "bank_payee");

        mapping.Indexes.Add(Index("transaction_by_date", null, "date", "created_at"));
        mapping.Indexes.Add(Index("transaction_by_account", null, "account_id", "date", "created_at"));
        mapping.Indexes.Add(Index(
            "transaction_by_transfer", "transfer_account_id is not null", "transfer_account_id", StoredSides.TransferDate, "created_at"));
        mapping.Indexes.Add(new IndexDefinition("transaction_deleted")
        {
            Columns = ["tenant_id", "date", "created_at", "id"],
            Predicate = "deleted_at is not null",
        });
        AddSearch(mapping);
        mapping.Indexes.Add(new IndexDefinition("transaction_by_splits")
        {
            Columns = ["(data -> 'splits') jsonb_path_ops"],
            Method = IndexMethod.gin,
            Predicate = "jsonb_array_length(data -> 'splits') > 0",
        });
        // Casts are spelled as Marten compares them with what PostgreSQL says. An index of expressions, not columns: replicas of a release
        // before this keep writing rows that are found by it.
        // Deleted transactions are in it too: the next file must not bring back what a user deleted.
        mapping.Indexes.Add(new IndexDefinition("transaction_by_bank_amount")
        {
            Columns = ["tenant_id", "bank_account_id", "CAST(data -> 'bankRecord' ->> 'amount' as bigint)", "bank_date"],
            Predicate = "bank_account_id is not null",
        });
        // What no file said of this account, and the next one may.
        mapping.Indexes.Add(new IndexDefinition("transaction_by_own_amount")
        {
            Columns = ["tenant_id", "account_id", "CAST(data ->> 'amount' as bigint)", "date"],
            Predicate = "deleted_at is null and bank_account_id is distinct from account_id",
        });
        // A bank's id says which entry a row is, even if the day has moved.
        mapping.Indexes.Add(new IndexDefinition("transaction_by_bank_id")
        {
            Columns = ["tenant_id", "bank_account_id", "(data ->> 'bankId')"],
            Predicate = "bank_account_id is not null and data ->> 'bankId' is not null",
        });
        mapping.Indexes.Add(new IndexDefinition("transaction_by_bank_rows")
        {
            Columns = ["(data -> 'bankRows') jsonb_path_ops"],
            Method = IndexMethod.gin,
            Predicate = "data -> 'bankRows' is not null",
        });
        mapping.Indexes.Add(Index("transaction_by_bank_payee", "bank_payee is not null", "bank_payee", "bank_date"));
    }

    /// <summary>What few entries have is found by these, however large the ledger; what many have, in the list's own order.</summary>
    private static void AddSearch(DocumentMapping mapping)
    {
        mapping.Indexes.Add(new IndexDefinition("transaction_by_text")
        {
            Columns = ["tenant_id", $"{TransactionText.Column} gin_trgm_ops", "folded_text(data ->> 'tags') gin_trgm_ops"],
            Method = IndexMethod.gin,
            Predicate = "deleted_at is null",
        });
        mapping.Indexes.Add(new IndexDefinition("transaction_by_amount")
        {
            Columns = ["tenant_id", "CAST(data ->> 'amount' as bigint)"],
            Predicate = "deleted_at is null",
        });
        mapping.Indexes.Add(new IndexDefinition("transaction_by_transfer_amount")
        {
            Columns = ["tenant_id", "transfer_account_id", "CAST(data -> 'transfer' ->> 'amount' as bigint)"],
            Predicate = "deleted_at is null and transfer_account_id is not null",
        });
    }

    private static MemberInfo[] Path(string member, string nested)
    {
        var property = typeof(Transaction).GetProperty(member)!;
        return [property, property.PropertyType.GetProperty(nested)!];
    }

    private static IndexDefinition Index(string name, string? predicate, params string[] columns) => new(name)
    {
        Columns = ["tenant_id", .. columns, "id"],
        Predicate = predicate is null ? "deleted_at is null" : $"deleted_at is null and {predicate}",
    };
}
