using System.Net;
using System.Text.Json;

namespace MyBudget.IntegrationTests.Features.Sync;

/// <summary>Operations as clients write them, and what became of them.</summary>
internal static class Pushes
{
    public static Guid Id() => Guid.CreateVersion7();

    public static object Op(string type, Guid entityId, object? data, int? baseVersion = null) =>
        new { id = Id(), type, entityId, baseVersion, data };

    public static async Task<JsonElement[]> PushAsync(this LedgerClient ledger, params object[] operations) =>
        [.. (await ledger.PostAsync("sync", new { operations })).ShouldBe(HttpStatusCode.OK).Body.GetProperty("outcomes").EnumerateArray()];

    public static string? Status(this JsonElement outcome) => outcome.GetProperty("status").GetString();

    public static bool Has(this JsonElement outcome, string member) => outcome.TryGetProperty(member, out _);

    /// <summary>The code of its problem.</summary>
    public static string? Problem(this JsonElement outcome) => outcome.GetProperty("problem").GetProperty("code").GetString();

    public static string?[] FieldsOf(this JsonElement outcome) => [.. outcome.GetProperty("fields").EnumerateArray().Select(field => field.GetString())];
}
