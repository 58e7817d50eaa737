using System.Net;

namespace MyBudget.IntegrationTests.Features.Sync;

public sealed class ChangesMeanwhileTests(AppFixture app)
{
    [Fact]
    public async Task what_writers_do_while_pages_are_read_is_not_missed()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var copies = Enumerable.Range(0, 3).Select(_ => new LedgerCopy(ledger)).ToList();
        var writing = Task.WhenAll(Enumerable.Range(0, 4).Select(WriteAsync));

        var reading = Task.WhenAll(copies.Select(async (copy, index) =>
        {
            do await copy.PullPageAsync(3 + index);
            while (!writing.IsCompleted);
        }));

        await writing;
        await reading;
        foreach (var copy in copies)
        {
            await copy.PullAsync(() => 5);
            copy.Cursor.ShouldBe(copies[0].Cursor);
            await copy.ShouldBeTheServersAsync();
            await Digest.ShouldBeOfAsync(ledger, copy);
        }

        async Task WriteAsync(int writer)
        {
            for (var n = 0; n < 12; n++)
            {
                var entry = await ledger.RecordAsync(new { accountId = bank, date = "2026-11-02", amount = -1 - n, payee = $"Writer {writer}" });
                var path = $"transactions/{entry.GetProperty("id")}";
                (await ledger.PatchAsync(path, new { amount = -100 - n })).ShouldBe(HttpStatusCode.OK);
                if (n % 3 == 0) (await ledger.DeleteAsync(path)).ShouldBe(HttpStatusCode.NoContent);
            }
        }
    }
}
