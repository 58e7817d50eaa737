using MyBudget.Features.Ledgers.Contracts;

namespace MyBudget.Features.Ledgers;

/// <summary>The state of a ledger's own fields. Its members live in the directory outside; here they only count as changes.</summary>
public sealed record Ledger(Guid Id, string Name, Currency Currency, DateTimeOffset CreatedAt, int Version, long? LargeTransactionFrom = null)
    : ILedgerState<Ledger>
{
    public static Ledger? Fold(Ledger? state, Guid id, object e) => e switch
    {
        LedgerCreated created => Of(id, created),
        LedgerRenamed renamed => state!.After(renamed),
        LargeTransactionLimitSet set => state!.After(set),
        MemberJoined or MemberRoleChanged or MemberLeft => state! with { Version = state.Version + 1 },
        _ => state,
    };

    internal static Ledger Of(Guid id, LedgerCreated e) => new(id, e.Name, e.Currency, e.At, 1);

    internal Ledger After(LedgerRenamed e) => this with { Name = e.Name, Version = Version + 1 };

    internal Ledger After(LargeTransactionLimitSet e) => this with { LargeTransactionFrom = e.From, Version = Version + 1 };

    internal LedgerView ToView(LedgerRole role, long revision) =>
        new(Id, Name, Currency, role, revision, CreatedAt, Version, LargeTransactionFrom);
}
