using Microsoft.Extensions.DependencyInjection;
using MyBudget.Domain;
using MyBudget.Features.Transactions;
using MyBudget.Features.Transactions.RecordTransaction;
using MyBudget.Infrastructure.EventStore;
using Npgsql;

namespace MyBudget.IntegrationTests.Infrastructure.EventStore;

/// <summary>Writes that wait behind one that is under way: what they share, and what stays their own.</summary>
public sealed class SharedCommitsTests(AppFixture app)
{
    private SharedCommits Commits => app.Host.Services.GetRequiredService<SharedCommits>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task one_commit_for_all_who_wait_and_a_revision_for_each()
    {
        var (ledger, bank) = await LedgerAsync();
        var before = await ledger.RevisionAsync();
        var release = Hold(ledger);
        List<Task<Transaction>> good = [.. Enumerable.Range(1, 5).Select(n => Record(ledger, bank, -n))];
        var unknown = Record(ledger, Guid.CreateVersion7(), -100);
        good.Add(Record(ledger, bank, -6));
        release.SetResult();

        await Task.WhenAll(good);
        (await Should.ThrowAsync<RuleViolation>(unknown)).Code.ShouldBe("transactions.unknown-account");
        (await ledger.BalanceAsync(bank)).ShouldBe(-21);
        (await ledger.RevisionAsync()).ShouldBe(before + 6);
        var database = LedgerDatabase.Of(app, ledger);
        (await database.EventRevisionsAsync()).Distinct().ShouldBe(Enumerable.Range(1, (int)before + 6).Select(n => (long)n));
        (await database.QueryAsync<Guid>("select stream_id from mt_events where tenant_id = @tenant and type = 'transaction_recorded' order by seq_id"))
            .ShouldBe(good.Select(recorded => recorded.Result.Id));
        (await database.QueryAsync<string>("select distinct xmin::text from mt_events where tenant_id = @tenant and type = 'transaction_recorded'"))
            .Count.ShouldBe(1);
        (await database.QueryAsync<long>("select revision from ledger_changes where ledger_id = @ledger and kind = 'transaction' order by revision"))
            .ShouldBe(Enumerable.Range((int)before + 1, 6).Select(n => (long)n));
    }

    [Fact]
    public async Task two_with_one_id_are_one_creation()
    {
        var (ledger, bank) = await LedgerAsync();
        var before = await ledger.RevisionAsync();
        var id = Guid.CreateVersion7();
        var release = Hold(ledger);
        List<Task<Transaction>> same = [Record(ledger, bank, -1, id), Record(ledger, bank, -1, id)];
        var other = Record(ledger, bank, -2, id);
        release.SetResult();

        (await Task.WhenAll(same)).ShouldAllBe(transaction => transaction.Id == id);
        (await Should.ThrowAsync<RuleViolation>(other)).Code.ShouldBe("http.id-taken");
        (await ledger.BalanceAsync(bank)).ShouldBe(-1);
        (await ledger.RevisionAsync()).ShouldBe(before + 1);
    }

    [Fact]
    public async Task who_gives_up_waiting_writes_nothing_and_keeps_nobody_from_writing()
    {
        var (ledger, bank) = await LedgerAsync();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var release = Hold(ledger);
        var kept = Record(ledger, bank, -1);
        var gone = Record(ledger, bank, -10, cancellation: patience.Token);
        await patience.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(gone);
        release.SetResult();

        await kept;
        (await ledger.BalanceAsync(bank)).ShouldBe(-1);
    }

    [Fact]
    public async Task one_that_the_database_refuses_fails_alone()
    {
        var (ledger, bank) = await LedgerAsync();
        var before = await ledger.RevisionAsync();
        var release = Hold(ledger);
        List<Task<Transaction>> good = [Record(ledger, bank, -1)];
        var bad = Commits.CreateAsync<string>(ledger.LedgerId, Guid.CreateVersion7(), async (session, _) =>
        {
            await using var command = new NpgsqlCommand("select 1 / 0");
            await session.ExecuteAsync(command, Cancellation);
            return default;
        }, Cancellation);
        good.Add(Record(ledger, bank, -2));
        release.SetResult();

        await Task.WhenAll(good);
        (await Should.ThrowAsync<Exception>(bad)).GetBaseException().ShouldBeOfType<PostgresException>().SqlState.ShouldBe(PostgresErrorCodes.DivisionByZero);
        (await ledger.BalanceAsync(bank)).ShouldBe(-3);
        (await LedgerDatabase.Of(app, ledger).EventRevisionsAsync()).Distinct().ShouldBe(Enumerable.Range(1, (int)before + 2).Select(n => (long)n));
    }

    [Fact]
    public async Task when_the_database_goes_away_nobody_is_told_it_was_done()
    {
        var (ledger, bank) = await LedgerAsync();
        var before = await ledger.RevisionAsync();
        var release = Hold(ledger);
        List<Task> lost =
        [
            Record(ledger, bank, -1),
            Commits.CreateAsync<string>(
                ledger.LedgerId, Guid.CreateVersion7(), (_, _) => throw new InvalidOperationException("", new NpgsqlException("gone")), Cancellation),
            Record(ledger, bank, -2),
        ];
        release.SetResult();

        foreach (var write in lost) (await Should.ThrowAsync<InvalidOperationException>(write)).InnerException.ShouldBeOfType<NpgsqlException>();
        (await ledger.RevisionAsync()).ShouldBe(before);
        await Record(ledger, bank, -4);
        (await ledger.BalanceAsync(bank)).ShouldBe(-4);
    }

    [Fact]
    public async Task in_a_ledger_that_is_gone_all_are_told_so()
    {
        var nowhere = new LedgerClient(app.Host.Server.CreateClient(), Guid.CreateVersion7(), null, Guid.CreateVersion7());
        List<Task<Transaction>> writes = [.. Enumerable.Range(0, 3).Select(_ => Record(nowhere, Guid.CreateVersion7(), -1))];
        foreach (var write in writes) await Should.ThrowAsync<LedgerGoneException>(write);
    }

    private async Task<(LedgerClient Ledger, Guid Bank)> LedgerAsync()
    {
        var ledger = await app.CreateLedgerAsync();
        return (ledger, await ledger.OpenAccountAsync());
    }

    /// <summary>A write that stays under way until it is released; those that come meanwhile wait together.</summary>
    private TaskCompletionSource Hold(LedgerClient ledger)
    {
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _ = Commits.CreateAsync(ledger.LedgerId, Guid.CreateVersion7(), async (_, _) =>
        {
            await release.Task;
            return new Decision<string>("nothing", null);
        }, Cancellation);
        return release;
    }

    private Task<Transaction> Record(LedgerClient ledger, Guid account, long amount, Guid? id = null, CancellationToken? cancellation = null)
    {
        var scope = new LedgerScope();
        scope.Enter(ledger.LedgerId, ledger.UserId, LedgerRole.Editor);
        var services = app.Host.Services;
        var handler = new RecordTransactionHandler(Commits, scope, services.GetRequiredService<LedgerReference>(), services.GetRequiredService<TimeProvider>());
        return handler.Handle(new RecordTransaction(new NewTransaction(id, account, new DateOnly(2026, 2, 28), amount)), cancellation ?? Cancellation);
    }
}
