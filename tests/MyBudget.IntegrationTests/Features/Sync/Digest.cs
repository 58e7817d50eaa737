using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace MyBudget.IntegrationTests.Features.Sync;

/// <summary>Reckons from a copy what the server's digest has to say.</summary>
internal static class Digest
{
    public static async Task ShouldBeOfAsync(LedgerClient ledger, LedgerCopy copy)
    {
        var digest = (await ledger.GetAsync("digest")).ShouldBe(HttpStatusCode.OK).Body;
        digest.GetProperty("cursor").GetString().ShouldBe(copy.Cursor);
        digest.GetProperty("kinds").EnumerateObject().ToDictionary(
                kind => kind.Name, kind => (kind.Value.GetProperty("count").GetInt64(), kind.Value.GetProperty("hash").GetString()!))
            .ShouldBe(copy.Entities.GroupBy(entity => entity.Key.Kind).ToDictionary(
                kind => kind.Key, kind => ((long)kind.Count(), HashOf(kind.Select(entity => (entity.Key.Kind, entity.Key.Id, (long)entity.Value["version"]!))))),
                ignoreOrder: true);

        var transactions = copy.Entities.Where(entity => entity.Key.Kind == "transaction").Select(entity => entity.Value).ToList();
        var shown = (await ledger.GetAsync("accounts")).Items.ToDictionary(
            account => account.GetProperty("id").GetGuid(),
            account => (account.GetProperty("balance").GetInt64(), account.GetProperty("clearedBalance").GetInt64(), EntriesOf(account.GetProperty("id").GetGuid())));
        digest.GetProperty("accounts").EnumerateArray().ToDictionary(
                account => account.GetProperty("id").GetGuid(),
                account => (account.GetProperty("balance").GetInt64(), account.GetProperty("clearedBalance").GetInt64(), account.GetProperty("entries").GetInt32()))
            .ShouldBe(shown, ignoreOrder: true);

        int EntriesOf(Guid account) => transactions.Sum(transaction => SidesIn(transaction, account));
    }

    public static string HashOf(IEnumerable<(string Kind, Guid Id, long Version)> entities) => entities.Aggregate(
        0UL, (hash, entity) => hash ^ BinaryPrimitives.ReadUInt64BigEndian(
            SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{entity.Kind}:{entity.Id}:{entity.Version}"))))).ToString("x16", CultureInfo.InvariantCulture);

    private static int SidesIn(JsonNode transaction, Guid account) =>
        new[] { transaction["accountId"], transaction["transfer"]?["accountId"] }
            .Concat(transaction["splits"]?.AsArray().Select(split => split!["transfer"]?["accountId"]) ?? [])
            .Count(id => id is not null && (Guid)id == account);
}
