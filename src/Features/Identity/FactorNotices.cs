namespace MyBudget.Features.Identity;

/// <summary>Tells users, and operators, what happens to second factors. All of it goes with the session, which the use case saves.</summary>
internal sealed class FactorNotices(IDocumentSession session, RecoveryCodes recovery, SecurityEvents events, TimeProvider time)
{
    private const string Kind = "factor";

    public void Tell(Guid userId, IdentityMailKind what, string outcome, string? name = null)
    {
        events.Tell(Kind, outcome);
        Mail(userId, what, name);
    }

    /// <summary>A recovery code is not used every day: whoever it was, the user hears of it, and how many are left.</summary>
    public async Task UsedAsync(Guid userId, FactorMatch match, CancellationToken cancellationToken)
    {
        if (!match.IsRecovery) return;
        events.Tell(Kind, "recovery-code");
        var left = await recovery.LeftAsync(userId, cancellationToken);
        Mail(userId, left <= RecoveryCodes.Few ? IdentityMailKind.FewRecoveryCodes : IdentityMailKind.RecoveryCodeUsed, left.ToString(CultureInfo.InvariantCulture));
    }

    public void Mail(Guid userId, IdentityMailKind what, string? name = null) =>
        session.Enqueue(IdentityMail.OfFactor(what, userId, name, time.GetUtcNow()).ToMessage());
}
