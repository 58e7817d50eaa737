namespace MyBudget.Features.Identity.ExportMe;

internal sealed class FirebaseLinksExport(IQuerySession session) : IExportSource
{
    public string Name => "firebaseLinks";

    public async Task WriteAsync(ExportWriter export, Guid userId, CancellationToken cancellationToken)
    {
        var links = await session.Query<FirebaseLink>().Where(link => link.UserId == userId).OrderBy(link => link.Id).ToListAsync(cancellationToken);
        export.Write(links.Select(link => new { link.ProjectId, link.Uid, link.LinkedAt }));
    }
}
