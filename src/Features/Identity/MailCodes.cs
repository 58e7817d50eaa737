namespace MyBudget.Features.Identity;

/// <summary>Issues and redeems the codes that are sent by mail.</summary>
internal sealed class MailCodes(IDocumentSession session, PasswordHasher hasher, SecurityEvents events, TimeProvider time)
{
    /// <summary>A new code; the caller has locked the user's credentials, and saves and mails it.</summary>
    public async Task<string> IssueAsync(Guid userId, MailCodePurpose purpose, CancellationToken cancellationToken)
    {
        var prefix = MailCode.PrefixOf(userId, purpose);
        var taken = await session.Query<MailCode>().Where(known => known.UserId == userId).Select(known => known.Id).ToListAsync(cancellationToken);
        var name = Random(MailCode.NameDigits);
        while (taken.Contains(prefix + name)) name = Random(MailCode.NameDigits);
        var secret = Random(MailCode.SecretDigits);
        var hash = await hasher.HashAsync(secret, cancellationToken);
        session.Store(new MailCode(prefix + name, userId, hash, time.GetUtcNow() + MailCode.Lifetime, Misses: 0));
        return name + secret;
    }

    /// <summary>
    /// Uses the code up within the session's transaction, which the caller saves. A wrong one is counted even though the request
    /// fails. Whether the code was wrong, late, used or never sent is not told, nor does the time tell it.
    /// </summary>
    /// <param name="userId">Null when nobody has the address that the caller named.</param>
    /// <param name="purpose">What it is for.</param>
    /// <param name="code">As typed.</param>
    /// <param name="network">Where it was typed.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task RedeemAsync(Guid? userId, MailCodePurpose purpose, string code, string network, CancellationToken cancellationToken)
    {
        var digits = DigitsOf(code);
        var (name, secret) = digits.Length == MailCode.NameDigits + MailCode.SecretDigits
            ? (digits[..MailCode.NameDigits], digits[MailCode.NameDigits..])
            : (string.Empty, string.Empty);
        var known = userId is { } id ? await session.LockAsync<MailCode>(MailCode.PrefixOf(id, purpose) + name, cancellationToken) : null;
        var open = known is not null && known.IsOpen(time.GetUtcNow()) ? known : null;
        if (await hasher.VerifyAsync(open?.Hash, secret, cancellationToken))
        {
            Drop(userId!.Value, purpose);
            return;
        }

        if (open is not null)
        {
            session.Store(open with { Misses = open.Misses + 1 });
            await session.SaveChangesAsync(cancellationToken);
        }

        events.Tell(AttemptKind.Code.Word, SecurityOutcome.Failed, network);
        throw new RuleViolation("auth.code-invalid", "This code is wrong, was used already or has expired; ask for a new one.");
    }

    /// <summary>All that the user has of them, whoever asked.</summary>
    public void Drop(Guid userId, MailCodePurpose purpose)
    {
        var prefix = MailCode.PrefixOf(userId, purpose);
        session.DeleteWhere<MailCode>(known => known.UserId == userId && known.Id.StartsWith(prefix));
    }

    /// <summary>As people write what they read in groups, in the digits of their language; anything else is no code.</summary>
    private static string DigitsOf(string code)
    {
        var digits = new StringBuilder();
        foreach (var character in code.Where(character => !char.IsWhiteSpace(character) && !char.IsPunctuation(character)))
        {
            if (!char.IsDigit(character)) return string.Empty;
            digits.Append((int)char.GetNumericValue(character));
        }

        return digits.ToString();
    }

    private static string Random(int digits) => RandomNumberGenerator.GetString("0123456789", digits);
}
