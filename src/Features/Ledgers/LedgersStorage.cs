using Marten.Schema;

namespace MyBudget.Features.Ledgers;

internal sealed class LedgersStorage : IConfigureMarten
{
    public void Configure(IServiceProvider services, StoreOptions options)
    {
        options.Schema.For<LedgerInvitation>().SingleTenanted().StoredIn(LedgersTables.Invitations)
            .UniqueIndex(UniqueIndexType.DuplicatedField, "ledger_invitation_unique", invitation => invitation.Mailbox, invitation => invitation.LedgerId)
            .Duplicate(invitation => invitation.CodeHash!);
    }
}
