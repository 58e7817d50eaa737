using System.Net;
using Microsoft.Extensions.DependencyInjection;
using MyBudget.Domain;
using MyBudget.Infrastructure.EventStore.Maintenance;
using Npgsql;

namespace MyBudget.IntegrationTests.Features.Ledgers;

public sealed class LeavingUserTests(AppFixture app)
{
    private const string Password = "a long enough password";

    [Fact]
    public async Task takes_along_what_only_they_own_and_leaves_the_rest()
    {
        var user = await RegisterAsync("en");
        var own = await user.CreateLedgerAsync();
        var bank = await own.OpenAccountAsync();
        await own.RecordAsync(new { accountId = bank, date = "2026-01-01", amount = -5 });
        var others = await app.CreateLedgerAsync();
        await others.InviteAsync(LedgerRole.Viewer);

        (await user.SendAsync(HttpMethod.Delete, "/api/v1/me", new { password = Password })).ShouldBe(HttpStatusCode.NoContent);

        await using var connection = new NpgsqlConnection(app.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        foreach (var table in new[] { "mt_events", "mt_streams", "mt_doc_transaction", "mt_doc_account", "mt_doc_category", "mt_doc_ledger" })
            (await CountAsync($"select count(*) from {table} where tenant_id = '{own.LedgerId}'")).ShouldBe(0, table);
        foreach (var table in new[] { "ledger_heads", "ledger_changes", "account_balances", "day_totals", "mt_doc_ledger_membership" })
            (await CountAsync($"select count(*) from {table} where ledger_id = '{own.LedgerId}'")).ShouldBe(0, table);
        (await others.GetAsync(others.Path)).ShouldBe(HttpStatusCode.OK);

        async Task<long> CountAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
        }
    }

    [Fact]
    public async Task leaves_what_others_share_to_them()
    {
        var (user, ledger, other) = (await RegisterAsync("en"), await app.CreateLedgerAsync(), await app.CreateLedgerAsync());
        foreach (var shared in new[] { ledger, other }) await Sharing.JoinAsync(app.Host, shared, user, LedgerRole.Owner);
        var bank = await ledger.As(user).OpenAccountAsync();
        (await ledger.As(user).PostAsync("invitations", new { email = "somebody@example.org", role = "viewer" })).ShouldBe(HttpStatusCode.Created);
        var revision = await ledger.RevisionAsync();

        (await LeaveAsync(user)).ShouldBe(HttpStatusCode.NoContent);

        (await ledger.GetAsync("members")).Items.ShouldHaveSingleItem().GetProperty("userId").GetGuid().ShouldBe(ledger.UserId);
        (await ledger.GetAsync("invitations")).Items.ShouldBeEmpty();
        (await ledger.GetAsync($"accounts/{bank}")).ShouldBe(HttpStatusCode.OK);
        var read = (await ledger.GetAsync(ledger.Path)).Body;
        (read.GetProperty("revision").GetInt64(), read.GetProperty("version").GetInt32()).ShouldBe((revision + 1, 4));
        foreach (var shared in new[] { ledger, other })
        {
            var database = LedgerDatabase.Of(app, shared);
            (await database.QueryAsync<string>("select type from mt_events where tenant_id = @tenant order by seq_id desc limit 1")).ShouldBe(["member_left"]);
            (await database.EventRevisionsAsync())[^1].ShouldBe(await shared.RevisionAsync());
            (await database.QueryAsync<long>("select revision from ledger_changes where ledger_id = @ledger and kind = 'ledger'")).ShouldBe([await shared.RevisionAsync()]);
        }

        await using var scope = app.Host.Services.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<LedgerReplay>().RunAsync(ledger.LedgerId, mend: false, TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Fact]
    public async Task has_to_hand_over_what_others_share_and_nobody_else_owns()
    {
        var user = await RegisterAsync("ru");
        var (alone, shared) = (await user.CreateLedgerAsync(), await user.CreateLedgerAsync());
        var member = await shared.InviteAsync(LedgerRole.Viewer);

        var refused = await LeaveAsync(user);
        refused.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "ledgers.owner-needed");
        var named = refused.Body.GetProperty("ledgers").EnumerateArray().ShouldHaveSingleItem();
        (named.GetProperty("id").GetGuid(), named.GetProperty("name").GetString()).ShouldBe((shared.LedgerId, "Home"));
        (await alone.GetAsync(alone.Path)).ShouldBe(HttpStatusCode.OK);
        (await user.GetAsync("/api/v1/me")).ShouldBe(HttpStatusCode.OK);

        (await shared.PatchAsync($"members/{member.UserId}", new { role = "owner" })).ShouldBe(HttpStatusCode.OK);
        (await LeaveAsync(user)).ShouldBe(HttpStatusCode.NoContent);
        (await member.GetAsync("members")).Items.Length.ShouldBe(1);
        (await LedgerDatabase.Of(app, alone).TablesInUseAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task who_shares_with_another_who_leaves_at_once_leaves_nothing_ownerless()
    {
        for (var round = 0; round < 4; round++)
        {
            var (one, two) = (await RegisterAsync("en"), await RegisterAsync("en"));
            var (first, second) = (await one.CreateLedgerAsync(), await two.CreateLedgerAsync());
            await Sharing.JoinAsync(app.Host, first, two, LedgerRole.Owner);
            await Sharing.JoinAsync(app.Host, second, one, LedgerRole.Owner);

            foreach (var answer in await Task.WhenAll(LeaveAsync(one), LeaveAsync(two))) answer.ShouldBe(HttpStatusCode.NoContent);

            (await LedgerDatabase.Of(app, first).TablesInUseAsync()).ShouldBeEmpty();
            (await LedgerDatabase.Of(app, second).TablesInUseAsync()).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task takes_along_the_invitations_that_name_them()
    {
        var (user, ledger) = (await RegisterAsync("en"), await app.CreateLedgerAsync());
        await Sharing.ConfirmAsync(app.Host, ledger.UserId);
        var email = await Sharing.ConfirmAsync(app.Host, user.UserId);
        (await ledger.PostAsync("invitations", new { email, role = "viewer" })).ShouldBe(HttpStatusCode.Created);
        (await user.GetAsync("/api/v1/me/export")).Body.GetProperty("invitations").EnumerateArray().ShouldHaveSingleItem()
            .GetProperty("email").GetString().ShouldBe(email);

        (await LeaveAsync(user)).ShouldBe(HttpStatusCode.NoContent);

        (await ledger.GetAsync("invitations")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task can_take_everything_along_first()
    {
        var user = await RegisterAsync("en");
        var ledger = await user.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var entry = await ledger.RecordAsync(new { accountId = bank, date = "2026-01-01", amount = -5 });

        await LedgerDatabase.Of(app, ledger).LoseAnAppendAsync();

        var export = (await user.GetAsync("/api/v1/me/export")).ShouldBe(HttpStatusCode.OK).Body.GetProperty("ledgers")[0];

        export.GetProperty("id").GetGuid().ShouldBe(ledger.LedgerId);
        export.GetProperty("transaction")[0].ShouldBeJson(entry);
        export.GetProperty("account").GetArrayLength().ShouldBe(1);
        export.GetProperty("history").EnumerateArray().Last().GetProperty("event").GetString().ShouldBe("transaction_recorded");
    }

    [Fact]
    public async Task started_with_categories_in_their_language()
    {
        var english = await (await RegisterAsync("en")).CreateLedgerAsync();
        var russian = await (await RegisterAsync("ru")).CreateLedgerAsync();

        (await NamesAsync(english)).ShouldContain("Groceries");
        (await NamesAsync(russian)).ShouldContain("Продукты");

        static async Task<IEnumerable<string?>> NamesAsync(LedgerClient ledger) =>
            (await ledger.GetAsync("categories")).Items.Select(category => category.GetProperty("name").GetString());
    }

    [Fact]
    public async Task takes_along_a_ledger_that_is_being_created()
    {
        var user = await RegisterAsync("en");
        var id = Guid.CreateVersion7();
        await using var holder = new NpgsqlConnection(app.ConnectionString);
        await holder.OpenAsync(TestContext.Current.CancellationToken);
        await using var held = await holder.BeginTransactionAsync(TestContext.Current.CancellationToken);
        // The creation has passed its access check, and waits for the outcome of this row.
        await ExecuteAsync(holder, $"insert into ledger_heads (ledger_id, revision, structure, incarnation) values ('{id}', 1, 1, '{id}')");
        var creation = user.PostAsync("/api/v1/ledgers", new { id, name = "Home", currency = "EUR" });
        var creator = await WaiterForAsync(holder, holder.ProcessID, unless: creation);

        var leaving = user.SendAsync(HttpMethod.Delete, "/api/v1/me", new { password = Password });
        await WaiterForAsync(holder, creator.ShouldNotBeNull(), unless: leaving);
        await held.RollbackAsync(TestContext.Current.CancellationToken);

        (await creation).ShouldBe(HttpStatusCode.Created);
        (await leaving).ShouldBe(HttpStatusCode.NoContent);
        (await ExecuteAsync(holder, $"select ledger_id from ledger_heads where ledger_id = '{id}'")).ShouldBeNull();
    }

    private static Task<ApiResponse> LeaveAsync(ApiClient user) => user.SendAsync(HttpMethod.Delete, "/api/v1/me", new { password = Password });

    /// <summary>The backend that waits for a lock of another; null where the request ended instead.</summary>
    private static async Task<int?> WaiterForAsync(NpgsqlConnection connection, int other, Task unless)
    {
        while (!unless.IsCompleted)
        {
            if (await ExecuteAsync(connection, $"select pid from pg_locks where not granted and {other} = any (pg_blocking_pids(pid)) limit 1") is int pid)
                return pid;
        }

        return null;
    }

    private static async Task<object?> ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    private async Task<ApiClient> RegisterAsync(string locale)
    {
        var http = app.Host.Server.CreateClient();
        var registered = await new ApiClient(http, Guid.Empty, null).PostAsync(
            "/api/v1/auth/register", new { email = $"{Guid.CreateVersion7():N}@example.org", password = Password, displayName = "Anna", locale });
        registered.ShouldBe(HttpStatusCode.Created);
        return new ApiClient(
            http, registered.Body.GetProperty("user").GetProperty("id").GetGuid(), registered.Body.GetProperty("accessToken").GetString());
    }
}
