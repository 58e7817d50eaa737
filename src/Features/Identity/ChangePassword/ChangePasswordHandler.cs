namespace MyBudget.Features.Identity.ChangePassword;

internal sealed record ChangePassword(Guid UserId, Guid SessionId, ChangePasswordRequest Details, Caller Caller) : ICommand<Unit>;

internal sealed class ChangePasswordHandler(
    IDocumentSession session, ProofCheck check, NewPasswords newPasswords, MailCodes codes, SignIns signIns, IMediator mediator, TimeProvider time)
    : IRequestHandler<ChangePassword, Unit>
{
    public async Task<Unit> Handle(ChangePassword command, CancellationToken cancellationToken)
    {
        var details = command.Details;
        var credentials = await check.EnsureAsync(
            command.UserId, new IdentityProof(details.CurrentPassword, IdToken: null, details.Code), command.Caller.Network, cancellationToken);
        await newPasswords.SetAsync(credentials, details.NewPassword!, cancellationToken);
        codes.Drop(command.UserId, MailCodePurpose.ResetPassword);
        signIns.EndAll(command.UserId, except: command.SessionId, EndReason.PasswordChanged);
        session.Enqueue(IdentityMail.PasswordChanged(command.UserId, time.GetUtcNow()).ToMessage());
        await mediator.Publish(new PasswordChanged(command.UserId, time.GetUtcNow()), cancellationToken);
        await session.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
