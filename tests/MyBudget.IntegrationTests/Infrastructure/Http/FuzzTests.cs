using System.Net;
using System.Text.Json.Nodes;
using CsCheck;
using MyBudget.Infrastructure.Security;
using MyBudget.IntegrationTests.Features.Imports;

namespace MyBudget.IntegrationTests.Infrastructure.Http;

/// <summary>Whatever a client sends, no answer is a fault of the server.</summary>
public sealed class FuzzTests(AppFixture app)
{
    private const int PerRoute = 25;

    private static readonly string[] Texts =
    [
        string.Empty, " ", "\0", "\ud83d\ude00", "NaN", "2026-13-45", "0001-01-01", "9999-12-31", "00000000-0000-0000-0000-000000000000",
        "eur", "XXX", "'; drop table mt_events; --",
    ];

    private static readonly Gen<JsonNode?> Junk = Gen.OneOf(
        Gen.Const(() => (JsonNode?)null), Gen.Bool.Select(value => (JsonNode?)value), Gen.Long.Select(value => (JsonNode?)value),
        Gen.Int[0, 3].Select(index => (JsonNode?)new[] { long.MaxValue, long.MinValue, 0L, -1L }[index]),
        Gen.Double.Where(double.IsFinite).Select(value => (JsonNode?)value), Gen.String[0, 300].Select(value => (JsonNode?)value),
        Gen.Int[0, Texts.Length - 1].Select(index => (JsonNode?)Texts[index]),
        Gen.Const(() => (JsonNode?)new JsonArray()), Gen.Const(() => (JsonNode?)new JsonObject()),
        Gen.Const(() => (JsonNode?)new JsonArray(null, 1, "a")));

    private static readonly Gen<(int Place, JsonNode? Junk, bool Remove, int Cut)> Mutation =
        Gen.Select(Gen.Int[0, 1_000], Junk, Gen.Int[0, 5], Gen.Int[0, 400], (place, junk, remove, cut) => (place, junk, remove == 0, cut));

    [Fact]
    public async Task no_mutated_body_is_a_fault_of_the_server()
    {
        var bodies = await RequestBodies.ReadAsync(app);
        var ledger = await app.CreateLedgerAsync();
        // Where nobody has to be signed in nobody is: one of these routes would end the session.
        var stranger = new ApiClient(app.Host.Server.CreateClient(), Guid.Empty, null);
        await Sharing.ConfirmAsync(app.Host, ledger.UserId);
        var account = await ledger.OpenAccountAsync();
        var category = await ledger.CreateCategoryAsync("Tea");
        var transaction = (await ledger.RecordAsync(new { accountId = account, date = "2026-03-14", amount = -1250 })).GetProperty("id").GetGuid();
        var budget = (await ledger.PostAsync(
            "budgets", new { name = "Tea", amount = 5000, currency = "EUR", period = "month", startsOn = "2026-01-01" })).ShouldBe(HttpStatusCode.Created).Id;
        var held = new Dictionary<string, Guid>(StringComparer.Ordinal)
        {
            ["accounts"] = account,
            ["categories"] = category,
            ["budgets"] = budget,
            ["transactions"] = transaction,
            ["members"] = ledger.UserId,
        };
        var routes = Route.All(app.Host).Where(route => route.HasBody && bodies.For(route) is not null).ToList();
        routes.ShouldNotBeEmpty();

        foreach (var route in routes)
        {
            var collection = route.Pattern.Split('/').FirstOrDefault(held.ContainsKey);
            var path = route.Fill(name => name == Policies.LedgerRouteKey
                ? ledger.LedgerId.ToString()
                : (collection is null ? transaction : held[collection]).ToString());
            await Mutation.Array[1, 3].SampleAsync(
                async mutations =>
                {
                    var body = Mutate(Point(bodies.For(route)!, account, category), mutations);
                    var answer = await (route.IsAnonymous ? stranger : ledger).SendAsync(route.HttpMethod, path, body);
                    ((int)answer.Status).ShouldBeLessThan(500, $"{route.Name} {body} {answer.Text}");
                },
                iter: PerRoute, threads: 1);
        }
    }

    [Theory]
    [InlineData("mapping", """{"date":"Date","amount":"Amount","payee":"Description","decimalSeparator":".","skipLines":0}""")]
    [InlineData("accounts", """[{"bankAccount":"DE01-1","accountId":null},{"bankAccount":null},{"bankAccount":""}]""")]
    [InlineData("rows", """{"1":"import","2":"skip"}""")]
    public async Task no_mutated_field_of_an_import_is_a_fault_of_the_server(string field, string json)
    {
        var ledger = await app.CreateLedgerAsync();
        var account = await ledger.OpenAccountAsync();

        await Mutation.Array[1, 3].SampleAsync(
            async mutations =>
            {
                var value = Mutate(Point(JsonNode.Parse(json)!, account, account), mutations);
                var answer = await ledger.PreviewAsync(BankFixtures.Csv, account, (field, value));
                ((int)answer.Status).ShouldBeLessThan(500, $"{field} {value} {answer.Text}");
            },
            iter: 2 * PerRoute, threads: 1);
    }

    /// <summary>Names what the ledger really has, so that mutations reach further than the first check.</summary>
    private static JsonNode Point(JsonNode body, Guid account, Guid category)
    {
        foreach (var holder in Holders(body).OfType<JsonObject>().ToList())
        {
            if (holder.ContainsKey("accountId")) holder["accountId"] = account.ToString();
            if (holder.ContainsKey("categoryId")) holder["categoryId"] = category.ToString();
        }

        return body;
    }

    private static string Mutate(JsonNode body, (int Place, JsonNode? Junk, bool Remove, int Cut)[] mutations)
    {
        foreach (var (place, junk, remove, _) in mutations)
        {
            var holders = Holders(body).Where(holder => holder is JsonObject { Count: > 0 } or JsonArray { Count: > 0 }).ToList();
            if (holders.Count == 0) break;
            switch (holders[place % holders.Count])
            {
                case JsonObject members:
                    var name = members.ElementAt(place % members.Count).Key;
                    if (remove) members.Remove(name);
                    else members[name] = junk?.DeepClone();
                    break;
                case JsonArray items:
                    if (remove) items.RemoveAt(place % items.Count);
                    else items[place % items.Count] = junk?.DeepClone();
                    break;
            }
        }

        var text = body.ToJsonString();
        return mutations[0].Cut < 20 ? text[..Math.Min(text.Length, mutations[0].Cut)] : text;
    }

    private static IEnumerable<JsonNode> Holders(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Holders(member.Value)).Prepend(members),
        JsonArray items => items.SelectMany(Holders).Prepend(items),
        _ => [],
    };
}
