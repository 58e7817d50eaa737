using System.Net;
using MyBudget.Infrastructure.EventStore.Maintenance;

namespace MyBudget.IntegrationTests.Features.Sync;

public sealed class RenewedIncarnationTests(AppFixture app)
{
    [Fact]
    public async Task has_every_client_of_the_ledger_start_anew_and_nobody_else()
    {
        var (ledger, other) = (await app.CreateLedgerAsync(), await app.CreateLedgerAsync());
        var (bank, copy, theirs) = (await ledger.OpenAccountAsync(), new LedgerCopy(ledger), new LedgerCopy(other));
        await copy.PullAsync();
        await theirs.PullAsync();
        var tag = (await ledger.GetAsync("changes")).ETag!;

        (await RunAsync(ledger.LedgerId)).ShouldBe((true, "1 ledgers have a new incarnation"));

        (await ledger.GetAsync($"changes?since={copy.Cursor}")).ShouldBeProblem(HttpStatusCode.Gone, "sync.cursor-gone");
        (await ledger.GetAsync("changes", ("If-None-Match", tag))).ShouldBe(HttpStatusCode.OK);
        (await other.GetAsync($"changes?since={theirs.Cursor}")).ShouldBe(HttpStatusCode.OK);
        await ledger.RecordAsync(new { accountId = bank, date = "2026-11-02", amount = -1 });
        var anew = new LedgerCopy(ledger);
        await anew.PullAsync();
        await anew.ShouldBeTheServersAsync();
        anew.Cursor!.Split('.')[0].ShouldNotBe(copy.Cursor!.Split('.')[0]);
    }

    [Fact]
    public async Task says_which_ledger_is_not_there()
    {
        var missing = Guid.CreateVersion7();
        (await RunAsync(missing)).ShouldBe((false, $"renew-incarnations: there is no ledger {missing}"));
    }

    private async Task<(bool Success, string Report)> RunAsync(Guid ledger)
    {
        await using var output = new StringWriter();
        var success = await RenewIncarnationsCommand.RunAsync(app.Host.Services, ledger, output, TestContext.Current.CancellationToken);
        return (success, output.ToString().Trim());
    }
}
