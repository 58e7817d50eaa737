using System.Net;
using MyBudget.Infrastructure.EventStore.Maintenance;
using static MyBudget.IntegrationTests.Features.Sync.Pushes;

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

    /// <summary>Version 2 was the client's own until the restore, and version 3 was made on it; then somebody else made another version 2.</summary>
    [Fact]
    public async Task what_is_sent_again_overwrites_nothing_that_was_entered_since_the_restore()
    {
        var ledger = await app.CreateLedgerAsync();
        var entry = (await ledger.RecordAsync(new { accountId = await ledger.OpenAccountAsync(), date = "2026-11-02", amount = -500 })).GetProperty("id").GetGuid();
        await ledger.PatchAsync($"transactions/{entry}", new { amount = -600, payee = "Baker" });

        var outcomes = await ledger.PushAsync(
            Op("transaction.revise", entry, new { note = "bread" }, 1), Op("transaction.revise", entry, new { amount = -700 }, 2),
            Op("transaction.revise", entry, new { note = "rolls" }, 2), Op("transaction.revise", entry, new { payee = "Butcher" }, 3));

        outcomes.Select(outcome => outcome.Status()).ShouldBe(["merged", "conflict", "merged", "conflict"]);
        (outcomes[1].FieldsOf().Single(), outcomes[3].FieldsOf().Single()).ShouldBe(("amount", "payee"));
        var now = (await ledger.GetAsync($"transactions/{entry}")).Body;
        (now.GetProperty("amount").GetInt64(), now.GetProperty("payee").GetString(), now.GetProperty("note").GetString()).ShouldBe((-600, "Baker", "rolls"));
    }

    [Fact]
    public async Task what_is_made_again_needs_no_edits_of_others_to_be_edited()
    {
        var ledger = await app.CreateLedgerAsync();
        var (bank, entry) = (await ledger.OpenAccountAsync(), Id());

        var outcomes = await ledger.PushAsync(
            Op("transaction.record", entry, new { accountId = bank, date = "2026-11-02", amount = -500 }),
            Op("transaction.revise", entry, new { amount = -700 }, 2), Op("transaction.delete", entry, null, 5));

        outcomes.Select(outcome => outcome.Status()).ShouldBe(["applied", "applied", "applied"]);
    }

    private async Task<(bool Success, string Report)> RunAsync(Guid ledger)
    {
        await using var output = new StringWriter();
        var success = await RenewIncarnationsCommand.RunAsync(app.Host.Services, ledger, output, TestContext.Current.CancellationToken);
        return (success, output.ToString().Trim());
    }
}
