using System.Net;
using System.Text.Json;
using MyBudget.Domain;
using static MyBudget.IntegrationTests.Features.Transactions.Receipts.Attaching;

namespace MyBudget.IntegrationTests.Features.Transactions.Receipts;

public sealed class ReceiptTests(AppFixture app)
{
    [Fact]
    public async Task is_part_of_its_transaction_and_comes_back_byte_by_byte()
    {
        var ledger = await app.CreateLedgerAsync();
        var (entry, first, second) = (await ledger.EntryAsync(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var (jpeg, pdf) = (Picture.Jpeg(300_000), Picture.Pdf(80 * 1024));

        var attached = (await ledger.AttachAsync(entry, first, jpeg, name: "Kasse 1 – чек.jpg")).ShouldBe(HttpStatusCode.Created);
        attached.Headers.Location!.ToString().ShouldBe($"{ledger.Path}/{Path(entry, first)}");
        (await ledger.AttachAsync(entry, second, pdf, "application/pdf")).ShouldBe(HttpStatusCode.Created);

        var transaction = (await ledger.GetAsync($"transactions/{entry}")).Body;
        transaction.GetProperty("version").GetInt32().ShouldBe(3);
        var told = transaction.GetProperty("receipts").EnumerateArray().ToList();
        told.Select(one => one.GetProperty("id").GetGuid()).ShouldBe([first, second]);
        told[0].ShouldBeJson(JsonSerializer.SerializeToElement(new
        {
            id = first,
            name = "Kasse 1 – чек.jpg",
            type = "image/jpeg",
            size = jpeg.Length,
            addedAt = told[0].GetProperty("addedAt").GetString(),
        }));
        told[0].GetProperty("addedAt").GetDateTimeOffset().ShouldBe(transaction.GetProperty("createdAt").GetDateTimeOffset(), TimeSpan.FromMinutes(5));
        told[1].GetProperty("name").GetString().ShouldBe("receipt.pdf");

        var read = (await ledger.GetAsync(Path(entry, first))).ShouldBe(HttpStatusCode.OK);
        read.Bytes.ShouldBe(jpeg);
        read.ContentHeaders.ContentType!.ToString().ShouldBe("image/jpeg");
        read.ContentHeaders.ContentLength.ShouldBe(jpeg.Length);
        read.ContentHeaders.ContentDisposition!.DispositionType.ShouldBe("inline");
        read.ContentHeaders.ContentDisposition.FileNameStar.ShouldBe("Kasse 1 – чек.jpg");
        (await ledger.GetAsync(Path(entry, second))).ShouldBe(HttpStatusCode.OK).Bytes.ShouldBe(pdf);
    }

    [Fact]
    public async Task is_kept_by_its_reader_alone_and_runs_nothing()
    {
        var ledger = await app.CreateLedgerAsync();
        var (entry, receipt) = (await ledger.EntryAsync(), Guid.CreateVersion7());
        await ledger.AttachAsync(entry, receipt);

        var read = await ledger.GetAsync(Path(entry, receipt));
        read.Headers.GetValues("Content-Security-Policy").ShouldBe(["sandbox; default-src 'none'"]);
        read.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        read.Headers.CacheControl!.ToString().ShouldBe("no-store");
        read.Headers.Vary.ShouldContain("Authorization");
        read.ETag.ShouldBe($"\"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Picture.Jpeg()))}\"");

        var again = await ledger.GetAsync(Path(entry, receipt), ("If-None-Match", read.ETag!));
        again.ShouldBe(HttpStatusCode.NotModified).Bytes.ShouldBeEmpty();
        again.ETag.ShouldBe(read.ETag);
        (await ledger.As(await app.SignInAsync()).GetAsync(Path(entry, receipt), ("If-None-Match", read.ETag!))).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task is_attached_once_however_often_it_is_sent()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var (entry, receipt) = (await ledger.EntryAsync(bank), Guid.CreateVersion7());
        var first = (await ledger.AttachAsync(entry, receipt)).ShouldBe(HttpStatusCode.Created);

        (await ledger.AttachAsync(entry, receipt, name: "another.jpg")).ShouldBe(HttpStatusCode.OK).Body.ShouldBeJson(first.Body);
        (await ledger.AttachAsync(entry, receipt, Picture.Jpeg(101))).ShouldBeProblem(HttpStatusCode.Conflict, "http.id-taken");
        var other = await ledger.EntryAsync(bank);
        (await ledger.AttachAsync(other, receipt)).ShouldBeProblem(HttpStatusCode.Conflict, "http.id-taken");
        (await ledger.TransactionAsync(entry)).GetProperty("version").GetInt32().ShouldBe(2);

        // A repeat that comes late brings nothing back.
        (await ledger.DeleteAsync(Path(entry, receipt))).ShouldBe(HttpStatusCode.NoContent);
        (await ledger.AttachAsync(entry, receipt)).ShouldBe(HttpStatusCode.OK).Body.Receipts().ShouldBeEmpty();
        (await ledger.AttachAsync(entry, receipt, Picture.Jpeg(101))).ShouldBeProblem(HttpStatusCode.Conflict, "http.id-taken");

        var many = Guid.CreateVersion7();
        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => ledger.AttachAsync(entry, many)));
        answers.Select(answer => answer.Status).Order().ShouldBe([HttpStatusCode.OK, HttpStatusCode.Created]);
    }

    [Fact]
    public async Task an_id_is_of_its_ledger()
    {
        var (mine, theirs) = (await app.CreateLedgerAsync(), await app.CreateLedgerAsync());
        var (entry, other, receipt) = (await mine.EntryAsync(), await theirs.EntryAsync(), Guid.CreateVersion7());
        (await mine.AttachAsync(entry, receipt)).ShouldBe(HttpStatusCode.Created);

        (await theirs.AttachAsync(other, receipt, Picture.Png(), "image/png")).ShouldBe(HttpStatusCode.Created);
        (await mine.GetAsync(Path(entry, receipt))).Bytes.ShouldBe(Picture.Jpeg());
        (await theirs.GetAsync(Path(other, receipt))).Bytes.ShouldBe(Picture.Png());
        foreach (var path in new[] { Path(entry, receipt), Path(other, Guid.CreateVersion7()), Path(Guid.CreateVersion7(), receipt) })
        {
            (await theirs.GetAsync(path)).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
            (await theirs.DeleteAsync(path)).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
            (await theirs.PostAsync($"{path}/restore")).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
        }

        (await theirs.AttachAsync(entry, Guid.CreateVersion7())).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
        (await theirs.DeleteAsync(Path(other, receipt))).ShouldBe(HttpStatusCode.NoContent);
        (await mine.GetAsync(Path(entry, receipt))).Bytes.ShouldBe(Picture.Jpeg());
    }

    [Fact]
    public async Task a_viewer_looks_and_an_editor_does_the_rest()
    {
        var ledger = await app.CreateLedgerAsync();
        var (entry, receipt) = (await ledger.EntryAsync(), Guid.CreateVersion7());
        var (viewer, editor) = (await ledger.InviteAsync(LedgerRole.Viewer), await ledger.InviteAsync(LedgerRole.Editor));

        (await viewer.AttachAsync(entry, receipt)).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.forbidden");
        (await editor.AttachAsync(entry, receipt)).ShouldBe(HttpStatusCode.Created);
        (await viewer.GetAsync(Path(entry, receipt))).ShouldBe(HttpStatusCode.OK).Bytes.ShouldBe(Picture.Jpeg());
        (await viewer.DeleteAsync(Path(entry, receipt))).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.forbidden");
        (await editor.DeleteAsync(Path(entry, receipt))).ShouldBe(HttpStatusCode.NoContent);
        (await viewer.PostAsync($"{Path(entry, receipt)}/restore")).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.forbidden");
        (await editor.PostAsync($"{Path(entry, receipt)}/restore")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task is_removed_and_brought_back_in_its_place()
    {
        var ledger = await app.CreateLedgerAsync();
        var entry = await ledger.EntryAsync();
        Guid[] ids = [Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7()];
        foreach (var id in ids) await ledger.AttachAsync(entry, id);

        (await ledger.DeleteAsync(Path(entry, ids[1]))).ShouldBe(HttpStatusCode.NoContent);
        (await ledger.DeleteAsync(Path(entry, ids[1]))).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
        (await ledger.GetAsync(Path(entry, ids[1]))).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
        (await ledger.TransactionAsync(entry)).Receipts().ShouldBe([ids[0], ids[2]]);

        var restored = (await ledger.PostAsync($"{Path(entry, ids[1])}/restore")).ShouldBe(HttpStatusCode.OK);
        restored.Body.Receipts().ShouldBe(ids);
        (await ledger.PostAsync($"{Path(entry, ids[1])}/restore")).ShouldBe(HttpStatusCode.OK).Body.ShouldBeJson(restored.Body);
        (await ledger.GetAsync(Path(entry, ids[1]))).Bytes.ShouldBe(Picture.Jpeg());

        foreach (var id in ids) await ledger.DeleteAsync(Path(entry, id));
        (await ledger.TransactionAsync(entry)).TryGetProperty("receipts", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task stays_with_a_transaction_that_is_changed_deleted_and_restored()
    {
        var ledger = await app.CreateLedgerAsync();
        var (bank, cash) = (await ledger.OpenAccountAsync("Bank"), await ledger.OpenAccountAsync("Cash"));
        var (entry, receipt) = (await ledger.EntryAsync(bank), Guid.CreateVersion7());
        await ledger.AttachAsync(entry, receipt);

        await ledger.PatchAsync($"transactions/{entry}", new { splits = new[] { new { amount = -1000 }, new { amount = -250 } } });
        await ledger.PatchAsync($"transactions/{entry}", new { splits = (object?)null, transfer = new { accountId = cash } });
        (await ledger.TransactionAsync(entry)).Receipts().ShouldBe([receipt]);

        (await ledger.DeleteAsync($"transactions/{entry}")).ShouldBe(HttpStatusCode.NoContent);
        (await ledger.GetAsync(Path(entry, receipt))).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
        (await ledger.AttachAsync(entry, Guid.CreateVersion7())).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
        (await ledger.DeleteAsync(Path(entry, receipt))).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
        (await ledger.PostAsync($"transactions/{entry}/restoration")).ShouldBe(HttpStatusCode.OK).Body.Receipts().ShouldBe([receipt]);
        (await ledger.GetAsync(Path(entry, receipt))).Bytes.ShouldBe(Picture.Jpeg());
    }

    [Fact]
    public async Task is_told_of_by_history_activity_and_sync()
    {
        var ledger = await app.CreateLedgerAsync();
        var (entry, receipt) = (await ledger.EntryAsync(), Guid.CreateVersion7());
        var before = (await ledger.GetAsync("changes")).Body.GetProperty("cursor").GetString();
        var revision = await ledger.RevisionAsync();
        await ledger.AttachAsync(entry, receipt, name: "till.jpg");
        (await ledger.RevisionAsync()).ShouldBe(revision + 1);

        var change = (await ledger.GetAsync($"changes?since={before}")).Items.ShouldHaveSingleItem();
        change.GetProperty("data").ShouldBeJson(await ledger.TransactionAsync(entry));
        await ledger.DeleteAsync(Path(entry, receipt));
        await ledger.PostAsync($"{Path(entry, receipt)}/restore");

        var history = (await ledger.GetAsync($"transactions/{entry}/history")).Items;
        history.Select(item => item.GetProperty("kind").GetString()).ShouldBe(["receiptRestored", "receiptRemoved", "receiptAttached", "recorded"]);
        history[2].GetProperty("receipt").GetProperty("name").GetString().ShouldBe("till.jpg");
        history[2].GetProperty("was").ShouldBeJson(history[2].GetProperty("now"));
        history[3].TryGetProperty("receipt", out _).ShouldBeFalse();
        (await TextsAsync("en")).ShouldBe(["Brought back a receipt of", "Removed a receipt of", "Attached a receipt to"]);
        (await TextsAsync("ru")).ShouldBe(["Возвращён чек:", "Удалён чек:", "Приложен чек:"]);

        async Task<IEnumerable<string>> TextsAsync(string language) => (await ledger.GetAsync("activity", ("Accept-Language", language))).Items.Take(3)
            .Select(item => item.GetProperty("text").GetString()!).Select(text => text[..text.IndexOfAny(['-', '−', '€'])].Trim());
    }

    [Fact]
    public async Task others_are_no_larger_for_it()
    {
        var ledger = await app.CreateLedgerAsync();
        var entry = await ledger.EntryAsync();
        (await ledger.GetAsync($"transactions/{entry}")).Text.ShouldNotContain("receipts");
        (await ledger.GetAsync("changes")).Text.ShouldNotContain("receipts");
    }

    [Fact]
    public async Task an_edit_made_before_it_is_no_conflict()
    {
        var ledger = await app.CreateLedgerAsync();
        var (entry, receipt) = (await ledger.EntryAsync(), Guid.CreateVersion7());
        await ledger.AttachAsync(entry, receipt);

        var answer = await ledger.PostAsync("sync", new
        {
            operations = new[] { new { id = Guid.CreateVersion7(), type = "transaction.revise", entityId = entry, baseVersion = 1, data = new { note = "bread" } } },
        });
        answer.ShouldBe(HttpStatusCode.OK).Body.GetProperty("outcomes")[0].GetProperty("status").GetString().ShouldBe("applied");
        (await ledger.TransactionAsync(entry)).Receipts().ShouldBe([receipt]);
    }
}
