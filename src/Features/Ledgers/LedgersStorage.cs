using Marten.Schema;

namespace MyBudget.Features.Ledgers;

internal sealed class LedgersStorage : IConfigureMarten
{
    public void Configure(IServiceProvider services, StoreOptions options)
    {
        options.Schema.For<LedgerInvitation>().SingleTenanted().StoredIn(LedgersTables.Invitations)
            .UniqueIndex(UniqueIndexType.DuplicatedField, "ledger_invitation_unique", invitation => invitation.Mailbox, invitation => invitation.LedgerId)
            .Duplicate(invitation => invitation.CodeHash!);
        options.Schema.For<JoinLink>().SingleTenanted().StoredIn(LedgersTables.JoinLinks)
            .Duplicate(link => link.LedgerId)
            .UniqueIndex(UniqueIndexType.DuplicatedField, "join_link_code_unique", link => link.CodeHash);
        options.Schema.For<JoinRequest>().SingleTenanted().StoredIn(LedgersTables.JoinRequests)
            .UniqueIndex(UniqueIndexType.DuplicatedField, "join_request_unique", request => request.LedgerId, request => request.UserId)
            .Duplicate(request => request.UserId);
        options.Schema.For<DeletedMembership>().SingleTenanted().StoredIn(LedgersTables.DeletedMemberships)
            .Duplicate(membership => membership.LedgerId).Duplicate(membership => membership.UserId)
            .Duplicate(membership => membership.Role, pgType: "text").Duplicate(membership => membership.DeletedAt, pgType: "timestamptz");
    }
}
