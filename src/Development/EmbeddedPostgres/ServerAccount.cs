namespace MyBudget.Development.EmbeddedPostgres;

/// <summary>
/// The operating system account that PostgreSQL runs as. It refuses root, so started by root it gets another one: the owner
/// of the data directory, else <c>postgres</c>, else <c>nobody</c>.
/// </summary>
internal sealed class ServerAccount
{
    /// <summary>
    /// What the account needs to get through a home directory that is closed to it (/root is): nothing if it can be had, else
    /// the right to read, else, where containers withhold that, the right to override. The secure bit makes access(2), which
    /// PostgreSQL asks about its own binary, honour the right.
    /// </summary>
    private static readonly string[][] Passages =
    [
        [],
        ["--securebits=+no_setuid_fixup", "--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search"],
        ["--securebits=+no_setuid_fixup", "--inh-caps=+dac_override", "--ambient-caps=+dac_override"],
    ];

    private readonly string? _uid;
    private readonly string[] _become;

    private ServerAccount(string? uid, string[] become) => (_uid, _become) = (uid, become);

    public static async Task<ServerAccount> ChooseAsync(
        string dataDirectory, PostgresBinaries binaries, CancellationToken cancellationToken)
    {
        if (!Environment.IsPrivilegedProcess)
            return new ServerAccount(null, []);
        var uid = await OwnerAsync(dataDirectory, cancellationToken)
            ?? await IdAsync("--user", "postgres", cancellationToken)
            ?? await IdAsync("--user", "nobody", cancellationToken)
            ?? throw new EmbeddedPostgresException("PostgreSQL does not run as root, and there is neither a user postgres nor nobody.");
        var gid = await IdAsync("--group", uid, cancellationToken) ?? uid;
        string[] become = ["setpriv", $"--reuid={uid}", $"--regid={gid}", "--clear-groups", "--no-new-privs"];
        var parent = Path.GetDirectoryName(dataDirectory)!;
        foreach (var passage in Passages)
        {
            // env runs between, because a capability only takes effect in the program that setpriv starts.
            string[] command = [.. become, .. passage, "env"];
            string[] probe = [.. command, "sh", "-c", "test -x \"$1\" && test -x \"$2\"", "sh", binaries.Postgres, parent];
            if ((await ServerProcess.RunAsync(probe, cancellationToken)).ExitCode == 0)
                return new ServerAccount(uid, command);
        }

        throw new EmbeddedPostgresException(
            $"PostgreSQL does not run as root, and user {uid} cannot reach both {binaries.Directory} and {parent}. "
            + "Run MyBudget as an ordinary user, or from a directory that every user may enter.");
    }

    public IEnumerable<string> Run(params IEnumerable<string> command) => [.. _become, .. command];

    /// <summary>Creates a directory that this account alone may enter.</summary>
    public async Task CreatePrivateDirectoryAsync(string path, CancellationToken cancellationToken)
    {
        // mkdir fails where somebody else was quicker, which matters under /tmp.
        await ServerProcess.ExpectAsync(["mkdir", "--mode=700", path], cancellationToken);
        if (_uid is not null)
            await ServerProcess.ExpectAsync(["chown", "--no-dereference", _uid, path], cancellationToken);
    }

    private static async Task<string?> OwnerAsync(string directory, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(directory))
            return null;
        var uid = await ServerProcess.ExpectAsync(["stat", "--format=%u", directory], cancellationToken);
        return int.Parse(uid, CultureInfo.InvariantCulture) == 0 ? null : uid;
    }

    private static async Task<string?> IdAsync(string what, string user, CancellationToken cancellationToken)
    {
        var (exitCode, output) = await ServerProcess.RunAsync(["id", what, user], cancellationToken);
        return exitCode == 0 ? output : null;
    }
}
