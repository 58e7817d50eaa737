using System.Diagnostics;
using MyBudget.Development.EmbeddedPostgres;
using Npgsql;

namespace MyBudget.IntegrationTests.Development;

public sealed class EmbeddedPostgresRecoveryTests(EmptyCluster empty) : EmbeddedPostgresScenario(empty)
{
    [Fact]
    public async Task recovers_what_was_committed_when_the_server_was_killed()
    {
        await using (var killed = await StartAsync("data"))
        {
            await ExecuteAsync(killed, "create table kept as select 42 as value");
            await KillAsync(killed.ProcessId);
        }

        await using var recovered = await StartAsync("data");

        (await ScalarAsync(recovered, "select value from kept")).ShouldBe("42");
    }

    [Fact]
    public async Task waits_for_the_query_that_a_killed_server_left_running()
    {
        await using var killed = await StartAsync("data");
        await using var connection = await OpenAsync(killed);
        var running = new TaskCompletionSource();
        connection.Notice += (_, _) => running.SetResult();
        await using var query = new NpgsqlCommand(
            "do $$ begin raise notice 'running'; perform count(*) from generate_series(1, 3000000); end $$", connection);
        var result = query.ExecuteNonQueryAsync(Cancellation);
        await running.Task;
        await KillAsync(killed.ProcessId);
        await killed.DisposeAsync();

        await using var recovered = await StartAsync("data");

        result.IsCompleted.ShouldBeTrue();
        (await ScalarAsync(recovered, "select 1")).ShouldBe("1");
    }

    [Fact]
    public async Task takes_over_the_server_that_a_killed_application_left_running()
    {
        var orphan = await StartOrphanAsync("data");

        await using var server = await StartAsync("data");

        IsServer(orphan).ShouldBeFalse();
        server.ProcessId.ShouldNotBe(orphan);
        (await ScalarAsync(server, "select 1")).ShouldBe("1");
    }

    [Fact]
    public async Task takes_it_over_where_the_directory_is_reached_through_a_link()
    {
        Directory.CreateDirectory(Path.Combine(Root, "here"));
        Directory.CreateSymbolicLink(Path.Combine(Root, "there"), Path.Combine(Root, "here"));
        var orphan = await StartOrphanAsync(Path.Combine("here", "data"));

        await using var server = await EmbeddedPostgresServer.StartAsync(Options(Path.Combine("there", "data")), Cancellation);

        IsServer(orphan).ShouldBeFalse();
        (await ScalarAsync(server, "select 1")).ShouldBe("1");
    }

    [Fact]
    public async Task starts_although_a_stranger_now_has_the_pid_of_a_killed_server()
    {
        await using (var killed = await StartAsync("data"))
            await KillAsync(killed.ProcessId);
        using var stranger = StartStranger();
        foreach (var name in new[] { "postmaster.pid", ".s.PGSQL.5432.lock" })
        {
            var file = Path.Combine(Root, "data", name);
            string[] stale = await File.ReadAllLinesAsync(file, Cancellation);
            await File.WriteAllLinesAsync(file, [$"{stranger.Id}", .. stale[1..]], Cancellation);
        }

        await using (var server = await StartAsync("data"))
            (await ScalarAsync(server, "select 1")).ShouldBe("1");

        stranger.HasExited.ShouldBeFalse();
        stranger.Kill();
    }

    [Fact]
    public async Task starts_over_when_the_making_of_the_data_was_interrupted()
    {
        var halfMade = Directory.CreateDirectory(Path.Combine(Root, "data.initdb-x7k2"));
        await File.WriteAllTextAsync(Path.Combine(halfMade.FullName, "PG_VERSION"), "17", Cancellation);

        await using var server = await EmbeddedPostgresServer.StartAsync(Options("data"), Cancellation);

        (await ScalarAsync(server, "select 1")).ShouldBe("1");
        halfMade.Refresh();
        halfMade.Exists.ShouldBeFalse();
    }

    // A server without a process that holds the lock: what is left when the application alone is killed.
    private async Task<int> StartOrphanAsync(string name)
    {
        var binaries = PostgresBinaries.Locate(directory: null);
        var dataDirectory = Path.Combine(Root, name);
        await Empty.CopyToAsync(dataDirectory, Cancellation);
        var account = await ServerAccount.ChooseAsync(dataDirectory, binaries, Cancellation);
        return await PostgresControl.StartAsync(new PostgresCluster(dataDirectory, binaries, account), EmptyCluster.Settings, Cancellation);
    }

    private static async Task KillAsync(int processId)
    {
        using var process = Process.GetProcessById(processId);
        process.Kill();
        await process.WaitForExitAsync(Cancellation);
    }

    private static Process StartStranger() => Process.Start("sleep", "60");
}
