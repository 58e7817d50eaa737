using System.Net;
using Microsoft.Extensions.DependencyInjection;
using MyBudget.Domain;
using MyBudget.Features.Accounts;
using MyBudget.Features.Accounts.Contracts;
using MyBudget.Features.Transactions.Contracts;
using MyBudget.Infrastructure.EventStore;
using MyBudget.Infrastructure.Security;
using static MyBudget.IntegrationTests.Features.Imports.BankFixtures;

namespace MyBudget.IntegrationTests.Features.Imports;

/// <summary>What another replica changes while a file is worked on: after the import has read the ledger, and before it has the lock.</summary>
public sealed class ImportMeanwhileTests(AppFixture app)
{
    private const int Count = 300;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task an_account_that_is_closed_meanwhile_takes_no_entries()
    {
        var (ledger, bank) = await LedgerAsync();

        var import = await ImportWhileAsync(ledger, bank, async write =>
            write.Append((await write.FindAsync<Account>(bank))!, new AccountClosed(write.By, write.Now)));

        import.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "accounts.closed");
        (await ledger.GetAsync("transactions")).Items.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(-300, 1)]
    [InlineData(-301, 0)]
    public async Task what_is_recorded_meanwhile_is_matched(long amount, int duplicates)
    {
        var (ledger, bank) = await LedgerAsync();
        var meanwhile = Guid.CreateVersion7();
        var entry = new Entry { AccountId = bank, Date = new DateOnly(2020, 1, 2), Amount = amount, Splits = [], Tags = [], Status = EntryStatus.Cleared };

        var import = await ImportWhileAsync(ledger, bank, write =>
        {
            write.StartNew([meanwhile], _ => new TransactionRecorded(entry, Source: null, write.By, write.Now));
            return Task.CompletedTask;
        });

        import.ShouldCount(Count - duplicates, duplicates, 0);
        import.Rows().Where(row => row.Status() == "duplicate").Select(row => row.GetProperty("duplicateOf").GetGuid())
            .ShouldBe(Enumerable.Repeat(meanwhile, duplicates));
        (await ledger.ImportAsync(File, bank)).ShouldCount(0, Count, 0);
    }

    [Fact]
    public async Task a_member_who_is_removed_meanwhile_imports_nothing()
    {
        var (ledger, bank) = await LedgerAsync();
        var member = await ledger.InviteAsync(LedgerRole.Editor);

        var import = await ImportWhileAsync(member, bank, write =>
        {
            write.Session.Delete<LedgerMembership>(LedgerMembership.IdOf(ledger.LedgerId, member.UserId));
            return Task.CompletedTask;
        });

        import.ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
        (await ledger.GetAsync("transactions")).Items.ShouldBeEmpty();
    }

    /// <summary>Distinct amounts: row n takes n.00 on the day after n/10 days.</summary>
    private static string File => Rows([.. Enumerable.Range(1, Count).Select(n => $"{new DateOnly(2020, 1, 1).AddDays(n / 10):yyyy-MM-dd},SHOP,-{n}.00")]);

    private async Task<(LedgerClient Ledger, Guid Bank)> LedgerAsync()
    {
        var ledger = await app.CreateLedgerAsync();
        return (ledger, await ledger.OpenAccountAsync());
    }

    /// <summary>Another replica has the ledger, and changes it only once the import waits for that.</summary>
    private async Task<ApiResponse> ImportWhileAsync(LedgerClient ledger, Guid bank, Func<LedgerWrite, Task> change)
    {
        await using var other = await app.StartHostAsync();
        await using var scope = other.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<LedgerScope>().Enter(ledger.LedgerId, ledger.UserId, LedgerRole.Owner);
        return await await scope.ServiceProvider.GetRequiredService<LedgerWriter>().WriteAsync(
            async write =>
            {
                var import = ledger.ImportAsync(File, bank);
                var waiting = $"select count(*) from pg_stat_activity where {write.Session.Connection!.ProcessID} = any(pg_blocking_pids(pid))";
                while (!import.IsCompleted && (await LedgerDatabase.Of(app, ledger).QueryAsync<long>(waiting))[0] == 0) Cancellation.ThrowIfCancellationRequested();
                import.IsCompleted.ShouldBeFalse();
                await change(write);
                return import;
            },
            Cancellation);
    }
}
