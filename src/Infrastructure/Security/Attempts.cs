namespace MyBudget.Infrastructure.Security;

/// <summary>
/// Counts attempts in PostgreSQL, for all replicas together and before anything is checked, so that no burst slips through. It
/// commits at once, apart from the request's own transaction, which may fail.
/// </summary>
internal sealed class Attempts(NpgsqlDataSource database, IOptions<AttemptSettings> settings, TimeProvider time)
{
    public const string Table = "identity_attempts";

    /// <exception cref="ProblemException">Answered as 429 with <c>Retry-After</c>.</exception>
    public async Task CountAsync(AttemptKind kind, string? account, string network, CancellationToken cancellationToken)
    {
        var limit = kind.LimitIn(settings.Value);
        await CountAsync(KeyOf(kind, "address", network), limit.PerAddress, limit.Window, cancellationToken);
        // Only an address that is still welcome can use up an account's attempts.
        if (account is not null) await CountAsync(kind, account, cancellationToken);
    }

    /// <summary>The same for attempts that are limited by account alone.</summary>
    /// <exception cref="ProblemException">Answered as 429 with <c>Retry-After</c>.</exception>
    public Task CountAsync(AttemptKind kind, string account, CancellationToken cancellationToken)
    {
        var limit = kind.LimitIn(settings.Value);
        return CountAsync(KeyOf(kind, "account", account), limit.PerAccount, limit.Window, cancellationToken);
    }

    /// <summary>
    /// Takes back the one attempt that succeeded. Failures of others stay counted: neither the owner of the account nor an attacker
    /// with an account of their own clears them by signing in.
    /// </summary>
    public async Task SucceededAsync(AttemptKind kind, string? account, string network, CancellationToken cancellationToken)
    {
        var address = KeyOf(kind, "address", network);
        string[] keys = account is null ? [address] : [address, KeyOf(kind, "account", account)];
        await database.Sql(
            $"""
             update {Table:raw} set attempts = attempts - 1
             where key = any({keys}) and attempts > 0 and resets_at > {time.GetUtcNow()}
             """).ExecuteAsync(cancellationToken);
    }

    private async Task CountAsync(string key, int most, TimeSpan window, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var (attempts, resetsAt) = await database.Sql(
            $"""
             insert into {Table:raw} as a (key, attempts, resets_at) values ({key}, 1, {now + window})
             on conflict (key) do update set
                 attempts = case when a.resets_at <= {now} then 1 else a.attempts + 1 end,
                 resets_at = case when a.resets_at <= {now} then excluded.resets_at else a.resets_at end
             returning attempts, resets_at
             """)
            .FirstOrDefaultAsync(row => (row.GetInt32(0), row.GetFieldValue<DateTimeOffset>(1)), cancellationToken);
        if (attempts > most) throw TooMany(resetsAt - now);
    }

    private static ProblemException TooMany(TimeSpan wait) =>
        new(StatusCodes.Status429TooManyRequests, "http.too-many-requests", "Too many attempts; try again later.") { RetryAfter = wait };

    /// <summary>Hashed: the table need not say who tried to sign in from where, and keys stay short.</summary>
    private static string KeyOf(AttemptKind kind, string scope, string value) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind.Name}|{scope}|{value}")));
}

internal sealed record AttemptKind(string Name, Func<AttemptSettings, AttemptLimit> LimitIn)
{
    public static readonly AttemptKind Login = new(nameof(Login), limits => limits.Login);
    public static readonly AttemptKind Register = new(nameof(Register), limits => limits.Register);
    public static readonly AttemptKind Mail = new(nameof(Mail), limits => limits.Mail);
    public static readonly AttemptKind Code = new(nameof(Code), limits => limits.Code);
    public static readonly AttemptKind Password = new(nameof(Password), limits => limits.Password);
    public static readonly AttemptKind Invite = new(nameof(Invite), limits => limits.Invite);
    public static readonly AttemptKind Invited = new(nameof(Invited), limits => limits.Invited);
    public static readonly AttemptKind Join = new(nameof(Join), limits => limits.Join);
}
