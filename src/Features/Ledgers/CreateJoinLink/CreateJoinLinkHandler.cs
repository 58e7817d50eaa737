namespace MyBudget.Features.Ledgers.CreateJoinLink;

internal sealed record CreateJoinLink(Guid LedgerId, Guid? Id, LedgerRole? Role) : ICommand<JoinLinkView>;

internal sealed class CreateJoinLinkHandler(IDocumentSession session, LedgerScope scope, JoinLinks links, JoinCodes codes, TimeProvider time)
    : IRequestHandler<CreateJoinLink, JoinLinkView>
{
    public async Task<JoinLinkView> Handle(CreateJoinLink command, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await session.HoldAsOwnerAsync(scope, cancellationToken);
        var known = await session.Query<JoinLink>().Where(link => link.LedgerId == command.LedgerId).ToListAsync(cancellationToken);
        if (command.Id is { } id && await session.LoadAsync<JoinLink>(id, cancellationToken) is { } made)
        {
            // The same request again is the same success, but not once the link was taken back: it may have been because its code leaked.
            return known.Contains(made) && made.Role == command.Role && made.CreatedBy == scope.UserId && made.IsOpen(now)
                ? links.Show(made)
                : throw LedgerWrite.IdTaken("Another link has this id, or had it and is no longer good: choose another id.");
        }

        var link = Decide(known.Count(other => other.IsOpen(now)), command, command.Id ?? Guid.CreateVersion7(now), now);
        session.Insert(link);
        await session.SaveChangesAsync(cancellationToken);
        return links.Show(link);
    }

    private JoinLink Decide(int open, CreateJoinLink command, Guid id, DateTimeOffset now)
    {
        MemberRules.EnsureRoomForJoinLink(open);
        return codes.Seal(new JoinLink(
            id, command.LedgerId, CodeHash: string.Empty, command.Role, scope.UserId, now, now + JoinLink.Lifetime, Salt: new Guid(RandomNumberGenerator.GetBytes(16))));
    }
}
