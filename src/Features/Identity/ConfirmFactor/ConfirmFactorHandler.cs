namespace MyBudget.Features.Identity.ConfirmFactor;

internal sealed record ConfirmFactor(Guid Id, Guid UserId, Guid SessionId, ConfirmFactorRequest Details, Caller Caller) : ICommand<ConfirmedFactor?>;

/// <param name="RecoveryCodes">Ten, each good once in place of a code; null where the user has had a factor before, and has codes.</param>
internal sealed record ConfirmedFactor(IReadOnlyList<string>? RecoveryCodes);

internal sealed class ConfirmFactorHandler(
    IDocumentSession session, SecondFactors factors, FactorCheck check, RecoveryCodes recovery, FactorNotices notices)
    : IRequestHandler<ConfirmFactor, ConfirmedFactor?>
{
    /// <returns>Null where nothing of the kind waits in this session.</returns>
    public async Task<ConfirmedFactor?> Handle(ConfirmFactor command, CancellationToken cancellationToken)
    {
        if (await factors.PendingAsync(command.Id, command.UserId, command.SessionId, cancellationToken) is not { } pending) return null;
        var step = await check.MatchFirstAsync(pending, command.Details.Code!, command.Caller.Network, cancellationToken);

        if (await session.LockAsync<Credentials>(command.UserId, cancellationToken) is null) return null;
        var isFirst = !await factors.AnyAsync(command.UserId, cancellationToken);
        if (!await factors.ConfirmAsync(pending.Id, step, cancellationToken)) return null;
        var codes = isFirst ? recovery.Renew(command.UserId) : null;
        notices.Tell(command.UserId, IdentityMailKind.FactorAdded, "added", pending.Name);
        await session.SaveChangesAsync(cancellationToken);
        return new ConfirmedFactor(codes);
    }
}
