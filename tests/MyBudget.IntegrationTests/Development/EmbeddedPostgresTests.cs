using MyBudget.Development.EmbeddedPostgres;

namespace MyBudget.IntegrationTests.Development;

public sealed class EmbeddedPostgresTests(EmptyCluster empty) : EmbeddedPostgresScenario(empty)
{
    [Fact]
    public async Task starts_a_server_of_version_17_that_listens_on_no_port()
    {
        await using var server = await EmbeddedPostgresServer.StartAsync(Options("data"), Cancellation);

        (await ScalarAsync(server, "show server_version")).ShouldStartWith("17.");
        (await ScalarAsync(server, "show listen_addresses")).ShouldBeEmpty();
        (await ScalarAsync(server, "show server_encoding")).ShouldBe("UTF8");
        (await ScalarAsync(server, "show timezone")).ShouldBe("UTC");
        (await ScalarAsync(server, "select current_database()")).ShouldBe("mybudget");
    }

    [Fact]
    public async Task folds_and_searches_every_alphabet_whatever_locales_the_machine_has()
    {
        await using var server = await StartAsync("data");

        (await ScalarAsync(server, "select lower('ЁЖ Straße ÀÉ')")).ShouldBe("ёж straße àé");
        (await ScalarAsync(server, "select to_tsvector('simple', 'Продукты, рынок')::text")).ShouldBe("'продукты':1 'рынок':2");
    }

    [Fact]
    public async Task keeps_its_data_over_a_restart()
    {
        await using (var first = await StartAsync("data"))
            await ExecuteAsync(first, "create table kept as select 42 as value");

        await using var second = await StartAsync("data");

        (await ScalarAsync(second, "select value from kept")).ShouldBe("42");
    }

    [Theory]
    [InlineData("my data")]
    [InlineData("it's \"mine\"")]
    [InlineData("$HOME `id` \\ $(id)")]
    public async Task takes_any_name_of_a_directory(string name)
    {
        await using (var first = await StartAsync(name))
            await ExecuteAsync(first, "create table kept as select 42 as value");

        await using var second = await StartAsync(name);

        (await ScalarAsync(second, "select value from kept")).ShouldBe("42");
        File.Exists(Path.Combine(Root, name, "server.log")).ShouldBeTrue();
    }

    [Fact]
    public async Task stops_its_server_when_disposed()
    {
        var server = await StartAsync("data");
        var processId = server.ProcessId;

        await server.DisposeAsync();

        IsServer(processId).ShouldBeFalse();
        File.Exists(Path.Combine(Root, "data", "postmaster.pid")).ShouldBeFalse();
    }

    [Fact]
    public async Task runs_two_data_directories_side_by_side()
    {
        await using var one = await StartAsync("one");
        await using var other = await StartAsync("other");

        await ExecuteAsync(one, "create table only_here ()");

        (await ScalarAsync(one, "select to_regclass('only_here')::text")).ShouldBe("only_here");
        (await ScalarAsync(other, "select to_regclass('only_here')::text")).ShouldBeEmpty();
    }

    [Fact]
    public async Task reaches_a_data_directory_whose_path_is_too_long_for_a_socket()
    {
        await using var server = await StartAsync(Path.Combine(new string('a', 60), new string('b', 60)));

        (await ScalarAsync(server, "select 1")).ShouldBe("1");
    }

    [Fact]
    public async Task refuses_a_data_directory_that_is_in_use_and_leaves_its_server_alone()
    {
        await using var first = await StartAsync("data");

        var refused = await Should.ThrowAsync<EmbeddedPostgresException>(() => StartAsync("data"));

        refused.Message.ShouldContain("Another MyBudget process is using the data directory");
        (await ScalarAsync(first, "select 1")).ShouldBe("1");
    }

    [Fact]
    public async Task refuses_a_directory_that_holds_something_else()
    {
        var photos = Directory.CreateDirectory(Path.Combine(Root, "photos")).FullName;
        await File.WriteAllTextAsync(Path.Combine(photos, "holiday.jpg"), "not a cluster", Cancellation);

        var refused = await Should.ThrowAsync<EmbeddedPostgresException>(() => StartAsync("photos"));

        refused.Message.ShouldContain("is not empty and holds no PostgreSQL cluster");
        File.Exists(Path.Combine(photos, "holiday.jpg")).ShouldBeTrue();
    }

    [Fact]
    public async Task says_why_the_server_did_not_start()
    {
        var options = Options("data") with
        {
            Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["shared_buffers"] = "plenty" },
        };

        var refused = await Should.ThrowAsync<EmbeddedPostgresException>(() => EmbeddedPostgresServer.StartAsync(options, Cancellation));

        refused.Message.ShouldContain("shared_buffers");
    }

    [Fact]
    public async Task says_how_to_get_missing_binaries()
    {
        var options = Options("data") with { BinariesDirectory = Path.Combine(Root, "nothing-here") };

        var missing = await Should.ThrowAsync<EmbeddedPostgresException>(
            () => EmbeddedPostgresServer.StartAsync(options, Cancellation));

        missing.Message.ShouldContain("./mybudget install");
        missing.Message.ShouldContain("MYBUDGET_DATABASE");
    }
}
