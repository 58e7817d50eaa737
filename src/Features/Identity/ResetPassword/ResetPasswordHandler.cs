namespace MyBudget.Features.Identity.ResetPassword;

internal sealed record ResetPassword(ResetPasswordRequest Details, Caller Caller) : ICommand<Unit>;

internal sealed class ResetPasswordHandler(
    IDocumentSession session, MailCodes codes, PasswordHasher hasher, SignIns signIns, Attempts attempts, IMediator mediator, TimeProvider time)
    : IRequestHandler<ResetPassword, Unit>
{
    public async Task<Unit> Handle(ResetPassword command, CancellationToken cancellationToken)
    {
        var (details, network) = (command.Details, command.Caller.Network);
        var email = EmailAddress.Normalize(details.Email!);
        await attempts.CountAsync(AttemptKind.Code, email, network, cancellationToken);

        var known = await session.Query<Credentials>().SingleOrDefaultAsync(credentials => credentials.Email == email, cancellationToken);
        var credentials = known is null ? null : await session.LockAsync<Credentials>(known.Id, cancellationToken);
        await codes.RedeemAsync(credentials?.Id, MailCodePurpose.ResetPassword, details.Code!, cancellationToken);

        session.Store(credentials! with { PasswordHash = await hasher.HashAsync(details.NewPassword!, cancellationToken) });
        await signIns.EndAllAsync(credentials.Id, except: null, EndReason.PasswordChanged, cancellationToken);
        await ConfirmEmailAsync(credentials.Id, cancellationToken);
        session.Enqueue(IdentityMail.PasswordChanged(credentials.Id, time.GetUtcNow()).ToMessage());
        await mediator.Publish(new PasswordChanged(credentials.Id, time.GetUtcNow()), cancellationToken);
        await session.SaveChangesAsync(cancellationToken);
        await attempts.SucceededAsync(AttemptKind.Code, email, network, cancellationToken);
        return Unit.Value;
    }

    /// <summary>The code came by mail, so its address is the user's.</summary>
    private async Task ConfirmEmailAsync(Guid userId, CancellationToken cancellationToken)
    {
        var user = await session.LockAsync<UserProfile>(userId, cancellationToken);
        if (user is null or { EmailVerified: true }) return;

        session.Store(user with { EmailVerified = true, Version = user.Version + 1 });
        session.Delete<MailCode>(MailCode.IdOf(userId, MailCodePurpose.VerifyEmail));
        await mediator.Publish(new EmailVerified(userId, user.Email, time.GetUtcNow()), cancellationToken);
    }
}
