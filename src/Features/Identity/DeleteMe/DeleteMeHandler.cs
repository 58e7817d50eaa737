namespace MyBudget.Features.Identity.DeleteMe;

internal sealed record DeleteMe(Guid UserId, IdentityProof Details, Caller Caller) : ICommand<Unit>;

internal sealed class DeleteMeHandler(IDocumentSession session, ProofCheck check, KnownPlaces places, SecondFactors factors, IMediator mediator, TimeProvider time)
    : IRequestHandler<DeleteMe, Unit>
{
    public async Task<Unit> Handle(DeleteMe command, CancellationToken cancellationToken)
    {
        var id = command.UserId;
        await check.EnsureAsync(id, command.Details, command.Caller.Network, cancellationToken);
        // A mail with a code is written meanwhile: either its code is found, or it finds nobody to write to.
        await session.LockAsync<Credentials>(id, cancellationToken);
        // A use case that creates a ledger locks its user's sign-in: either the erasure finds the ledger, or it finds the sign-in gone.
        await session.DocumentsAsync<SignInSession>($"where user_id = {id} and ended_at is null order by id for update", cancellationToken);
        // A change of the name goes on from the profile to the ledgers, too.
        await session.LockAsync<UserProfile>(id, cancellationToken);
        await mediator.Publish(new UserErased(id, time.GetUtcNow()), cancellationToken);

        // Sessions before tokens: a refresh at work holds its session, and the token it adds is then deleted too.
        session.DeleteWhere<SignInSession>(signIn => signIn.UserId == id);
        session.DeleteWhere<RefreshToken>(token => token.UserId == id);
        session.DeleteWhere<MailCode>(code => code.UserId == id);
        places.Forget(id);
        factors.Drop(id);
        session.Queue($"delete from {FactorChallenges.Table:raw} where user_id = {id}");
        session.DeleteWhere<FirebaseLink>(link => link.UserId == id);
        session.Delete<Credentials>(id);
        session.Delete<UserProfile>(id);
        await session.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
