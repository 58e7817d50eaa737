namespace MyBudget.Features.Ledgers;

/// <summary>The links by which one can ask to join.</summary>
internal sealed class JoinLinks(IQuerySession session, JoinCodes codes, IOptions<InvitationSettings> settings, TimeProvider time)
{
    /// <returns>Null when there is none with this code, or when it has expired.</returns>
    public async Task<JoinLink?> FindAsync(string code, CancellationToken cancellationToken)
    {
        var hash = JoinCodes.HashOf(code);
        var link = await session.Query<JoinLink>().SingleOrDefaultAsync(known => known.CodeHash == hash, cancellationToken);
        return link?.IsOpen(time.GetUtcNow()) is true ? link : null;
    }

    /// <summary>The open ones of a ledger, newest first.</summary>
    public async Task<IReadOnlyList<JoinLinkView>> OfAsync(Guid ledgerId, CancellationToken cancellationToken)
    {
        var links = await session.Query<JoinLink>().Where(link => link.LedgerId == ledgerId).ToListAsync(cancellationToken);
        return [.. links.Where(link => link.IsOpen(time.GetUtcNow())).OrderByDescending(link => link.CreatedAt).ThenBy(link => link.Id).Select(Show)];
    }

    /// <returns>Null when the ledger has no such link that is open.</returns>
    public async Task<JoinLinkView?> GetAsync(Guid ledgerId, Guid id, CancellationToken cancellationToken) =>
        await session.LoadAsync<JoinLink>(id, cancellationToken) is { } link && link.LedgerId == ledgerId && link.IsOpen(time.GetUtcNow())
            ? Show(link)
            : null;

    public JoinLinkView Show(JoinLink link)
    {
        var code = codes.Of(link);
        var opens = code is null ? null : settings.Value.JoinLinkOf(code);
        return new JoinLinkView(link.Id, code, opens, link.Role, link.CreatedBy, link.CreatedAt, link.ExpiresAt);
    }
}
