using Marten.Schema;
using MyBudget.Features.Ledgers.Contracts;

namespace MyBudget.Features.Ledgers;

internal sealed class LedgersStorage : IConfigureMarten
{
    public void Configure(IServiceProvider services, StoreOptions options)
    {
        options.Events.MapEventType<LedgerCreated>("ledger_created");
        options.Events.MapEventType<LedgerRenamed>("ledger_renamed");
        options.Events.MapEventType<LargeTransactionLimitSet>("large_transaction_limit_set");
        options.Events.MapEventType<MemberJoined>("member_joined");
        options.Events.MapEventType<MemberRoleChanged>("member_role_changed");
        options.Events.MapEventType<MemberLeft>("member_left");
        options.Schema.For<LedgerInvitation>().SingleTenanted().StoredIn(LedgersTables.Invitations)
            .UniqueIndex(UniqueIndexType.DuplicatedField, "ledger_invitation_unique", invitation => invitation.Mailbox, invitation => invitation.LedgerId)
            .Duplicate(invitation => invitation.CodeHash!);
        options.AddLedgerState<Ledger>("ledger");
    }
}
