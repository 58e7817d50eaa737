namespace MyBudget.Features.Ledgers.ExportLedgers;

/// <summary>Invitations that the user has sent, and those that others have sent to their confirmed address.</summary>
internal sealed class InvitationsExport(IQuerySession session) : IExportSource
{
    public string Name => "invitations";

    public async Task WriteAsync(ExportWriter export, Guid userId, CancellationToken cancellationToken)
    {
        var user = await session.LoadAsync<UserProfile>(userId, cancellationToken);
        var mailbox = user is { EmailVerified: true } ? user.Mailbox : null;
        var invitations = await session.Query<LedgerInvitation>()
            .Where(invitation => invitation.InvitedBy == userId || invitation.Mailbox == mailbox).OrderBy(invitation => invitation.Id).ToListAsync(cancellationToken);
        export.Write(invitations.Select(i => new { i.Id, i.LedgerId, i.Email, i.Role, i.InvitedBy, i.CreatedAt, i.ExpiresAt, i.AcceptedBy }));
    }
}
