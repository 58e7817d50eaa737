using System.Text.Json.Serialization;

namespace MyBudget.Features.Transactions.Contracts;

/// <summary>A row of a bank's file that met an entry which was there already: from then on it is that entry's, whatever is edited.</summary>
/// <param name="AccountId">The side of the entry that it was met on.</param>
/// <param name="Date">The posting date, as the bank has it.</param>
/// <param name="Amount">Signed minor units, as the bank has it.</param>
/// <param name="Payee">As the bank writes it.</param>
/// <param name="BankId">The bank's own id, if the file had one.</param>
/// <param name="ImportId">The import that brought it.</param>
/// <param name="Line">Of the file.</param>
/// <param name="Cleared">The entry was pending until this row confirmed it.</param>
/// <param name="Replaced">By this row the bank corrected the entry, which said this before.</param>
public sealed record BankRow(
    Guid AccountId, DateOnly Date, long Amount, string? Payee, string? BankId, Guid ImportId, int Line,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Cleared = false,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ReplacedByBank? Replaced = null);

/// <param name="Date">The posting date.</param>
/// <param name="Amount">Signed minor units.</param>
/// <param name="Payee">As it was.</param>
public sealed record ReplacedByBank(DateOnly Date, long Amount, string? Payee);
