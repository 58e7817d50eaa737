using JasperFx.Events;
using Marten.Events.Aggregation;
using MyBudget.Features.Ledgers.Contracts;

namespace MyBudget.Features.Ledgers;

public sealed partial class LedgerProjection : SingleStreamProjection<Ledger, Guid>
{
    public static Ledger Create(IEvent<LedgerCreated> e) => Ledger.Create(e.StreamId, e.Data);

    public static Ledger Apply(LedgerRenamed e, Ledger ledger) => ledger.Apply(e);

    public static Ledger Apply(LargeTransactionLimitSet e, Ledger ledger) => ledger.Apply(e);

    public static Ledger Apply(MemberJoined e, Ledger ledger) => ledger.Apply(e);

    public static Ledger Apply(MemberRoleChanged e, Ledger ledger) => ledger.Apply(e);

    public static Ledger Apply(MemberLeft e, Ledger ledger) => ledger.Apply(e);
}
