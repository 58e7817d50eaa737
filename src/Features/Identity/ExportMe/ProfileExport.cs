namespace MyBudget.Features.Identity.ExportMe;

internal sealed class ProfileExport(IQuerySession session) : IExportSource
{
    public string Name => "profile";

    public async Task WriteAsync(ExportWriter export, Guid userId, CancellationToken cancellationToken)
    {
        var user = await session.LoadAsync<UserProfile>(userId, cancellationToken);
        export.Write(user is null ? null : User.Of(user));
    }
}
