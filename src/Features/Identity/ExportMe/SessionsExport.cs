namespace MyBudget.Features.Identity.ExportMe;

/// <summary>Also those that have ended and are not yet swept: an export leaves out nothing that is kept.</summary>
internal sealed class SessionsExport(IQuerySession session) : IExportSource
{
    public string Name => "sessions";

    public async Task WriteAsync(ExportWriter export, Guid userId, CancellationToken cancellationToken)
    {
        var sessions = session.Query<SignInSession>().Where(signIn => signIn.UserId == userId).OrderBy(signIn => signIn.Id);
        export.Json.WriteStartArray();
        await foreach (var s in sessions.ToAsyncEnumerable(cancellationToken))
        {
            export.Write(new { s.Id, s.Device, s.Network, s.CreatedAt, s.LastUsedAt, s.ExpiresAt, s.EndedAt, s.EndedBy, s.Through });
            await export.DrainAsync(cancellationToken);
        }

        export.Json.WriteEndArray();
    }
}
