namespace MyBudget.Features.Identity.ForgotPassword;

internal sealed record ForgotPassword(string? Email, Caller Caller) : ICommand<Unit>;

internal sealed class ForgotPasswordHandler(IDocumentSession session, Attempts attempts, TimeProvider time) : IRequestHandler<ForgotPassword, Unit>
{
    public async Task<Unit> Handle(ForgotPassword command, CancellationToken cancellationToken)
    {
        var email = EmailAddress.Normalize(command.Email!);
        await attempts.CountAsync(AttemptKind.Mail, email, command.Caller.Network, cancellationToken);
        session.Enqueue(IdentityMail.PasswordReset(email, time.GetUtcNow()).ToMessage());
        await session.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
