using MyBudget.Domain;
using MyBudget.Features.Ledgers.Contracts;

namespace MyBudget.Features.Ledgers;

/// <summary>The state of a ledger's own fields. Its members live in the directory outside; here they only count as changes.</summary>
public sealed record Ledger(Guid Id, string Name, Currency Currency, DateTimeOffset CreatedAt, int Version, long? LargeTransactionFrom = null)
{
    public static Ledger Create(Guid id, LedgerCreated e) => new(id, e.Name, e.Currency, e.At, 1);

    public Ledger Apply(LedgerRenamed e) => this with { Name = e.Name, Version = Version + 1 };

    public Ledger Apply(LargeTransactionLimitSet e) => this with { LargeTransactionFrom = e.From, Version = Version + 1 };

    public Ledger Apply(MemberJoined _) => this with { Version = Version + 1 };

    public Ledger Apply(MemberRoleChanged _) => this with { Version = Version + 1 };

    public Ledger Apply(MemberLeft _) => this with { Version = Version + 1 };

    internal LedgerView ToView(LedgerRole role, long revision) =>
        new(Id, Name, Currency, role, revision, CreatedAt, Version, LargeTransactionFrom);
}
