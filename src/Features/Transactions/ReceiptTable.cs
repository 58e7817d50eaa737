using Weasel.Postgresql.Tables;

namespace MyBudget.Features.Transactions;

/// <summary>Where the bytes of receipts are (docs/adr/0051).</summary>
internal static class ReceiptTable
{
    public static Table Create()
    {
        var receipts = new Table(TransactionsTables.Receipts);
        receipts.AddColumn<Guid>("ledger_id").AsPrimaryKey();
        receipts.AddColumn<Guid>("id").AsPrimaryKey();
        // Which it was attached to, or removed from. What has it now is in the transactions alone: those that are joined hand theirs on.
        receipts.AddColumn<Guid>("transaction_id").NotNull();
        receipts.AddColumn("name", "text").NotNull();
        receipts.AddColumn("type", "text").NotNull();
        receipts.AddColumn<int>("size").NotNull();
        receipts.AddColumn("sha256", "bytea").NotNull();
        receipts.AddColumn("added_at", "timestamptz").NotNull();
        receipts.AddColumn("removed_at", "timestamptz").AllowNulls();
        receipts.AddColumn("data", "bytea").NotNull();
        receipts.Indexes.Add(new IndexDefinition("receipt_files_removed") { Columns = ["removed_at"], Predicate = "removed_at is not null" });
        // Reckons what a ledger has stored without looking at a row.
        receipts.Indexes.Add(new IndexDefinition("receipt_files_room") { Columns = ["ledger_id", "size"] });
        return receipts;
    }
}
