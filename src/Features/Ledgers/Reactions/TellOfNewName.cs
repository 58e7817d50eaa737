namespace MyBudget.Features.Ledgers.Reactions;

/// <summary>A member's name is part of what every client of the ledger holds, so another name is a write in each of the user's ledgers.</summary>
internal sealed class TellOfNewName(LedgerWriter writer, IDocumentSession session) : INotificationHandler<UserRenamed>
{
    public async Task Handle(UserRenamed notification, CancellationToken cancellationToken)
    {
        var user = notification.UserId;
        var mine = await session.Query<LedgerMembership>().Where(member => member.UserId == user).ToListAsync(cancellationToken);
        foreach (var ledger in mine.Select(member => member.LedgerId).Order()) await TellAsync(ledger, notification, cancellationToken);
    }

    internal static MemberRenamed Decide(Guid user, DateTimeOffset now) => new(user, now);

    private async Task TellAsync(Guid ledger, UserRenamed notification, CancellationToken cancellationToken)
    {
        if (!await session.HoldWritersAsync(ledger, cancellationToken)) return;
        // Who was removed meanwhile has no name there any more.
        if ((await session.MembersAsync(ledger, cancellationToken)).All(member => member.UserId != notification.UserId)) return;
        await writer.JoinAsync(ledger, notification.UserId, async write =>
        {
            if (await write.FindAsync<Ledger>(ledger) is { } state) write.Append(state, Decide(notification.UserId, notification.At));
        }, cancellationToken);
    }
}
