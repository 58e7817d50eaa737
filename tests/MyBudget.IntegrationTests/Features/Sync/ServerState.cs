using System.Net;
using System.Text.Json.Nodes;

namespace MyBudget.IntegrationTests.Features.Sync;

/// <summary>A ledger as its other routes show it, without what depends on the reader, the day or other entities.</summary>
internal static class ServerState
{
    /// <param name="known">Names what cannot be listed.</param>
    public static async Task<Dictionary<(string Kind, Guid Id), JsonNode>> ReadAsync(LedgerClient ledger, IEnumerable<(string Kind, Guid Id)> known)
    {
        var state = new Dictionary<(string Kind, Guid Id), JsonNode>();
        Add("ledger", await OneAsync(ledger.Path), "role", "revision");
        foreach (var member in await AllAsync("members")) Add("member", member, "email");
        foreach (var account in await AllAsync("accounts"))
        {
            var id = (Guid)account["id"]!;
            Add("account", account, "balance", "clearedBalance");
            foreach (var reconciliation in await PagesAsync($"accounts/{id}/reconciliations")) Add("reconciliation", reconciliation);
            foreach (var layout in await AllAsync($"accounts/{id}/import-layouts")) Add("import_layout", layout);
        }

        foreach (var category in await AllAsync("categories")) Add("category", category);
        foreach (var transaction in await PagesAsync("transactions")) Add("transaction", transaction);
        foreach (var budget in await AllAsync("budgets")) Add("budget", budget, "amount");
        foreach (var import in await PagesAsync("imports")) Add("import", import);
        foreach (var (_, id) in known.Where(key => key.Kind == "revision")) Add("revision", await OneAsync($"transactions/revisions/{id}"));
        return state;

        void Add(string kind, JsonNode entity, params string[] without)
        {
            foreach (var member in without) entity.AsObject().Remove(member).ShouldBeTrue($"{kind} without {member}");
            state.Add((kind, (Guid)entity["id"]!), entity);
        }

        async Task<JsonNode> OneAsync(string path) => JsonNode.Parse((await ledger.GetAsync(path)).ShouldBe(HttpStatusCode.OK).Text)!;

        async Task<List<JsonNode>> AllAsync(string path) => [.. (await OneAsync(path))["items"]!.AsArray().Select(item => item!.DeepClone())];

        async Task<List<JsonNode>> PagesAsync(string path)
        {
            var items = new List<JsonNode>();
            string? cursor = null;
            do
            {
                var page = await OneAsync($"{path}?limit=200{(cursor is null ? "" : $"&cursor={cursor}")}");
                items.AddRange(page["items"]!.AsArray().Select(item => item!.DeepClone()));
                cursor = (string?)page["nextCursor"];
            }
            while (cursor is not null);

            return items;
        }
    }
}
