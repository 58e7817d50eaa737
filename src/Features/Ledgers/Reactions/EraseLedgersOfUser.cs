namespace MyBudget.Features.Ledgers.Reactions;

/// <summary>
/// A user who leaves takes along the ledgers that are theirs alone. Those that others share go on without them; where nobody else is an
/// owner, they have to decide first what becomes of it. A deleted ledger that nobody could restore any more is erased at once.
/// </summary>
internal sealed class EraseLedgersOfUser(LedgerWriter writer, IDocumentSession session, JoinRequests requests) : INotificationHandler<UserErased>
{
    public async Task Handle(UserErased notification, CancellationToken cancellationToken)
    {
        var user = notification.UserId;
        var orphans = new List<Guid>();
        foreach (var (ledger, members, isDeleted) in await LockAsync(user, cancellationToken))
        {
            if (members.SingleOrDefault(member => member.UserId == user) is not { } own) continue;
            var isLastOwner = own.Role is LedgerRole.Owner && !members.HaveOwnerBesides(user);
            if (members.Count == 1 || (isDeleted && isLastOwner))
            {
                await session.EraseLedgerAsync(ledger, cancellationToken);
                continue;
            }

            if (isLastOwner)
            {
                orphans.Add(ledger);
                continue;
            }

            session.Delete<LedgerMembership>(own.Id);
            session.Delete<DeletedMembership>(own.Id);
            session.WithdrawInvitations(ledger, user);
            await writer.JoinAsync(ledger, user, async write =>
            {
                if (await write.FindAsync<Ledger>(ledger) is { } state) write.Append(state, Decide(own, notification.At));
            }, cancellationToken);
        }

        if (orphans.Count > 0) throw await OrphanedAsync(orphans, cancellationToken);

        var asked = await session.Query<JoinRequest>().Where(request => request.UserId == user).ToListAsync(cancellationToken);
        foreach (var request in asked) await requests.EndAsync(request.LedgerId, [request], cancellationToken);
        // An address that was never confirmed may be somebody else's, and so may what is sent there.
        if (await session.LoadAsync<UserProfile>(user, cancellationToken) is { EmailVerified: true, Mailbox: var mailbox })
            session.DeleteWhere<LedgerInvitation>(invitation => invitation.Mailbox == mailbox);
    }

    internal static MemberLeft Decide(LedgerMembership leaving, DateTimeOffset now) => new(leaving.UserId, leaving.Role, leaving.UserId, now);

    /// <summary>The user's ledgers with their members, none of whom comes or goes any more; in the order in which all take such locks.</summary>
    private async Task<List<(Guid Ledger, IReadOnlyList<LedgerMembership> Members, bool IsDeleted)>> LockAsync(
        Guid user, CancellationToken cancellationToken)
    {
        var locked = new List<(Guid, IReadOnlyList<LedgerMembership>, bool)>();
        foreach (var ledger in await session.LedgersOfAsync(user, cancellationToken))
        {
            if (!await session.HoldWritersAsync(ledger, cancellationToken)) continue;
            var members = await session.MembersAsync(ledger, cancellationToken);
            var deleted = members.Count > 0 ? [] : await session.DeletedMembersAsync(ledger, cancellationToken);
            locked.Add((ledger, [.. members, .. deleted.Select(member => member.ToMembership())], members.Count == 0));
        }

        return locked;
    }

    private async Task<RuleViolation> OrphanedAsync(IEnumerable<Guid> orphans, CancellationToken cancellationToken)
    {
        var ledgers = new List<OrphanedLedger>();
        foreach (var id in orphans)
        {
            var ledger = await session.ForTenant(LedgerScope.TenantOf(id)).LoadAsync<Ledger>(id, cancellationToken);
            ledgers.Add(new OrphanedLedger(id, ledger?.Name ?? "?"));
        }

        return new RuleViolation(
            "ledgers.owner-needed", "Others share ledgers that only you own: make one of them an owner, or delete those ledgers first.",
            new Dictionary<string, object?>(StringComparer.Ordinal) { ["ledgers"] = ledgers });
    }
}

internal sealed record OrphanedLedger(Guid Id, string Name);
