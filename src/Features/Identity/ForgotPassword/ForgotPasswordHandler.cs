namespace MyBudget.Features.Identity.ForgotPassword;

internal sealed record ForgotPassword(string? Email, string? Installation, Caller Caller) : ICommand<Unit>;

internal sealed class ForgotPasswordHandler(IDocumentSession session, Attempts attempts, KnownPlaces places, TimeProvider time) : IRequestHandler<ForgotPassword, Unit>
{
    public async Task<Unit> Handle(ForgotPassword command, CancellationToken cancellationToken)
    {
        var email = EmailAddress.Normalize(command.Email!);
        var known = await session.Query<Credentials>().SingleOrDefaultAsync(credentials => credentials.Email == email, cancellationToken);
        var place = await places.FindAsync(known?.Id, command.Caller.Network, command.Installation, cancellationToken);
        await attempts.CountAsync(AttemptKind.Mail, email, place.From, cancellationToken);
        session.Enqueue(IdentityMail.PasswordReset(email, time.GetUtcNow()).ToMessage());
        await session.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
