using System.Net;
using Alba;

namespace MyBudget.IntegrationTests.Features.Transactions.Receipts;

public sealed class ReceiptLimitTests(AppFixture app)
{
    [Fact]
    public async Task a_transaction_has_ten_however_many_come_at_once()
    {
        await using var host = await StartAsync(("Limits:ReceiptsPerUser", "20"), ("Limits:ReceiptsAtOnce", "20"));
        var ledger = await LedgerAsync(host);
        var entry = await ledger.EntryAsync();
        for (var count = 0; count < 9; count++) (await ledger.AttachAsync(entry, Guid.CreateVersion7())).ShouldBe(HttpStatusCode.Created);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => ledger.AttachAsync(entry, Guid.CreateVersion7())));
        answers.Count(answer => answer.Status == HttpStatusCode.Created).ShouldBe(1);
        foreach (var refused in answers.Where(answer => answer.Status != HttpStatusCode.Created))
            refused.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "receipts.too-many");
        var all = (await ledger.TransactionAsync(entry)).Receipts();
        all.Length.ShouldBe(10);
        (await LedgerDatabase.Of(app, ledger).QueryAsync<long>("select count(*) from receipt_files where ledger_id = @ledger")).ShouldBe([10]);

        // A repeat is no eleventh one, and one that was removed makes room for another, not for itself as well.
        (await ledger.AttachAsync(entry, all[3])).ShouldBe(HttpStatusCode.OK);
        await ledger.DeleteAsync(Attaching.Path(entry, all[3]));
        (await ledger.AttachAsync(entry, Guid.CreateVersion7())).ShouldBe(HttpStatusCode.Created);
        (await ledger.PostAsync($"{Attaching.Path(entry, all[3])}/restore")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "receipts.too-many");
    }

    [Fact]
    public async Task a_ledger_has_so_much_room_however_many_come_at_once()
    {
        await using var host = await StartAsync(("Limits:ReceiptsPerLedgerBytes", "1000"), ("Limits:ReceiptsPerUser", "20"), ("Limits:ReceiptsAtOnce", "20"));
        var ledger = await LedgerAsync(host);
        var account = await ledger.OpenAccountAsync();
        var entries = new List<Guid>();
        for (var count = 0; count < 6; count++) entries.Add(await ledger.EntryAsync(account));

        var answers = await Task.WhenAll(entries.Select(entry => ledger.AttachAsync(entry, Guid.CreateVersion7(), Picture.Jpeg(300))));
        answers.Count(answer => answer.Status == HttpStatusCode.Created).ShouldBe(3);
        foreach (var refused in answers.Where(answer => answer.Status != HttpStatusCode.Created))
            refused.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "receipts.no-room");
        (await ledger.AttachAsync(entries[0], Guid.CreateVersion7(), Picture.Jpeg(101))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "receipts.no-room");
        (await ledger.AttachAsync(entries[0], Guid.CreateVersion7(), Picture.Jpeg(100))).ShouldBe(HttpStatusCode.Created);

        // Removing does not make room before it is erased.
        var has = answers.First(answer => answer.Status == HttpStatusCode.Created).Body;
        (await ledger.DeleteAsync(Attaching.Path(has.GetProperty("id").GetGuid(), has.Receipts()[0]))).ShouldBe(HttpStatusCode.NoContent);
        (await ledger.AttachAsync(entries[1], Guid.CreateVersion7(), Picture.Jpeg(100))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "receipts.no-room");
        (await ledger.PostAsync($"{Attaching.Path(has.GetProperty("id").GetGuid(), has.Receipts()[0])}/restore")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task few_are_received_at_once_and_imports_go_on_meanwhile()
    {
        await using var host = await StartAsync(("Limits:ReceiptsPerUser", "1"), ("Limits:ReceiptsAtOnce", "1"));
        var (ledger, other) = (await LedgerAsync(host), await LedgerAsync(host));
        var (entry, others) = (await ledger.EntryAsync(), await other.EntryAsync());
        var slow = new SlowBody(Picture.Jpeg(200_000), Picture.MediaType);
        var attaching = ledger.PutAsync(Attaching.Path(entry, Guid.CreateVersion7()), slow);
        await slow.IsBeingRead;

        var own = (await ledger.AttachAsync(entry, Guid.CreateVersion7())).ShouldBeProblem(HttpStatusCode.TooManyRequests, "http.too-many-requests");
        own.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(5));
        (await other.AttachAsync(others, Guid.CreateVersion7())).ShouldBeProblem(HttpStatusCode.ServiceUnavailable, "service.unavailable");
        (await Imports.BankUpload.ImportAsync(ledger, Imports.BankFixtures.Csv, await ledger.OpenAccountAsync("Bank 2"))).ShouldBe(HttpStatusCode.Created);

        slow.Finish();
        (await attaching).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task what_is_removed_is_erased_once_its_time_is_up()
    {
        var ledger = await app.CreateLedgerAsync();
        var entry = await ledger.EntryAsync();
        Guid[] ids = [Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7()];
        foreach (var id in ids) await ledger.AttachAsync(entry, id);
        await ledger.DeleteAsync(Attaching.Path(entry, ids[0]));
        await ledger.DeleteAsync(Attaching.Path(entry, ids[1]));
        await RemovedAsync(ids[0], "90 days 1 minute");
        await RemovedAsync(ids[1], "89 days");

        await app.Host.SweepAsync();

        (await LedgerDatabase.Of(app, ledger).QueryAsync<Guid>("select id from receipt_files where ledger_id = @ledger order by added_at")).ShouldBe([ids[1], ids[2]]);
        (await ledger.PostAsync($"{Attaching.Path(entry, ids[0])}/restore")).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
        (await ledger.PostAsync($"{Attaching.Path(entry, ids[1])}/restore")).ShouldBe(HttpStatusCode.OK).Body.Receipts().ShouldBe([ids[1], ids[2]]);

        Task<IReadOnlyList<int>> RemovedAsync(Guid id, string ago) => LedgerDatabase.Of(app, ledger).QueryAsync<int>(
            "update receipt_files set removed_at = now() - @ago::interval where ledger_id = @ledger and id = @id", ("ago", ago), ("id", id));
    }

    private Task<IAlbaHost> StartAsync(params (string Name, string Value)[] settings) => app.StartHostAsync(web =>
    {
        foreach (var (name, value) in settings) web.UseSetting(name, value);
    });

    private static async Task<LedgerClient> LedgerAsync(IAlbaHost host) => await (await AppFixture.SignInAsync(host, Guid.CreateVersion7())).CreateLedgerAsync();
}
