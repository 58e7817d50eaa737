using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using MyBudget.Features.Accounts;
using MyBudget.Features.Budgets;
using MyBudget.Features.Categories;
using MyBudget.Features.Imports;
using MyBudget.Features.Ledgers;
using MyBudget.Features.Transactions;
using MyBudget.Infrastructure.EventStore;
using MyBudget.IntegrationTests.Features.Imports;

namespace MyBudget.IntegrationTests.Infrastructure.EventStore;

/// <summary>What the writer stores has to look, column by column, like what Marten itself writes for the same events.</summary>
public sealed class LedgerRowsTests(AppFixture app)
{
    // The name of .NET's type is stored by Marten alone.
    private static readonly string[] Own =
        ["mt_dotnet_type", "id", "seq_id", "stream_id", "tenant_id", "timestamp", "created", "mt_last_modified", "account_id", "transfer_account_id", "bank_account_id"];

    private static readonly string[] OwnInside = ["id"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task every_kind_is_stored_like_martens_own()
    {
        var ledger = await app.CreateLedgerAsync();
        var (bank, cash) = (await ledger.OpenAccountAsync("Bank"), await ledger.OpenAccountAsync("Cash"));
        var food = await ledger.CreateCategoryAsync("Food");
        await ledger.PatchAsync($"accounts/{bank}", new { name = "Bänk \"é\"" });
        await ledger.PatchAsync($"categories/{food}", new { name = "Essen", archived = true });
        var budget = (await ledger.PostAsync("budgets", new { name = "B", amount = 5, currency = "EUR", period = "month", startsOn = "2024-01-31" }))
            .ShouldBe(HttpStatusCode.Created).Body.GetProperty("id").GetGuid();
        var plain = await RecordAsync(ledger, new { accountId = bank, date = "2024-02-29", amount = -1250, payee = "Bäcker", categoryId = food, note = "a\nb", tags = new[] { "x" } });
        await ledger.PatchAsync($"transactions/{plain}", new { status = "pending" });
        var (till, removed) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        foreach (var receipt in new[] { till, removed }) await ledger.PutAsync($"transactions/{plain}/receipts/{receipt}", Picture.Content(Picture.Jpeg()));
        await ledger.DeleteAsync($"transactions/{plain}/receipts/{removed}");
        await ledger.PostAsync($"transactions/{plain}/receipts/{removed}/restore");
        await ledger.DeleteAsync($"transactions/{plain}");
        var transfer = await RecordAsync(ledger, new { accountId = bank, date = "2024-02-29", amount = -5, transfer = new { accountId = cash } });
        var import = (await ledger.ImportAsync("Date,Amount,Payee\n2024-03-01,-3.00,Shop\n", bank)).Body.GetProperty("id").GetGuid();

        await CompareAsync<Account>(ledger, bank);
        await CompareAsync<Category>(ledger, food);
        await CompareAsync<Budget>(ledger, budget);
        await CompareAsync<Ledger>(ledger, ledger.LedgerId);
        await CompareAsync<Transaction>(ledger, plain);
        await CompareAsync<Transaction>(ledger, transfer);
        await CompareAsync<Import>(ledger, import);
    }

    [Fact]
    public async Task what_is_gone_leaves_no_document_and_its_events()
    {
        var ledger = await app.CreateLedgerAsync();
        var food = await ledger.CreateCategoryAsync("Food");
        await ledger.DeleteAsync($"categories/{food}");
        await CompareAsync<Category>(ledger, food);
    }

    [Fact]
    public async Task what_is_stored_before_the_ledger_is_locked_is_stored_like_martens_own()
    {
        var ledger = await app.CreateLedgerAsync();
        var import = (await ledger.ImportAsync(BankFixtures.Many(300), await ledger.OpenAccountAsync())).Body;
        await CompareAsync<Transaction>(ledger, import.GetProperty("rows")[7].GetProperty("transactionId").GetGuid());
        await CompareAsync<Import>(ledger, import.GetProperty("id").GetGuid());

        var entries = await LedgerDatabase.Of(app, ledger).QueryAsync<Guid>(
            "select stream_id from mt_events where tenant_id = @tenant and type = 'transaction_recorded' order by seq_id");
        entries.ShouldBe(import.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("transactionId")).Where(id => id.ValueKind != JsonValueKind.Null)
            .Select(id => id.GetGuid()));
    }

    private static async Task<Guid> RecordAsync(LedgerClient ledger, object entry) => (await ledger.RecordAsync(entry)).GetProperty("id").GetGuid();

    private async Task CompareAsync<TState>(LedgerClient ledger, Guid id) where TState : class, ILedgerState<TState>
    {
        var store = app.Host.Services.GetRequiredService<IDocumentStore>();
        await using var reading = store.QuerySession(ledger.LedgerId.ToString());
        var events = await reading.Events.FetchStreamAsync(id, token: Cancellation);
        var (tenant, copy) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        foreach (var e in events)
        {
            await using var session = store.LightweightSession(tenant.ToString());
            session.SetHeader("revision", long.Parse(e.GetHeader("revision")!.ToString()!, System.Globalization.CultureInfo.InvariantCulture));
            if (e.Version == 1) session.Events.StartStream<TState>(copy, e.Data);
            else (await session.Events.FetchForWriting<TState>(copy, Cancellation)).AppendOne(e.Data);
            await session.SaveChangesAsync(Cancellation);
        }

        var kind = typeof(TState).Name.ToLowerInvariant();
        foreach (var (table, key) in new[] { ("mt_streams", "id"), ("mt_events", "stream_id"), ($"mt_doc_{kind}", "id") })
            (await RowsAsync(ledger.LedgerId, table, key, id)).ShouldBe(await RowsAsync(tenant, table, key, copy), $"{kind} in {table}");
    }

    private async Task<string> RowsAsync(Guid ledger, string table, string key, Guid id)
    {
        var rows = await new LedgerDatabase(app.ConnectionString, ledger).QueryAsync<string>(
            $"select to_jsonb(t)::text from {table} t where tenant_id = @tenant and {key} = @id order by (to_jsonb(t)->>'seq_id')::bigint", ("id", id));
        return string.Join('\n', rows.Select(Comparable));
    }

    private static string Comparable(string row)
    {
        var columns = JsonNode.Parse(row)!.AsObject();
        foreach (var name in Own) columns.Remove(name);
        if (columns["data"] is JsonObject data)
        {
            foreach (var name in OwnInside) data.Remove(name);
        }

        return columns.ToJsonString();
    }
}
