namespace MyBudget.Features.Ledgers.ListInvitations;

internal sealed record ListInvitations(Guid LedgerId) : IQuery<IReadOnlyList<InvitationView>>;

internal sealed class ListInvitationsHandler(IQuerySession session, TimeProvider time)
    : IRequestHandler<ListInvitations, IReadOnlyList<InvitationView>>
{
    public async Task<IReadOnlyList<InvitationView>> Handle(ListInvitations request, CancellationToken cancellationToken)
    {
        var sent = await session.Query<LedgerInvitation>().Where(invitation => invitation.LedgerId == request.LedgerId).ToListAsync(cancellationToken);
        return [.. sent.Where(invitation => invitation.IsOpen(time.GetUtcNow())).OrderByDescending(invitation => invitation.CreatedAt).Select(InvitationView.Of)];
    }
}
