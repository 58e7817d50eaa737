using System.Globalization;
using System.Net;
using Npgsql;

namespace MyBudget.IntegrationTests.Features.Notifications;

/// <summary>Two processes on one database, one of which is killed at any moment, again and again.</summary>
public sealed class ReplicaDeathTests(AppFixture app) : IAsyncLifetime
{
    private const int Deaths = 3;

    private readonly string _directory = Directory.CreateTempSubdirectory("mybudget-mortal-").FullName;
    private readonly List<MortalReplica> _lives = [];
    private readonly Random _random = new();
    private readonly DateOnly _today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
    private string _database = string.Empty;
    private LedgerClient _ledger = null!;
    private Guid _account;
    private int _entries;

    private MortalReplica[] Alive => [.. _lives.Where(life => !life.IsDead)];

    public async ValueTask InitializeAsync()
    {
        _database = await app.CreateDatabaseAsync($"mortal{Guid.CreateVersion7():N}");
        await StartAsync();
        await StartAsync();
        _ledger = await HouseholdAsync(_lives[0].Http);
        _account = await _ledger.OpenAccountAsync();
        // Every week has a level of its own to reach, so that every entry makes for one notice.
        (await _ledger.PostAsync("budgets", new
        {
            name = "Weekly",
            amount = 100_00,
            currency = "EUR",
            period = "week",
            startsOn = Day(0),
            categoryIds = Array.Empty<Guid>(),
            accountIds = Array.Empty<Guid>(),
            rollover = "none",
            thresholds = new[] { 80 },
        })).ShouldBe(HttpStatusCode.Created);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var life in _lives) await life.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    public async Task a_kill_at_any_point_loses_nothing_and_doubles_only_what_fcm_had_and_could_not_say_so()
    {
        for (var death = 1; death <= Deaths; death++)
        {
            var victim = await LoadUntilOneHoldsAsync();
            var underWay = Enumerable.Range(0, 4 + _random.Next(8)).Select(_ => RecordAsync()).ToList();
            var left = underWay.ToList();
            for (var ended = _random.Next(underWay.Count); ended > 0; ended--) left.Remove(await Task.WhenAny(left));
            await victim.KillAsync();
            await Task.WhenAll(underWay);
            if (death < Deaths) await StartAsync();
        }

        await UntilAsync($"select count(*) from mt_doc_inbox_entry where user_id = '{_ledger.UserId}'", _entries);
        await UntilAsync("select count(*) from outbox where channel = 'push'", 0);

        (await new LedgerClient(Alive[0].Http, _ledger.UserId, _ledger.Token, _ledger.LedgerId).BalanceAsync(_account)).ShouldBe(-85_00L * _entries);
        var told = await InboxAsync();
        told.Select(entry => entry.Period).ShouldBe(Enumerable.Range(0, _entries).Select(Day), ignoreOrder: true);
        var ids = told.Select(entry => entry.CollapseId).ToList();
        _lives.SelectMany(life => life.Sent).Distinct().ShouldBe(ids, ignoreOrder: true);
        foreach (var id in ids)
        {
            // Once by those who live; one that died may have been heard by FCM, and not have heard of it.
            Alive.Sum(life => life.Answered.Count(answered => answered == id)).ShouldBeLessThanOrEqualTo(1);
            _lives.ShouldAllBe(life => life.Answered.Count(answered => answered == id) <= 1);
        }

        // Each died with an answer to come; what one left behind the next may have sent again, and died with it too.
        var unheard = _lives.Where(life => life.IsDead).SelectMany(life => life.Unheard).ToList();
        unheard.Count.ShouldBeGreaterThanOrEqualTo(Deaths);
        unheard.ShouldAllBe(id => _lives.Any(life => life.Answered.Contains(id)));
    }

    private async Task<MortalReplica> LoadUntilOneHoldsAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        foreach (var life in Alive) life.HoldAnswers();
        var holding = Task.WhenAny(Alive.Select(life => life.HoldingAsync(patience.Token)));
        while (!holding.IsCompleted) await RecordAsync();
        var victim = await await holding;
        foreach (var life in Alive.Where(life => life != victim)) life.Release();
        return victim;
    }

    /// <summary>As a phone does it: with an id of its own, and again when the connection is lost, at whoever answers.</summary>
    private async Task RecordAsync()
    {
        var week = _entries++;
        var entry = new { id = Guid.CreateVersion7(), accountId = _account, date = Day(week), amount = -85_00 };
        for (var attempt = 0; ; attempt++)
        {
            var alive = Alive;
            try
            {
                var client = new LedgerClient(alive[(week + attempt) % alive.Length].Http, _ledger.UserId, _ledger.Token, _ledger.LedgerId);
                (await client.PostAsync("transactions", entry)).ShouldBe(HttpStatusCode.Created);
                return;
            }
            catch (HttpRequestException) when (attempt < 1_000)
            {
                await Task.Yield();
            }
        }
    }

    private async Task StartAsync() => _lives.Add(await MortalReplica.StartAsync(_database, _directory));

    private static async Task<LedgerClient> HouseholdAsync(HttpClient http)
    {
        var answer = await new ApiClient(http, Guid.Empty, null).PostAsync(
            "/api/v1/auth/register", new { email = "ada@example.org", password = "correct horse battery", displayName = "Ada", device = "phone" });
        var user = new ApiClient(
            http, answer.ShouldBe(HttpStatusCode.Created).Body.GetProperty("user").GetProperty("id").GetGuid(), answer.Body.GetProperty("accessToken").GetString());
        (await user.PutAsync("/api/v1/notification-preferences", new { syncMessages = false })).ShouldBe(HttpStatusCode.OK);
        await NotificationsApp.RegisterAsync(user);
        return await user.CreateLedgerAsync();
    }

    private async Task<IReadOnlyList<(string CollapseId, string Period)>> InboxAsync()
    {
        var told = new List<(string, string)>();
        var user = new ApiClient(Alive[0].Http, _ledger.UserId, _ledger.Token);
        for (var next = string.Empty; next is not null;)
        {
            var page = (await user.GetAsync($"/api/v1/notifications?limit=200{next}")).ShouldBe(HttpStatusCode.OK);
            told.AddRange(page.Items.Select(entry => (
                entry.GetProperty("id").GetGuid().ToString("N"), entry.GetProperty("data").GetProperty("periodStart").GetString()!)));
            next = page.Body.GetProperty("nextCursor").GetString() is { } cursor ? $"&cursor={cursor}" : null;
        }

        return told;
    }

    private async Task UntilAsync(string sql, long expected)
    {
        await using var database = NpgsqlDataSource.Create(_database);
        await using var command = database.CreateCommand(sql);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        long actual;
        while ((actual = (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!) != expected && !patience.IsCancellationRequested)
            await Task.Yield();
        actual.ShouldBe(expected, actual == expected ? null : $"{sql}; {await StateAsync(database)}");
    }

    /// <summary>What there is to say when something does not come: how far events were followed, and what waits for what.</summary>
    private static async Task<string> StateAsync(NpgsqlDataSource database)
    {
        await using var command = database.CreateCommand(
            """
            select concat_ws('; ',
                (select string_agg(concat_ws(' ', first_seq, last_seq, attempts, held_until - now()), ', ') from ledger_news),
                (select string_agg(concat_ws(' ', subscriber, from_revision, to_revision, reason), ', ') from subscription_failures),
                (select string_agg(concat_ws(' ', channel, attempts, last_failure, due_at - now(), parked_at), ', ') from outbox))
            """);
        return (string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private string Day(int week) => _today.AddDays(7 * week).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
