using System.Text.Json.Serialization;

namespace MyBudget.Features.Ledgers.Contracts;

/// <summary>A ledger as one of its members sees it.</summary>
/// <param name="Id">UUID.</param>
/// <param name="Name">What its owner calls it.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Role">What the asking user may do in it.</param>
/// <param name="Revision">Grows by one with every write in the ledger.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="Version">Grows with every change of the ledger's own fields; see <c>ETag</c>.</param>
/// <param name="LargeTransactionFrom">Members are told of a transaction of at least this amount, either way, in minor units; null for none.</param>
/// <param name="FactorRequired">Whether it is open only to members who have a second factor; absent where it is not so.</param>
/// <param name="DeletedAt">When it was deleted, UTC; absent for one that is there.</param>
/// <param name="ErasedAt">Until when a deleted one can be restored, UTC; then it is erased. Absent for one that is there.</param>
public sealed record LedgerView(
    Guid Id, string Name, Currency Currency, LedgerRole Role, long Revision, DateTimeOffset CreatedAt, int Version, long? LargeTransactionFrom,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool FactorRequired = false,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? DeletedAt = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? ErasedAt = null);
