namespace MyBudget.Features.Transactions.Contracts;

public static class TransactionEntity
{
    /// <summary>What the change index and clients call a transaction.</summary>
    public const string Kind = "transaction";
}
