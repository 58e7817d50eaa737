namespace MyBudget.Infrastructure.Security;

/// <summary>
/// Counts attempts in PostgreSQL, for all replicas together and before anything is checked, so that no burst slips through. It
/// commits at once, apart from the request's own transaction, which may fail.
/// </summary>
internal sealed class Attempts(NpgsqlDataSource database, IOptions<AttemptSettings> settings, SecurityEvents events, TimeProvider time)
{
    public const string Table = "identity_attempts";

    /// <param name="kind">What is tried.</param>
    /// <param name="account">Whose, as the caller says: it may be anybody's. Null where that is not known.</param>
    /// <param name="from">Where it is tried.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="ProblemException">Answered as 429 with <c>Retry-After</c>.</exception>
    public async Task CountAsync(AttemptKind kind, string? account, AttemptFrom from, CancellationToken cancellationToken)
    {
        // One after the other: only a network that is still welcome can use up an account's attempts.
        foreach (var (key, most) in Counted(kind, account, from))
        {
            var (attempts, wait) = await AddAsync(key, kind.LimitIn(settings.Value).Window, cancellationToken);
            if (attempts <= most) continue;
            events.Tell(kind.Word, SecurityOutcome.Limited, from.Network);
            throw TooMany(wait);
        }
    }

    /// <summary>Whether this is the one attempt with which an account's limit is reached, and of those at the same time only one.</summary>
    public async Task<bool> ReachesAsync(AttemptKind kind, string account, CancellationToken cancellationToken)
    {
        var limit = kind.LimitIn(settings.Value);
        return (await AddAsync(KeyOf(kind, "account", account), limit.Window, cancellationToken)).Attempts == limit.PerAccount;
    }

    /// <summary>
    /// Takes back the one attempt that succeeded. Failures of others stay counted: neither the owner of the account nor an attacker
    /// with an account of their own clears them by signing in.
    /// </summary>
    public async Task SucceededAsync(
        AttemptKind kind, string? account, AttemptFrom from, CancellationToken cancellationToken, string outcome = SecurityOutcome.Succeeded)
    {
        events.Tell(kind.Word, outcome, from.Network);
        string[] keys = [.. Counted(kind, account, from).Select(counted => counted.Key)];
        await database.Sql(
            $"""
             update {Table:raw} set attempts = attempts - 1
             where key = any({keys}) and attempts > 0 and resets_at > {time.GetUtcNow()}
             """).ExecuteAsync(cancellationToken);
    }

    /// <summary>Tells of one that failed; it is counted already.</summary>
    public void Failed(AttemptKind kind, AttemptFrom from) => events.Tell(kind.Word, SecurityOutcome.Failed, from.Network);

    /// <summary>Tells of one that succeeded and stays counted.</summary>
    public void Succeeded(AttemptKind kind, AttemptFrom from) => events.Tell(kind.Word, SecurityOutcome.Succeeded, from.Network);

    private IEnumerable<(string Key, int Most)> Counted(AttemptKind kind, string? account, AttemptFrom from)
    {
        var limit = kind.LimitIn(settings.Value);
        // What others do at an address, or elsewhere, is no matter of who has signed in from there.
        if (limit.PerAddress > 0 && !from.IsKnown) yield return (KeyOf(kind, "address", from.Network), limit.PerAddress);
        if (account is null) yield break;
        if (limit.PerAccountAndAddress > 0)
            yield return (KeyOf(kind, "account and address", $"{account}|{from.KnownInstallation ?? from.Network}"), limit.PerAccountAndAddress);
        if (limit.PerAccount > 0 && !from.IsKnown) yield return (KeyOf(kind, "account", account), limit.PerAccount);
    }

    private async Task<(int Attempts, TimeSpan Wait)> AddAsync(string key, TimeSpan window, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return await database.Sql(
            $"""
             insert into {Table:raw} as a (key, attempts, resets_at) values ({key}, 1, {now + window})
             on conflict (key) do update set
                 attempts = case when a.resets_at <= {now} then 1 else a.attempts + 1 end,
                 resets_at = case when a.resets_at <= {now} then excluded.resets_at else a.resets_at end
             returning attempts, resets_at
             """)
            .FirstOrDefaultAsync(row => (row.GetInt32(0), row.GetFieldValue<DateTimeOffset>(1) - now), cancellationToken);
    }

    private static ProblemException TooMany(TimeSpan wait) =>
        new(StatusCodes.Status429TooManyRequests, "http.too-many-requests", "Too many attempts; try again later.") { RetryAfter = wait };

    /// <summary>Hashed: the table need not say who tried to sign in from where, and keys stay short.</summary>
    private static string KeyOf(AttemptKind kind, string scope, string value) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind.Name}|{scope}|{value}")));
}

/// <summary>Where something is tried.</summary>
/// <param name="Network">Of the request; for invitations, the user who invites.</param>
/// <param name="KnownInstallation">From which the account has signed in before: it is counted by itself, and by nothing else.</param>
/// <param name="IsKnownNetwork">Whether the account has signed in from there before.</param>
internal sealed record AttemptFrom(string Network, string? KnownInstallation = null, bool IsKnownNetwork = false)
{
    public bool IsKnown => IsKnownNetwork || KnownInstallation is not null;
}

internal sealed record AttemptKind(string Name, Func<AttemptSettings, AttemptLimit> LimitIn)
{
    public static readonly AttemptKind Login = new(nameof(Login), limits => limits.Login);
    public static readonly AttemptKind Register = new(nameof(Register), limits => limits.Register);
    public static readonly AttemptKind Mail = new(nameof(Mail), limits => limits.Mail);
    public static readonly AttemptKind Code = new(nameof(Code), limits => limits.Code);
    public static readonly AttemptKind Factor = new(nameof(Factor), limits => limits.Factor);
    public static readonly AttemptKind Password = new(nameof(Password), limits => limits.Password);
    public static readonly AttemptKind Invite = new(nameof(Invite), limits => limits.Invite);
    public static readonly AttemptKind Invited = new(nameof(Invited), limits => limits.Invited);
    public static readonly AttemptKind Join = new(nameof(Join), limits => limits.Join);
    public static readonly AttemptKind Warn = new(nameof(Warn), limits => limits.Warn);

    /// <summary>As the log and the metrics call it.</summary>
    public string Word { get; } = Name.ToLowerInvariant();

    public static readonly IReadOnlyList<AttemptKind> All = [Login, Register, Mail, Code, Factor, Password, Invite, Invited, Join, Warn];
}
