namespace MyBudget.Features.Ledgers.ExportLedgers;

/// <summary>What the user has asked to join, and the join links that they have made.</summary>
internal sealed class JoiningExport(IQuerySession session) : IExportSource
{
    public string Name => "joining";

    public async Task WriteAsync(ExportWriter export, Guid userId, CancellationToken cancellationToken)
    {
        var requests = await session.Query<JoinRequest>().Where(request => request.UserId == userId).OrderBy(request => request.Id)
            .ToListAsync(cancellationToken);
        var links = await session.Query<JoinLink>().Where(link => link.CreatedBy == userId).OrderBy(link => link.Id).ToListAsync(cancellationToken);
        export.Write(new
        {
            Requests = requests.Select(request => new { request.Id, request.Message, request.Status, request.AskedAt, request.ExpiresAt }),
            Links = links.Select(link => new { link.Id, link.LedgerId, link.Role, link.CreatedAt, link.ExpiresAt, link.RevokedAt }),
        });
    }
}
