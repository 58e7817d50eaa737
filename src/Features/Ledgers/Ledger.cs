using System.Text.Json.Serialization;

namespace MyBudget.Features.Ledgers;

/// <summary>The state of a ledger's own fields. Its members live in the directory outside; here they only count as changes.</summary>
public sealed record Ledger(
    Guid Id, string Name, Currency Currency, DateTimeOffset CreatedAt, int Version, long? LargeTransactionFrom = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool FactorRequired = false)
    : ILedgerState<Ledger>
{
    public static Ledger? Fold(Ledger? state, Guid id, object e) => e switch
    {
        LedgerCreated created => new Ledger(id, created.Name, created.Currency, created.At, Version: 1),
        LedgerRenamed renamed => state! with { Name = renamed.Name, Version = state.Version + 1 },
        LargeTransactionLimitSet set => state! with { LargeTransactionFrom = set.From, Version = state.Version + 1 },
        FactorDemandSet set => state! with { FactorRequired = set.IsDemanded, Version = state.Version + 1 },
        MemberJoined or MemberRoleChanged or MemberRenamed or MemberLeft or LedgerDeleted or LedgerRestored =>
            state! with { Version = state.Version + 1 },
        _ => state,
    };

    internal LedgerView ToView(LedgerRole role, long revision) =>
        new(Id, Name, Currency, role, revision, CreatedAt, Version, LargeTransactionFrom, FactorRequired);
}
