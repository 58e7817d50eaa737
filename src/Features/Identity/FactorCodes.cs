using OtpNet;

namespace MyBudget.Features.Identity;

/// <summary>
/// Tells whether a code is the user's: the one of this moment that an app of theirs shows, or a recovery code. Found first and used up later,
/// so that nothing is locked while attempts are counted.
/// </summary>
internal sealed class FactorCodes(IDocumentSession session, SecondFactors factors, RecoveryCodes recovery, FactorKeys keys, TimeProvider time)
{
    private const int Digits = 6;

    /// <summary>Clocks may differ by one step of 30 seconds either way (RFC 6238, 5.2).</summary>
    private static readonly VerificationWindow Skew = new(previous: 1, future: 1);

    /// <returns>Null when it is not the user's, or was used before.</returns>
    public async Task<FactorMatch?> MatchAsync(Guid userId, string code, CancellationToken cancellationToken)
    {
        var plain = Plain(code);
        if (!IsOfApp(plain)) return await recovery.HasAsync(userId, plain, cancellationToken) ? new FactorMatch(null, 0, plain) : null;

        foreach (var factor in await factors.ListAsync(userId, cancellationToken))
        {
            if (await StepAsync(factor, plain, cancellationToken) is { } step) return new FactorMatch(factor, step, null);
        }

        return null;
    }

    /// <returns>The time step whose code it is, unless that one or a later one was used before.</returns>
    public async Task<long?> StepAsync(SecondFactor factor, string code, CancellationToken cancellationToken)
    {
        if (await keys.FindAsync(factor.Secret, cancellationToken) is not { } key || key.Open(factor.Secret, factor.Id) is not { } secret) return null;
        return new Totp(secret).VerifyTotp(time.GetUtcNow().UtcDateTime, Plain(code), out var step, Skew) && step > factor.LastStep ? step : null;
    }

    /// <summary>
    /// Uses the code up within the session's transaction, which the caller has begun and commits, by one statement: of several that show the
    /// same one at once, one gets in.
    /// </summary>
    public async Task<bool> UseAsync(Guid userId, FactorMatch match, CancellationToken cancellationToken)
    {
        if (match.Factor is not { } factor) return await recovery.BurnAsync(userId, match.RecoveryCode!, cancellationToken);

        var newest = await keys.NewestAsync(cancellationToken);
        var secret = newest.HasSealed(factor.Secret)
            ? factor.Secret
            : newest.Seal((await keys.FindAsync(factor.Secret, cancellationToken))!.Open(factor.Secret, factor.Id)!, factor.Id);
        return await session.Sql(
            $"""
             update {SecondFactor.Table:raw} set last_step = {match.Step}, last_used_at = {time.GetUtcNow()}, secret = {secret}
             where id = {factor.Id} and confirmed_at is not null and last_step < {match.Step}
             """).ExecuteAsync(cancellationToken) == 1;
    }

    private static bool IsOfApp(string code) => code.Length == Digits && code.All(char.IsAsciiDigit);

    /// <summary>What stands between the characters does not matter, nor in which script the digits are.</summary>
    private static string Plain(string code) => string.Concat(code
        .Where(character => !char.IsWhiteSpace(character) && !char.IsPunctuation(character))
        .Select(character => char.IsDigit(character) ? (char)('0' + (int)char.GetNumericValue(character)) : character));
}

/// <summary>A code that is good.</summary>
/// <param name="Factor">Whose app showed it; null for a recovery code.</param>
/// <param name="Step">Its time step.</param>
internal sealed record FactorMatch(SecondFactor? Factor, long Step, string? RecoveryCode)
{
    public bool IsRecovery => RecoveryCode is not null;
}
