namespace MyBudget.Features.Identity;

/// <summary>That a user of a Firebase project is a user here. A user may have several.</summary>
/// <param name="Id">Project and uid.</param>
/// <param name="ProjectId">The Firebase project.</param>
/// <param name="Uid">The user's id there.</param>
/// <param name="UserId">The user's id here.</param>
/// <param name="LinkedAt">The first sign-in.</param>
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
        await session.BeginTransactionAsync(cancellationToken);
        var held = $"firebase-link/{id}";
        await session.Sql($"select pg_advisory_xact_lock(hashtextextended({held}, 0))").ExecuteAsync(cancellationToken);
    }
}
