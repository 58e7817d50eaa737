using System.Net;
using Microsoft.Extensions.DependencyInjection;
using MyBudget.Domain;
using MyBudget.Infrastructure.Database;
using MyBudget.Infrastructure.EventStore;
using MyBudget.IntegrationTests.Features.Imports;
using Npgsql;

namespace MyBudget.IntegrationTests.Infrastructure.EventStore;

/// <summary>Writers of one ledger at the same time.</summary>
public sealed class LedgerWriterTests(AppFixture app)
{
    [Fact]
    public async Task each_of_many_at_once_takes_a_revision_and_one_that_breaks_a_rule_takes_none()
    {
        var (ledger, bank) = await LedgerAsync();
        var before = await ledger.RevisionAsync();
        var writes = Enumerable.Range(1, 12).Select(n => RecordAsync(ledger, n % 3 == 0 ? Guid.CreateVersion7() : bank, -n)).ToList();
        var answers = await Task.WhenAll(writes);

        answers.Count(answer => answer.Status == HttpStatusCode.Created).ShouldBe(8);
        answers.Count(answer => answer.Status == HttpStatusCode.UnprocessableEntity && answer.Code == "transactions.unknown-account").ShouldBe(4);
        (await ledger.BalanceAsync(bank)).ShouldBe(-Enumerable.Range(1, 12).Where(n => n % 3 != 0).Sum());
        (await ledger.RevisionAsync()).ShouldBe(before + 8);
        var database = LedgerDatabase.Of(app, ledger);
        (await database.EventRevisionsAsync()).Distinct().ShouldBe(Enumerable.Range(1, (int)before + 8).Select(n => (long)n));
        (await database.QueryAsync<long>("select revision from ledger_changes where ledger_id = @ledger and kind = 'transaction' order by revision"))
            .ShouldBe(Enumerable.Range((int)before + 1, 8).Select(n => (long)n));
    }

    [Fact]
    public async Task two_with_one_id_are_one_creation()
    {
        var (ledger, bank) = await LedgerAsync();
        var before = await ledger.RevisionAsync();
        var id = Guid.CreateVersion7();
        var same = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => RecordAsync(ledger, bank, -1, id)));
        var other = await RecordAsync(ledger, bank, -2, id);

        same.ShouldAllBe(answer => answer.Status == HttpStatusCode.Created && answer.Body.GetProperty("id").GetGuid() == id);
        other.Code.ShouldBe("http.id-taken");
        (await ledger.BalanceAsync(bank)).ShouldBe(-1);
        (await ledger.RevisionAsync()).ShouldBe(before + 1);
    }

    [Fact]
    public async Task a_preview_leaves_the_ledger_to_its_writers()
    {
        var (ledger, bank) = await LedgerAsync();
        var before = await ledger.RevisionAsync();
        var file = "Date,Amount,Payee\n" + string.Concat(Enumerable.Range(0, 500).Select(n => $"2026-02-0{1 + n % 9},-{n}.00,Shop {n}\n"));
        var answers = await Task.WhenAll(
            ledger.PreviewAsync(file, bank), RecordAsync(ledger, bank, -1), ledger.PreviewAsync(file, bank), RecordAsync(ledger, bank, -2));

        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.OK || answer.Status == HttpStatusCode.Created);
        (await ledger.RevisionAsync()).ShouldBe(before + 2);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task what_writes_nothing_lets_the_ledger_go_before_the_next_turn(bool isRefused)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var (ledger, _) = await LedgerAsync();
        var before = await ledger.RevisionAsync();
        await using var scope = app.Host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<LedgerScope>().Enter(ledger.LedgerId, ledger.UserId, LedgerRole.Owner);
        var writing = scope.ServiceProvider.GetRequiredService<LedgerWriter>().WriteAsync(
            _ => isRefused ? throw new RuleViolation("test.refused", "Refused.") : Task.FromResult(true), cancellation);

        if (isRefused) await writing.ShouldThrowAsync<RuleViolation>();
        else await writing;

        (await LedgerDatabase.Of(app, ledger).QueryAsync<long>("select revision from ledger_heads where ledger_id = @ledger for update nowait")).ShouldBe([before]);
    }

    [Fact]
    public async Task writers_that_wait_for_one_ledger_leave_the_connections_to_others()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var ((busy, bank), (other, _)) = (await LedgerAsync(), await LedgerAsync());
        await using var connection = new NpgsqlConnection(app.ConnectionString);
        await connection.OpenAsync(cancellation);
        await using var holder = await connection.BeginTransactionAsync(cancellation);
        await new NpgsqlCommand($"select 1 from ledger_heads where ledger_id = '{busy.LedgerId}' for update", connection).ExecuteScalarAsync(cancellation);

        // More than the pool has connections.
        var pool = new DatabaseSettings().PoolSize;
        var writes = Enumerable.Range(1, pool + 10).Select(n => RecordAsync(busy, bank, -n)).ToList();
        var database = LedgerDatabase.Of(app, other);
        while ((await database.QueryAsync<long>($"select count(*) from pg_stat_activity where {connection.ProcessID} = any(pg_blocking_pids(pid))"))[0] == 0)
            cancellation.ThrowIfCancellationRequested();
        for (var n = 0; n < pool; n++) (await other.GetAsync("accounts").WaitAsync(TimeSpan.FromSeconds(10), cancellation)).ShouldBe(HttpStatusCode.OK);

        writes.ShouldAllBe(write => !write.IsCompleted);
        await holder.RollbackAsync(cancellation);
        (await Task.WhenAll(writes)).ShouldAllBe(answer => answer.Status == HttpStatusCode.Created);
    }

    private async Task<(LedgerClient Ledger, Guid Bank)> LedgerAsync()
    {
        var ledger = await app.CreateLedgerAsync();
        return (ledger, await ledger.OpenAccountAsync());
    }

    private static Task<ApiResponse> RecordAsync(LedgerClient ledger, Guid account, long amount, Guid? id = null) =>
        ledger.PostAsync("transactions", new { id, accountId = account, date = "2026-02-28", amount });
}
