namespace MyBudget.Features.Identity.VerifyEmail;

internal sealed record VerifyEmail(Guid UserId, string? Code, Caller Caller) : ICommand<User>;

internal sealed class VerifyEmailHandler(
    IDocumentSession session, MailCodes codes, Attempts attempts, IMediator mediator, TimeProvider time) : IRequestHandler<VerifyEmail, User>
{
    public async Task<User> Handle(VerifyEmail command, CancellationToken cancellationToken)
    {
        var account = command.UserId.ToString("D");
        await attempts.CountAsync(AttemptKind.Code, account, new AttemptFrom(command.Caller.Network), cancellationToken);

        var user = await session.LockAsync<UserProfile>(command.UserId, cancellationToken)
                   ?? throw new ProblemException(StatusCodes.Status401Unauthorized, "auth.unauthenticated", "Sign in first.");
        // A repeat after a lost answer is the same success, though the code is used up.
        if (user.EmailVerified) return User.Of(user);

        await codes.RedeemAsync(user.Id, MailCodePurpose.VerifyEmail, command.Code!, command.Caller.Network, cancellationToken);
        var verified = user with { EmailVerified = true, Version = user.Version + 1 };
        session.Store(verified);
        await mediator.Publish(new EmailVerified(user.Id, user.Email, time.GetUtcNow()), cancellationToken);
        await session.SaveChangesAsync(cancellationToken);

        await attempts.SucceededAsync(AttemptKind.Code, account, new AttemptFrom(command.Caller.Network), cancellationToken);
        return User.Of(verified);
    }
}
