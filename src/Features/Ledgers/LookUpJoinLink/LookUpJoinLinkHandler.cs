namespace MyBudget.Features.Ledgers.LookUpJoinLink;

internal sealed record LookUpJoinLink(string? Code, Guid UserId, Caller Caller) : ICommand<JoinOffer?>;

internal sealed class LookUpJoinLinkHandler(IQuerySession session, JoinLinks links, Attempts attempts) : IRequestHandler<LookUpJoinLink, JoinOffer?>
{
    /// <returns>Null when there is no such link, or no longer.</returns>
    public async Task<JoinOffer?> Handle(LookUpJoinLink command, CancellationToken cancellationToken)
    {
        var (account, network) = (command.UserId.ToString("D"), command.Caller.Network);
        await attempts.CountAsync(AttemptKind.Join, account, new AttemptFrom(network), cancellationToken);
        if (await links.FindAsync(command.Code!, cancellationToken) is not { } link
            || await session.LedgerAsync(link.LedgerId, cancellationToken) is not { } ledger)
        {
            attempts.Failed(AttemptKind.Join, new AttemptFrom(network));
            return null;
        }

        await attempts.SucceededAsync(AttemptKind.Join, account, new AttemptFrom(network), cancellationToken);
        var by = await session.LoadAsync<UserProfile>(link.CreatedBy, cancellationToken);
        return new JoinOffer(ledger.Name, by?.DisplayName ?? MemberView.Nameless, link.Role, link.ExpiresAt);
    }
}
