namespace MyBudget.Features.Identity.RenewRecoveryCodes;

internal sealed record RenewRecoveryCodes(Guid UserId) : ICommand<NewRecoveryCodes>;

/// <param name="RecoveryCodes">Each is good once in place of a code.</param>
internal sealed record NewRecoveryCodes(IReadOnlyList<string> RecoveryCodes);

internal sealed class RenewRecoveryCodesHandler(
    IDocumentSession session, RecentProof proof, SecondFactors factors, RecoveryCodes recovery, FactorNotices notices)
    : IRequestHandler<RenewRecoveryCodes, NewRecoveryCodes>
{
    public async Task<NewRecoveryCodes> Handle(RenewRecoveryCodes command, CancellationToken cancellationToken)
    {
        await proof.EnsureAsync(cancellationToken);
        await session.LockAsync<Credentials>(command.UserId, cancellationToken);
        if (!await factors.AnyAsync(command.UserId, cancellationToken))
            throw new RuleViolation("auth.no-factor", "Recovery codes stand for a second factor; add one first.");
        var codes = recovery.Renew(command.UserId);
        notices.Tell(command.UserId, IdentityMailKind.RecoveryCodesRenewed, "recovery-codes-renewed");
        await session.SaveChangesAsync(cancellationToken);
        return new NewRecoveryCodes(codes);
    }
}
