
namespace MyBudget.Features.Ledgers;

/// <summary>Rules about who is a member of a ledger. They hold for its members as they are under the ledger's lock.</summary>
internal static class MemberRules
{
    public const int MostLedgers = 100;
    public const int MostMembers = 50;
    public const int MostInvitations = 20;
    public const int MostJoinLinks = 10;
    public const int MostJoinRequests = 20;

    public static Task<IReadOnlyList<LedgerMembership>> MembersAsync(this IQuerySession session, Guid ledgerId, CancellationToken cancellationToken) =>
        session.Query<LedgerMembership>().Where(member => member.LedgerId == ledgerId).ToListAsync(cancellationToken);

    /// <summary>
    /// Holds up the ledger's writers for what is not written to it, and asks again whether the user is an owner: that may have changed while the
    /// ledger was waited for.
    /// </summary>
    /// <returns>The members.</returns>
    /// <exception cref="LedgerGoneException">The ledger is gone, or they are no longer a member at all.</exception>
    /// <exception cref="AccessRefusedException">They are an owner no longer.</exception>
    public static async Task<IReadOnlyList<LedgerMembership>> HoldAsOwnerAsync(
        this IDocumentSession session, LedgerScope scope, CancellationToken cancellationToken)
    {
        if (!await session.HoldWritersAsync(scope.LedgerId, cancellationToken)) throw new LedgerGoneException();
        var members = await session.MembersAsync(scope.LedgerId, cancellationToken);
        var acting = members.SingleOrDefault(member => member.UserId == scope.UserId) ?? throw new LedgerGoneException();
        return acting.Role is LedgerRole.Owner ? members : throw new AccessRefusedException(AccessRefusal.RoleTooWeak);
    }

    public static void EnsureAnotherOwner(this IReadOnlyList<LedgerMembership> members, Guid userId)
    {
        if (!members.HaveOwnerBesides(userId))
            throw new RuleViolation("ledgers.last-owner", "A ledger needs an owner: make another member one first.");
    }

    public static bool HaveOwnerBesides(this IReadOnlyList<LedgerMembership> members, Guid userId) =>
        members.Any(member => member.UserId != userId && member.Role is LedgerRole.Owner);

    public static void EnsureRoomForLedger(int ledgers)
    {
        if (ledgers >= MostLedgers) throw new RuleViolation("ledgers.too-many", $"A user can be a member of at most {MostLedgers} ledgers.");
    }

    public static void EnsureRoomForMember(int members)
    {
        if (members >= MostMembers) throw new RuleViolation("ledgers.too-many-members", $"A ledger can have at most {MostMembers} members.");
    }

    public static void EnsureRoomForJoinLink(int open)
    {
        if (open >= MostJoinLinks) throw new RuleViolation("ledgers.too-many-join-links", $"A ledger can have at most {MostJoinLinks} open join links.");
    }

    public static void EnsureRoomForJoinRequest(int open)
    {
        if (open >= MostJoinRequests)
            throw new RuleViolation("ledgers.too-many-join-requests", "Too many people wait for an answer of the ledger's owners; ask again later.");
    }

    /// <summary>Nobody becomes an owner from outside.</summary>
    public static IRuleBuilderOptions<T, LedgerRole?> JoiningRole<T>(this IRuleBuilder<T, LedgerRole?> rule) => rule
        .NotEqual(LedgerRole.Owner).WithErrorCode("invited-role").WithMessage("Invite an editor or a viewer; a member can be made an owner later.");

    /// <summary>Any ledger, wherever the session is; null where there is none.</summary>
    public static Task<Ledger?> LedgerAsync(this IQuerySession session, Guid ledgerId, CancellationToken cancellationToken) =>
        session.ForTenant(LedgerScope.TenantOf(ledgerId)).LoadAsync<Ledger>(ledgerId, cancellationToken);

    /// <summary>Who is an owner no longer leaves no open door behind. What was asked by their links, other owners decide.</summary>
    public static void WithdrawInvitations(this IDocumentSession session, Guid ledgerId, Guid by)
    {
        session.DeleteWhere<LedgerInvitation>(invitation => invitation.LedgerId == ledgerId && invitation.InvitedBy == by && invitation.AcceptedBy == null);
        session.DeleteWhere<JoinLink>(link => link.LedgerId == ledgerId && link.CreatedBy == by);
    }
}
