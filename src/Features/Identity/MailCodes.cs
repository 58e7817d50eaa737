namespace MyBudget.Features.Identity;

/// <summary>Issues and redeems the codes that are sent by mail.</summary>
internal sealed class MailCodes(IDocumentSession session, PasswordHasher hasher, TimeProvider time)
{
    private const int Digits = 8;

    /// <summary>A new code; the caller saves and mails it.</summary>
    public async Task<string> IssueAsync(Guid userId, MailCodePurpose purpose, CancellationToken cancellationToken)
    {
        var code = RandomNumberGenerator.GetInt32(100_000_000).ToString($"D{Digits}", CultureInfo.InvariantCulture);
        var hash = await hasher.HashAsync(code, cancellationToken);
        session.Store(new MailCode(MailCode.IdOf(userId, purpose), userId, hash, time.GetUtcNow() + MailCode.Lifetime, Misses: 0));
        return code;
    }

    /// <summary>
    /// Uses the code up within the session's transaction, which the caller saves. A wrong one is counted even though the request
    /// fails. Whether the code was wrong, late, used or never sent is not told, nor does the time tell it.
    /// </summary>
    /// <param name="userId">Null when nobody has the address that the caller named.</param>
    public async Task RedeemAsync(Guid? userId, MailCodePurpose purpose, string code, CancellationToken cancellationToken)
    {
        var known = userId is { } id ? await session.LockAsync<MailCode>(MailCode.IdOf(id, purpose), cancellationToken) : null;
        var open = known is not null && known.IsOpen(time.GetUtcNow()) ? known : null;
        // As people read it to each other, and mail programs break it.
        var bare = string.Concat(code.Where(letter => !char.IsWhiteSpace(letter)));
        if (await hasher.VerifyAsync(open?.Hash, bare, cancellationToken))
        {
            session.Delete(open!);
            return;
        }

        if (open is not null)
        {
            session.Store(open with { Misses = open.Misses + 1 });
            await session.SaveChangesAsync(cancellationToken);
        }

        throw new RuleViolation("auth.code-invalid", "This code is wrong, was used already or has expired; ask for a new one.");
    }
}
