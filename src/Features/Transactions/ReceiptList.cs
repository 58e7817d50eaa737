namespace MyBudget.Features.Transactions;

/// <summary>The receipts of a transaction, in the order in which they were added; null where there are none, so that others are no larger for them.</summary>
internal static class ReceiptList
{
    /// <summary>Of one transaction, when another is added. What was joined with it brings its own along.</summary>
    public const int Most = 10;

    public static IReadOnlyList<Receipt>? With(this IReadOnlyList<Receipt>? receipts, IReadOnlyList<Receipt>? others) =>
        others is null ? receipts : OrNull([.. (receipts ?? []).Concat(others).OrderBy(receipt => receipt.AddedAt)]);

    public static IReadOnlyList<Receipt>? Without(this IReadOnlyList<Receipt>? receipts, IReadOnlyList<Receipt>? gone) =>
        gone is null || receipts is null ? receipts : OrNull([.. receipts.Where(receipt => gone.All(other => other.Id != receipt.Id))]);

    /// <exception cref="RuleViolation">There are as many as there can be.</exception>
    public static void EnsureRoom(Transaction transaction)
    {
        if (transaction.Receipts?.Count >= Most)
        {
            throw new RuleViolation(
                "receipts.too-many", $"A transaction has at most {Most} receipts.", new Dictionary<string, object?> { ["most"] = Most });
        }
    }

    private static IReadOnlyList<Receipt>? OrNull(IReadOnlyList<Receipt> receipts) => receipts.Count == 0 ? null : receipts;
}
