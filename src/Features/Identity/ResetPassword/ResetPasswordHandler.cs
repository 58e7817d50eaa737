namespace MyBudget.Features.Identity.ResetPassword;

internal sealed record ResetPassword(ResetPasswordRequest Details, string? Installation, Caller Caller) : ICommand<Unit>;

internal sealed class ResetPasswordHandler(
    IDocumentSession session, MailCodes codes, NewPasswords newPasswords, SignIns signIns, Attempts attempts, KnownPlaces places, IMediator mediator, TimeProvider time)
    : IRequestHandler<ResetPassword, Unit>
{
    public async Task<Unit> Handle(ResetPassword command, CancellationToken cancellationToken)
    {
        var details = command.Details;
        var email = EmailAddress.Normalize(details.Email!);
        var known = await session.Query<Credentials>().SingleOrDefaultAsync(credentials => credentials.Email == email, cancellationToken);
        var place = await places.FindAsync(known?.Id, command.Caller.Network, command.Installation, cancellationToken);
        await attempts.CountAsync(AttemptKind.Code, email, place.From, cancellationToken);

        var credentials = known is null ? null : await session.LockAsync<Credentials>(known.Id, cancellationToken);
        await codes.RedeemAsync(credentials?.Id, MailCodePurpose.ResetPassword, details.Code!, command.Caller.Network, cancellationToken);

        await newPasswords.SetAsync(credentials!, details.NewPassword!, cancellationToken);
        signIns.EndAll(credentials!.Id, except: null, EndReason.PasswordChanged);
        await ConfirmEmailAsync(credentials.Id, cancellationToken);
        session.Enqueue(IdentityMail.PasswordChanged(credentials.Id, time.GetUtcNow()).ToMessage());
        await mediator.Publish(new PasswordChanged(credentials.Id, time.GetUtcNow()), cancellationToken);
        await session.SaveChangesAsync(cancellationToken);
        await attempts.SucceededAsync(AttemptKind.Code, email, place.From, cancellationToken);
        return Unit.Value;
    }

    /// <summary>The code came by mail, so its address is the user's.</summary>
    private async Task ConfirmEmailAsync(Guid userId, CancellationToken cancellationToken)
    {
        var user = await session.LockAsync<UserProfile>(userId, cancellationToken);
        if (user is null or { EmailVerified: true }) return;

        session.Store(user with { EmailVerified = true, Version = user.Version + 1 });
        codes.Drop(userId, MailCodePurpose.VerifyEmail);
        await mediator.Publish(new EmailVerified(userId, user.Email, time.GetUtcNow()), cancellationToken);
    }
}
