namespace MyBudget.Features.Identity;

/// <summary>That a user of a Firebase project is a user here. A user may have several.</summary>
/// <param name="Uid">The user's id there; <paramref name="UserId"/> is the one here.</param>
internal sealed record FirebaseLink(string Id, string ProjectId, string Uid, Guid UserId, DateTimeOffset LinkedAt)
{
    /// <summary>The longest uid there is.</summary>
    public const int LongestUid = 128;

    public static string IdOf(string projectId, string uid) => $"{projectId}/{uid}";

    /// <summary>
    /// Begins the session's transaction; until it ends, nobody else links, unlinks or signs in this Firebase user. There may be no
    /// row yet to lock.
    /// </summary>
    public static async Task HoldAsync(IDocumentSession session, string id, CancellationToken cancellationToken)
    {
        await session.BeginAsync(cancellationToken);
        var held = $"firebase-link/{id}";
        await session.Sql($"select pg_advisory_xact_lock(hashtextextended({held}, 0))").ExecuteAsync(cancellationToken);
    }
}
