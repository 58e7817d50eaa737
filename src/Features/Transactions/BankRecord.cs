namespace MyBudget.Features.Transactions;

/// <summary>An imported entry as the bank's file had it: by this it is known again in the next file, however it was edited.</summary>
/// <param name="AccountId">The account it was imported into.</param>
/// <param name="Date">The posting date.</param>
/// <param name="Amount">Signed minor units.</param>
/// <param name="Payee">As the bank writes it.</param>
public sealed record BankRecord(Guid AccountId, DateOnly Date, long Amount, string? Payee);
