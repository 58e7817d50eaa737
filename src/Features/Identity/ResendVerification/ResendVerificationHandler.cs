namespace MyBudget.Features.Identity.ResendVerification;

internal sealed record ResendVerification(Guid UserId, Caller Caller) : ICommand<Unit>;

internal sealed class ResendVerificationHandler(IDocumentSession session, Attempts attempts, TimeProvider time) : IRequestHandler<ResendVerification, Unit>
{
    public async Task<Unit> Handle(ResendVerification command, CancellationToken cancellationToken)
    {
        await attempts.CountAsync(AttemptKind.Mail, command.UserId.ToString("D"), new AttemptFrom(command.Caller.Network), cancellationToken);
        session.Enqueue(IdentityMail.Verification(command.UserId, time.GetUtcNow()).ToMessage());
        await session.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
