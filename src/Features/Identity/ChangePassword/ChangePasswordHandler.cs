namespace MyBudget.Features.Identity.ChangePassword;

internal sealed record ChangePassword(Guid UserId, Guid SessionId, ChangePasswordRequest Details, Caller Caller) : ICommand<Unit>;

internal sealed class ChangePasswordHandler(
    IDocumentSession session, PasswordCheck check, PasswordHasher hasher, SignIns signIns, IMediator mediator, TimeProvider time)
    : IRequestHandler<ChangePassword, Unit>
{
    public async Task<Unit> Handle(ChangePassword command, CancellationToken cancellationToken)
    {
        var details = command.Details;
        var credentials = await check.EnsureAsync(command.UserId, details.CurrentPassword!, command.Caller.Network, cancellationToken);
        if (IdentityRules.IsEmail(details.NewPassword, credentials.Email))
            throw new RuleViolation("auth.password-is-email", "The e-mail address cannot be the password.");

        session.Store(credentials with { PasswordHash = await hasher.HashAsync(details.NewPassword!, cancellationToken) });
        session.Delete<MailCode>(MailCode.IdOf(command.UserId, MailCodePurpose.ResetPassword));
        await signIns.EndAllAsync(command.UserId, except: command.SessionId, EndReason.PasswordChanged, cancellationToken);
        session.Enqueue(IdentityMail.PasswordChanged(command.UserId, time.GetUtcNow()).ToMessage());
        await mediator.Publish(new PasswordChanged(command.UserId, time.GetUtcNow()), cancellationToken);
        await session.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
