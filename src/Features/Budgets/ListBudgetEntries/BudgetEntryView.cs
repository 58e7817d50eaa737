namespace MyBudget.Features.Budgets.ListBudgetEntries;

/// <summary>A transaction that counts in a period of a budget, whole or in part. Amounts are in the minor unit of its account's currency.</summary>
/// <param name="TransactionId">The transaction.</param>
/// <param name="Date">Its posting date; where only the other side of a transfer counts, that side's.</param>
/// <param name="AccountId">Its account; where only the other side of a transfer counts, that side's.</param>
/// <param name="Account">Why the account counts: named (the budget names it) or onBudget (the budget names none, and the account is on budget).</param>
/// <param name="Payee">Who was paid or paid.</param>
/// <param name="Amount">All of it in that account, signed.</param>
/// <param name="Currency">The account's.</param>
/// <param name="Spent">What it adds to the spent of the period; a refund takes away. 0 in another currency than the budget's.</param>
/// <param name="Unconverted">What it adds to the unconverted of its currency, if that is not the budget's.</param>
/// <param name="Parts">What of it counts: the whole, or splits.</param>
internal sealed record BudgetEntryView(
    Guid TransactionId, DateOnly Date, Guid AccountId, CountedAccount Account, string? Payee, long Amount, Currency Currency, long Spent,
    long? Unconverted, IReadOnlyList<BudgetEntryPart> Parts);

/// <param name="Amount">Signed.</param>
/// <param name="CategoryId">Null when uncategorised.</param>
/// <param name="Category">Why it counts: named (the budget names the category), expense (the budget names none) or uncategorised (likewise, and it is an outflow).</param>
internal sealed record BudgetEntryPart(long Amount, Guid? CategoryId, CountedCategory Category);

internal enum CountedAccount
{
    Named,
    OnBudget,
}

internal enum CountedCategory
{
    Named,
    Expense,
    Uncategorised,
}
