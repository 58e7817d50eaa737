namespace MyBudget.Features.Ledgers;

/// <summary>
/// What somebody is invited to. An invitation is for the person who reads mail at its address: a code alone, which can be forwarded, lets nobody in.
/// </summary>
internal sealed class Invitations(IQuerySession session, TimeProvider time)
{
    /// <param name="code">From the mail, or the invitation's id.</param>
    /// <returns>Null when there is none, or when it has expired; one that this user has accepted is found.</returns>
    /// <exception cref="RuleViolation">The code is good, but for another address, or for one that is not confirmed.</exception>
    public async Task<LedgerInvitation?> FindAsync(string code, Guid userId, CancellationToken cancellationToken)
    {
        var isId = Guid.TryParseExact(code, "D", out var id);
        var hash = LedgerInvitation.HashOf(code);
        var invitation = isId
            ? await session.LoadAsync<LedgerInvitation>(id, cancellationToken)
            : await session.Query<LedgerInvitation>().SingleOrDefaultAsync(sent => sent.CodeHash == hash, cancellationToken);
        if (invitation is null || invitation.ExpiresAt <= time.GetUtcNow()) return null;

        var user = await session.LoadAsync<UserProfile>(userId, cancellationToken);
        if (user is null || user.Mailbox != invitation.Mailbox)
        {
            // An id is no secret, so it tells nothing to others.
            return isId ? null : throw new RuleViolation(
                "ledgers.invitation-for-another", "This invitation is for another e-mail address; sign in with that one, or ask to be invited at yours.");
        }

        return user.EmailVerified ? invitation : throw new RuleViolation("ledgers.email-unverified", "Confirm your e-mail address first.");
    }

    /// <summary>The same, as its user sees it; null also when it is no longer open.</summary>
    public async Task<ReceivedInvitation?> GetAsync(string code, Guid userId, CancellationToken cancellationToken) =>
        await FindAsync(code, userId, cancellationToken) is { } found ? await ShowAsync(found, cancellationToken) : null;

    /// <summary>The open ones into a ledger, newest first.</summary>
    public async Task<IReadOnlyList<InvitationView>> IntoAsync(Guid ledgerId, CancellationToken cancellationToken)
    {
        var sent = await session.Query<LedgerInvitation>().Where(known => known.LedgerId == ledgerId).ToListAsync(cancellationToken);
        var open = sent.Where(invitation => invitation.IsOpen(time.GetUtcNow()));
        return [.. open.OrderByDescending(invitation => invitation.CreatedAt).Select(InvitationView.Of)];
    }

    /// <summary>The open ones for a user whose address is confirmed, newest first.</summary>
    public async Task<IReadOnlyList<ReceivedInvitation>> ListAsync(Guid userId, CancellationToken cancellationToken)
    {
        if (await session.LoadAsync<UserProfile>(userId, cancellationToken) is not { EmailVerified: true, Mailbox: var mailbox }) return [];

        var received = await session.Query<LedgerInvitation>().Where(invitation => invitation.Mailbox == mailbox).ToListAsync(cancellationToken);
        var views = new List<ReceivedInvitation>();
        foreach (var invitation in received.OrderByDescending(invitation => invitation.CreatedAt))
        {
            if (await ShowAsync(invitation, cancellationToken) is { } view) views.Add(view);
        }

        return views;
    }

    /// <returns>Null when it is no longer open.</returns>
    private async Task<ReceivedInvitation?> ShowAsync(LedgerInvitation invitation, CancellationToken cancellationToken)
    {
        if (!invitation.IsOpen(time.GetUtcNow())) return null;

        var ledger = await session.ForTenant(LedgerScope.TenantOf(invitation.LedgerId)).LoadAsync<Ledger>(invitation.LedgerId, cancellationToken);
        if (ledger is null) return null;

        var by = await session.LoadAsync<UserProfile>(invitation.InvitedBy, cancellationToken);
        return new ReceivedInvitation(
            invitation.Id, ledger.Id, ledger.Name, invitation.Role, by?.DisplayName ?? "?", invitation.CreatedAt, invitation.ExpiresAt);
    }
}
