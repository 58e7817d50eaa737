using System.Text.Json;

namespace MyBudget.IntegrationTests.Features.Transactions.Receipts;

/// <summary>Does to receipts what clients do.</summary>
internal static class Attaching
{
    public static async Task<Guid> EntryAsync(this LedgerClient ledger, Guid? account = null, long amount = -1250) => (await ledger.RecordAsync(new
    {
        accountId = account ?? await ledger.OpenAccountAsync(),
        date = "2026-03-14",
        amount,
    })).GetProperty("id").GetGuid();

    public static string Path(Guid transaction, Guid receipt) => $"transactions/{transaction}/receipts/{receipt}";

    public static Task<ApiResponse> AttachAsync(
        this LedgerClient ledger, Guid transaction, Guid receipt, byte[]? bytes = null, string type = Picture.MediaType, string? name = null) =>
        ledger.PutAsync(
            Path(transaction, receipt) + (name is null ? "" : $"?name={Uri.EscapeDataString(name)}"), Picture.Content(bytes ?? Picture.Jpeg(), type));

    public static async Task<JsonElement> TransactionAsync(this LedgerClient ledger, Guid id) =>
        (await ledger.GetAsync($"transactions/{id}")).ShouldBe(System.Net.HttpStatusCode.OK).Body;

    /// <summary>The ids of its receipts, none where it has no such member.</summary>
    public static Guid[] Receipts(this JsonElement transaction) => transaction.TryGetProperty("receipts", out var receipts)
        ? [.. receipts.EnumerateArray().Select(receipt => receipt.GetProperty("id").GetGuid())]
        : [];
}
