using System.IO.Compression;
using System.Text.Json;
using Alba;
using Npgsql;

namespace MyBudget.IntegrationTests.Infrastructure.EventStore.Update;

/// <summary>A database that a former release wrote, and what that release answered on it: see the README beside this file.</summary>
internal sealed record FormerRelease(Guid Ledger, Guid Account, Guid Import, Guid Owner, Guid Editor, IReadOnlyDictionary<string, JsonElement> Answers)
{
    /// <summary>A clock that begins just after the dump was made: no invitation has ended, and no notification is old enough to be deleted.</summary>
    public static TimeProvider Time() => new LaterTime(new DateTimeOffset(2026, 11, 28, 6, 0, 0, TimeSpan.Zero));

    public static async Task<FormerRelease> ReadAsync()
    {
        await using var resource = Resource("answers.json");
        var saved = (await JsonDocument.ParseAsync(resource)).RootElement;
        var users = saved.GetProperty("users");
        return new FormerRelease(
            saved.GetProperty("ledger").GetGuid(), saved.GetProperty("account").GetGuid(), saved.GetProperty("import").GetGuid(),
            users.GetProperty("owner").GetGuid(), users.GetProperty("editor").GetGuid(),
            saved.GetProperty("answers").EnumerateObject().ToDictionary(answer => answer.Name, answer => answer.Value, StringComparer.Ordinal));
    }

    public static async Task LoadAsync(string database)
    {
        await using var packed = new GZipStream(Resource("before.sql.gz"), CompressionMode.Decompress);
        using var reader = new StreamReader(packed);
        // The dump sets what the session goes by: nobody else may be given it.
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(await reader.ReadToEndAsync(TestContext.Current.CancellationToken), connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The ledger as one of its members sees it.</summary>
    public async Task<LedgerClient> SignInAsync(IAlbaHost host, Guid user)
    {
        var client = await AppFixture.SignInAsync(host, user);
        return new LedgerClient(host.Server.CreateClient(), user, client.Token, Ledger);
    }

    private static Stream Resource(string name) => typeof(FormerRelease).Assembly.GetManifestResourceStream(name)!;

    private sealed class LaterTime(DateTimeOffset start) : TimeProvider
    {
        private readonly long _began = System.GetTimestamp();

        public override DateTimeOffset GetUtcNow() => start + System.GetElapsedTime(_began);
    }
}
