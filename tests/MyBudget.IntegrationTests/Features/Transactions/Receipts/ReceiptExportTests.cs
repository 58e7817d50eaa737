using System.Net;
using System.Text.Json;

namespace MyBudget.IntegrationTests.Features.Transactions.Receipts;

/// <summary>What belongs to a ledger is taken along with it, and goes with it.</summary>
public sealed class ReceiptExportTests(AppFixture app)
{
    [Fact]
    public async Task bytes_are_exported_where_they_are_asked_for()
    {
        var ledger = await app.CreateLedgerAsync();
        await Sharing.ConfirmAsync(app.Host, ledger.UserId);
        var (entry, first, second) = (await ledger.EntryAsync(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var (large, small) = (Picture.Jpeg(3 * 60 * 1024 + 1), Picture.Pdf(8));
        await ledger.AttachAsync(entry, first, large, name: "till.jpg");
        await ledger.AttachAsync(entry, second, small, "application/pdf");
        await ledger.DeleteAsync(Attaching.Path(entry, second));

        var plain = (await ledger.GetAsync("/api/v1/me/export")).ShouldBe(HttpStatusCode.OK).Body;
        plain.GetProperty("receipts").ValueKind.ShouldBe(JsonValueKind.Null);
        plain.GetProperty("ledgers")[0].GetProperty("transaction")[0].Receipts().ShouldBe([first]);

        var receipts = (await ledger.GetAsync("/api/v1/me/export?receipts=true")).ShouldBe(HttpStatusCode.OK).Body.GetProperty("receipts").EnumerateArray().ToList();
        receipts.Select(receipt => receipt.GetProperty("id").GetGuid()).ShouldBe([first, second]);
        receipts.Select(receipt => receipt.TryGetProperty("removedAt", out _)).ShouldBe([false, true]);
        receipts[0].GetProperty("ledgerId").GetGuid().ShouldBe(ledger.LedgerId);
        receipts[0].GetProperty("name").GetString().ShouldBe("till.jpg");
        receipts[0].GetProperty("data").GetBytesFromBase64().ShouldBe(large);
        receipts[1].GetProperty("data").GetBytesFromBase64().ShouldBe(small);

        var stranger = await app.CreateLedgerAsync();
        await Sharing.ConfirmAsync(app.Host, stranger.UserId);
        (await stranger.GetAsync("/api/v1/me/export?receipts=true")).Body.GetProperty("receipts").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task none_is_left_of_a_ledger_that_is_erased()
    {
        var (gone, kept) = (await app.CreateLedgerAsync(), await app.CreateLedgerAsync());
        foreach (var ledger in new[] { gone, kept })
        {
            var (entry, removed) = (await ledger.EntryAsync(), Guid.CreateVersion7());
            await ledger.AttachAsync(entry, Guid.CreateVersion7());
            await ledger.AttachAsync(entry, removed);
            await ledger.DeleteAsync(Attaching.Path(entry, removed));
        }

        await app.Host.EraseLedgerAsync(gone);

        (await LedgerDatabase.Of(app, gone).QueryAsync<long>("select count(*) from receipt_files where ledger_id = @ledger")).ShouldBe([0]);
        (await LedgerDatabase.Of(app, kept).QueryAsync<long>("select count(*) from receipt_files where ledger_id = @ledger")).ShouldBe([2]);
    }
}
