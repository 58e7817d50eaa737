namespace MyBudget.Features.Ledgers.Reactions;

/// <summary>A member's name is part of what every client of the ledger holds, so another name is a write in each of the user's ledgers.</summary>
internal sealed class TellOfNewName(LedgerWriter writer, IDocumentSession session) : INotificationHandler<UserRenamed>
{
    public async Task Handle(UserRenamed notification, CancellationToken cancellationToken)
    {
        var user = notification.UserId;
        // Also in those that were deleted: once one is restored, its members are to know the name.
        foreach (var ledger in await session.LedgersOfAsync(user, cancellationToken)) await TellAsync(ledger, notification, cancellationToken);
    }

    internal static MemberRenamed Decide(Guid user, DateTimeOffset now) => new(user, now);

    private async Task TellAsync(Guid ledger, UserRenamed notification, CancellationToken cancellationToken)
    {
        if (!await session.HoldWritersAsync(ledger, cancellationToken)) return;
        // Who was removed meanwhile has no name there any more.
        var members = (await session.MembersAsync(ledger, cancellationToken)).Select(member => member.UserId)
            .Concat((await session.DeletedMembersAsync(ledger, cancellationToken)).Select(member => member.UserId));
        if (!members.Contains(notification.UserId)) return;
        await writer.JoinAsync(ledger, notification.UserId, async write =>
        {
            if (await write.FindAsync<Ledger>(ledger) is { } state) write.Append(state, Decide(notification.UserId, notification.At));
        }, cancellationToken);
    }
}
