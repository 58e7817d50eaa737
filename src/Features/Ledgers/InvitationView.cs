namespace MyBudget.Features.Ledgers;

/// <summary>An open invitation, as the ledger's owners see it.</summary>
/// <param name="Id">UUID.</param>
/// <param name="Email">Who is invited.</param>
/// <param name="Role">What they will be able to do.</param>
/// <param name="InvitedBy">The owner who invites.</param>
/// <param name="CreatedAt">When it was last sent, UTC.</param>
/// <param name="ExpiresAt">Until when it can be accepted, UTC.</param>
internal sealed record InvitationView(Guid Id, string Email, LedgerRole Role, Guid InvitedBy, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt)
{
    public static InvitationView Of(LedgerInvitation i) => new(i.Id, i.Email, i.Role, i.InvitedBy, i.CreatedAt, i.ExpiresAt);
}

/// <summary>An open invitation, as whom it is for sees it.</summary>
/// <param name="Id">UUID; good in place of the code.</param>
/// <param name="LedgerId">The ledger.</param>
/// <param name="Ledger">Its name.</param>
/// <param name="Role">What the user will be able to do.</param>
/// <param name="InvitedBy">The name of the owner who invites.</param>
/// <param name="CreatedAt">When it was last sent, UTC.</param>
/// <param name="ExpiresAt">Until when it can be accepted, UTC.</param>
internal sealed record ReceivedInvitation(
    Guid Id, Guid LedgerId, string Ledger, LedgerRole Role, string InvitedBy, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt);
