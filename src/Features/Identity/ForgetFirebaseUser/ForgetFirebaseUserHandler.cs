using MyBudget.Infrastructure.Firebase;

namespace MyBudget.Features.Identity.ForgetFirebaseUser;

internal sealed record ForgetFirebaseUser(UserDeletedRequest Details) : ICommand<Unit>;

/// <summary>
/// What the user keeps here stays: others may share their ledgers, and an operator may have deleted the wrong user or the whole
/// project. <c>DELETE me</c> erases.
/// </summary>
internal sealed class ForgetFirebaseUserHandler(IDocumentSession session, SignIns signIns, IOptions<FirebaseSettings> settings)
    : IRequestHandler<ForgetFirebaseUser, Unit>
{
    public async Task<Unit> Handle(ForgetFirebaseUser command, CancellationToken cancellationToken)
    {
        var details = command.Details;
        if (details.ProjectId != settings.Value.ProjectId)
            throw new RuleViolation("auth.firebase-other-project", "This server belongs to another Firebase project.");

        var linkId = FirebaseLink.IdOf(details.ProjectId!, details.Uid!);
        await FirebaseLink.HoldAsync(session, linkId, cancellationToken);
        var link = await session.LoadAsync<FirebaseLink>(linkId, cancellationToken);
        // The message may come late, and an operator can create a user anew under the same uid.
        if (link is null || link.LinkedAt > details.DeletedAt) return Unit.Value;

        var credentials = await session.LockAsync<Credentials>(link.UserId, cancellationToken);
        var onlyThrough = credentials?.PasswordHash is null ? null : linkId;
        signIns.EndAll(link.UserId, except: null, EndReason.FirebaseUserDeleted, onlyThrough);
        session.Delete(link);
        await session.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
