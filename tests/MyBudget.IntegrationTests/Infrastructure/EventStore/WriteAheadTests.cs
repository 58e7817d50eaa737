using System.Net;
using Microsoft.Extensions.DependencyInjection;
using MyBudget.Domain;
using MyBudget.Features.Transactions.Contracts;
using MyBudget.Infrastructure.EventStore;

namespace MyBudget.IntegrationTests.Infrastructure.EventStore;

/// <summary>Writes that are decided, and mostly stored, before the ledger is locked.</summary>
public sealed class WriteAheadTests(AppFixture app)
{
    /// <summary>More than are left to the batch that commits.</summary>
    private const int Many = 150;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    public async Task others_write_meanwhile_and_it_is_decided_again_if_that_matters(bool holds, int decided)
    {
        var (ledger, bank) = await LedgerAsync();
        var before = await ledger.RevisionAsync();
        var (times, changed) = (0, new List<LedgerChanged>());
        var meanwhile = Guid.Empty;

        await WriteAheadAsync(
            ledger,
            async write =>
            {
                if (++times == 1) meanwhile = (await RecordAsync(ledger, bank)).Id;
                Record(write, bank);
            },
            since =>
            {
                changed.AddRange(since);
                return holds;
            });

        times.ShouldBe(decided);
        changed.ShouldBe([new LedgerChanged(TransactionEntity.Kind, meanwhile)]);
        (await ledger.BalanceAsync(bank)).ShouldBe(-1 - Many);
        (await ledger.RevisionAsync()).ShouldBe(before + 2);
        // Numbered under the lock: they rise with the revisions.
        var revisions = await LedgerDatabase.Of(app, ledger).EventRevisionsAsync();
        revisions.ShouldBe(revisions.Order());
        revisions.Count(revision => revision == before + 2).ShouldBe(Many);
    }

    [Fact]
    public async Task it_is_decided_again_when_accounts_changed_without_asking()
    {
        var (ledger, bank) = await LedgerAsync();
        var times = 0;

        await WriteAheadAsync(
            ledger,
            async write =>
            {
                if (++times == 1) await ledger.OpenAccountAsync("Cash");
                Record(write, bank);
            },
            _ => throw new InvalidOperationException("not asked"));

        times.ShouldBe(2);
        (await ledger.BalanceAsync(bank)).ShouldBe(-Many);
    }

    [Fact]
    public async Task it_is_decided_with_the_lock_in_the_end()
    {
        var (ledger, bank) = await LedgerAsync();
        var (times, asked) = (0, 0);
        Task<ApiResponse>? kept = null;

        await WriteAheadAsync(
            ledger,
            async write =>
            {
                kept = RecordAsync(ledger, bank);
                if (++times < 3) await kept;
                Record(write, bank);
            },
            _ => ++asked < 0);

        times.ShouldBe(3);
        asked.ShouldBe(2);
        (await kept!).ShouldBe(HttpStatusCode.Created);
        (await ledger.BalanceAsync(bank)).ShouldBe(-3 - Many);
    }

    private static void Record(LedgerWrite write, Guid account)
    {
        var entry = new Entry { AccountId = account, Date = new DateOnly(2026, 2, 28), Amount = -1, Splits = [], Tags = [], Status = EntryStatus.Cleared };
        write.StartNew([.. Enumerable.Range(0, Many).Select(_ => write.NewId()).Order()], _ => new TransactionRecorded(entry, Source: null, write.By, write.Now));
    }

    private async Task WriteAheadAsync(LedgerClient ledger, Func<LedgerWrite, Task> decide, Func<IReadOnlyList<LedgerChanged>, bool> holds)
    {
        await using var scope = app.Host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<LedgerScope>().Enter(ledger.LedgerId, ledger.UserId, LedgerRole.Owner);
        await scope.ServiceProvider.GetRequiredService<LedgerWriter>().WriteAheadAsync(
            [],
            async write =>
            {
                await decide(write);
                return true;
            },
            (_, since) => Task.FromResult(holds(since)), Cancellation);
    }

    private async Task<(LedgerClient Ledger, Guid Bank)> LedgerAsync()
    {
        var ledger = await app.CreateLedgerAsync();
        return (ledger, await ledger.OpenAccountAsync());
    }

    private static async Task<ApiResponse> RecordAsync(LedgerClient ledger, Guid account) =>
        (await ledger.PostAsync("transactions", new { accountId = account, date = "2026-02-28", amount = -1 })).ShouldBe(HttpStatusCode.Created);
}
