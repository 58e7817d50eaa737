using System.Net;
using System.Text.Json.Nodes;

namespace MyBudget.IntegrationTests.Features.Transactions;

/// <summary>What is copied in bulk has to look, column by column, like what Marten itself writes for the same request.</summary>
public sealed class BulkRowTests(AppFixture app)
{
    private static readonly string[] Own = ["id", "seq_id", "stream_id", "timestamp", "created", "mt_last_modified", "revision"];
    private static readonly string[] OwnInside = ["id", "at", "createdAt", "updatedAt", "revision"];

    public static TheoryData<string> Tables => ["mt_streams", "mt_events", "mt_doc_transaction"];

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task a_batch_of_one_is_stored_like_a_single_entry(string table)
    {
        var ledger = await app.CreateLedgerAsync();
        var (bank, cash, food) = (await ledger.OpenAccountAsync("Bank"), await ledger.OpenAccountAsync("Cash"), await ledger.CreateCategoryAsync("Food"));
        foreach (var entry in new object[]
                 {
                     new { accountId = bank, date = "2024-02-29", amount = -1250, payee = "Bäcker \"é\"", categoryId = food, note = "a\nb", tags = new[] { "x" } },
                     new { accountId = bank, date = "2024-02-29", amount = -5, transfer = new { accountId = cash }, status = "pending" },
                     new { accountId = bank, date = "2024-02-29", amount = -5, splits = new object[] { new { amount = -2, categoryId = food }, new { amount = -3 } } },
                 })
        {
            var single = (await ledger.RecordAsync(entry)).GetProperty("id").GetGuid();
            var batch = await ledger.PostAsync("transactions/batch", new { transactions = new[] { entry } });

            (await RowsAsync(ledger, table, batch.ShouldBe(HttpStatusCode.Created).Items[0].GetProperty("id").GetGuid()))
                .ShouldBe(await RowsAsync(ledger, table, single));
        }
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task a_change_in_bulk_is_stored_like_a_single_change(string table)
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var entry = new { accountId = bank, date = "2024-02-29", amount = -1250, tags = new[] { "x" } };
        var single = (await ledger.RecordAsync(entry)).GetProperty("id").GetGuid();
        await ledger.PatchAsync($"transactions/{single}", new { status = "reconciled" });
        var bulk = (await ledger.RecordAsync(entry)).GetProperty("id").GetGuid();
        (await ledger.PostAsync($"accounts/{bank}/reconciliation", new { on = "2024-02-29", balance = -2500 }))
            .Body.GetProperty("reconciled").GetInt32().ShouldBe(1);

        (await RowsAsync(ledger, table, bulk)).ShouldBe(await RowsAsync(ledger, table, single));
    }

    private async Task<string> RowsAsync(LedgerClient ledger, string table, Guid id)
    {
        var key = table == "mt_events" ? "stream_id, version" : "id";
        var rows = await LedgerDatabase.Of(app, ledger).QueryAsync<string>(
            $"select to_jsonb(t)::text from {table} t where tenant_id = @tenant and {key.Split(',')[0]} = @id order by {key}", ("id", id));
        return string.Join('\n', rows.Select(Comparable));
    }

    private static string Comparable(string row)
    {
        var columns = JsonNode.Parse(row)!.AsObject();
        foreach (var name in Own) columns.Remove(name);
        foreach (var inside in new[] { "data", "headers" }.Select(name => columns[name]).OfType<JsonObject>())
        {
            foreach (var name in OwnInside) inside.Remove(name);
        }

        return columns.ToJsonString();
    }
}
