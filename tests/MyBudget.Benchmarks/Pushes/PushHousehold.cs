using System.Diagnostics;
using System.Globalization;
using Microsoft.IdentityModel.JsonWebTokens;
using MyBudget.Benchmarks.Data;
using Npgsql;

namespace MyBudget.Benchmarks.Pushes;

/// <summary>Somebody with as many devices as one may have, and a budget that has a level to reach in every week to come.</summary>
internal sealed class PushHousehold(Api api, Guid userId, string ledger, Guid account, DateOnly today)
{
    private const int Devices = 20;

    // What a budget's notice looks like as it waits. It is committed at once, so that the whole queue is there when the first is sent.
    private const string Fill =
        """
        insert into outbox (id, channel, user_id, payload, created_at, due_at, expires_at, attempts, ticket)
        select gen_random_uuid(), 'push', $1,
            jsonb_build_object(
                'installationId', $2 || n % $4, 'userId', $1, 'memberOf', $5::uuid, 'title', 'Food: 80 % used', 'body', '81.00 EUR of 100.00 EUR spent; the period ends on 3/31/2026.',
                'data', jsonb_build_object(
                    'type', 'budgetThreshold', 'notificationId', gen_random_uuid(), 'ledgerId', gen_random_uuid(), 'budgetId', gen_random_uuid()),
                'collapseId', replace(gen_random_uuid()::text, '-', ''), 'isUrgent', false),
            now(), now(), now() + interval '2 days', 0, 0
        from generate_series(1, $3) as n
        """;

    private int _weeks;

    public static async Task<PushHousehold> CreateAsync(int port, CancellationToken cancellationToken)
    {
        using var visitor = new Api(port);
        var user = new { email = $"push-{Guid.CreateVersion7():N}@example.org", password = "benchmark of a household", displayName = "Bench" };
        var token = (await visitor.PostAsync("/api/v1/auth/register", user, cancellationToken)).GetProperty("accessToken").GetString()!;
        var (api, userId, today) = (new Api(port, token), Guid.Parse(new JsonWebToken(token).Subject), DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
        await api.PutAsync("/api/v1/notification-preferences", new { syncMessages = false }, cancellationToken);
        for (var n = 0; n < Devices; n++)
            await api.PutAsync($"/api/v1/devices/{InstallationOf(userId)}{n}", new { token = $"{Guid.CreateVersion7():N}{Guid.CreateVersion7():N}", platform = "android" }, cancellationToken);
        var ledger = $"/api/v1/ledgers/{(await api.PostAsync("/api/v1/ledgers", new { name = "Bench", currency = "EUR" }, cancellationToken)).GetProperty("id").GetGuid()}";
        var account = await api.PostAsync($"{ledger}/accounts", new { name = "Bank", type = "checking", currency = "EUR", openingBalance = 0, openedOn = "2020-01-01" }, cancellationToken);
        await api.PostAsync($"{ledger}/budgets", new
        {
            name = "Food",
            amount = 100_00,
            currency = "EUR",
            period = "week",
            startsOn = Text(today),
            categoryIds = Array.Empty<Guid>(),
            accountIds = Array.Empty<Guid>(),
            rollover = "none",
            thresholds = new[] { 80 },
        }, cancellationToken);
        return new PushHousehold(api, userId, ledger, account.GetProperty("id").GetGuid(), today);
    }

    /// <summary>Leaves only one device, so that a notice is one message.</summary>
    public async Task KeepOneDeviceAsync(CancellationToken cancellationToken)
    {
        for (var n = 1; n < Devices; n++) await api.DeleteAsync($"/api/v1/devices/{InstallationOf(userId)}{n}", cancellationToken);
    }

    public async Task QueueAsync(NpgsqlDataSource database, int messages, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Fill);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = userId });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = InstallationOf(userId) });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = messages });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = Devices });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = Guid.Parse(ledger[(ledger.LastIndexOf('/') + 1)..]) });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Records what takes the next week's budget over its threshold, and tells when the server had said so.</summary>
    public async Task<long> CrossThresholdAsync(CancellationToken cancellationToken)
    {
        var date = Text(today.AddDays(7 * _weeks++));
        await api.PostAsync($"{ledger}/transactions", new { accountId = account, date, amount = -81_00 }, cancellationToken);
        return Stopwatch.GetTimestamp();
    }

    private static string InstallationOf(Guid userId) => string.Create(CultureInfo.InvariantCulture, $"{userId:N}-");

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
