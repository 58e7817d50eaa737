using System.Text.Json.Serialization;

namespace MyBudget.Features.Transactions.Contracts;

/// <summary>Another transaction became part of this one, in the same write: what banks told of it is known by this one from then on.</summary>
/// <param name="With">The other; it is deleted until they are parted.</param>
/// <param name="Rows">What banks told of the other.</param>
/// <param name="Statements">Those that sides of the other were reconciled with.</param>
/// <param name="Receipts">Those of the other; missing without any.</param>
public sealed record TransactionJoined(
    Guid With, JoinedAs As, IReadOnlyList<BankRow> Rows, Entry Was, Entry Now, Guid By, DateTimeOffset At,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ReconciledSide>? Statements = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<Receipt>? Receipts = null);

/// <summary>The other is a transaction of its own again, in the same write. What was changed since they were joined stays changed.</summary>
/// <param name="Rows">What banks told of the other, and of the account that only it is in.</param>
/// <param name="Receipts">Those that go with the other; missing without any.</param>
public sealed record TransactionParted(
    Guid From, IReadOnlyList<BankRow> Rows, Entry Was, Entry Now, Guid By, DateTimeOffset At,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<Receipt>? Receipts = null);

/// <summary>The import that brought a transfer was undone, but another bank has told of its other side: that stays, as an entry of its own.</summary>
/// <param name="Row">By which the other bank told of it; the entry is of that import now.</param>
public sealed record OtherSideKept(BankRow Row, Entry Was, Entry Now, Guid By, DateTimeOffset At);

public enum JoinedAs
{
    /// <summary>The two sides of one transfer.</summary>
    Transfer,

    /// <summary>The same thing, recorded twice.</summary>
    Entry,
}
