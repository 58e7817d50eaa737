using MyBudget.Development.EmbeddedPostgres;

namespace MyBudget.IntegrationTests.Development;

/// <summary>A cluster that is made once and copied for each test, which is much quicker than making each anew.</summary>
public sealed class EmptyCluster : IAsyncLifetime
{
    public static IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["fsync"] = "off",
        ["shared_buffers"] = "16MB",
    };

    private readonly string _directory = Directory.CreateTempSubdirectory("mybudget-test-").FullName;

    private string Data => Path.Combine(_directory, "data");

    public async ValueTask InitializeAsync()
    {
        var options = new EmbeddedPostgresOptions { DataDirectory = Data, Settings = Settings };
        await using (await EmbeddedPostgresServer.StartAsync(options, TestContext.Current.CancellationToken))
        {
            // Started only to be made, its database included.
        }
    }

    /// <summary>Leaves alone what is there already.</summary>
    public async Task CopyToAsync(string directory, CancellationToken cancellationToken)
    {
        if (Directory.Exists(directory))
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(directory)!);
        await ServerProcess.ExpectAsync(["cp", "--archive", Data, directory], cancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_directory, recursive: true);
        return ValueTask.CompletedTask;
    }
}
