using System.Net;
using System.Text.Json;
using MyBudget.Domain;

namespace MyBudget.IntegrationTests;

/// <summary>A user at work in one ledger: paths that do not start with a slash are relative to it.</summary>
public sealed class LedgerClient(HttpClient http, Guid userId, string? token, Guid ledgerId) : ApiClient(http, userId, token)
{
    public Guid LedgerId => ledgerId;

    public string Path => $"/api/v1/ledgers/{ledgerId}";

    public async Task<long> RevisionAsync() => (await GetAsync(Path)).Body.GetProperty("revision").GetInt64();

    public async Task<Guid> OpenAccountAsync(
        string name = "Bank", string currency = "EUR", string type = "checking", long openingBalance = 0, bool? onBudget = null)
    {
        var opened = await PostAsync("accounts", new { name, type, currency, openingBalance, openedOn = "2020-01-01", onBudget });
        opened.ShouldBe(HttpStatusCode.Created);
        return opened.Body.GetProperty("id").GetGuid();
    }

    public async Task<Guid> CreateCategoryAsync(string name, string kind = "expense", string group = "Tests")
    {
        var created = await PostAsync("categories", new { name, group, kind });
        created.ShouldBe(HttpStatusCode.Created);
        return created.Body.GetProperty("id").GetGuid();
    }

    /// <summary>Records a transaction and answers its representation.</summary>
    public async Task<JsonElement> RecordAsync(object transaction)
    {
        var recorded = await PostAsync("transactions", transaction);
        recorded.ShouldBe(HttpStatusCode.Created);
        return recorded.Body;
    }

    public async Task<long> BalanceAsync(Guid account) => (await GetAsync($"accounts/{account}")).Body.GetProperty("balance").GetInt64();

    /// <summary>The same ledger, seen by somebody else.</summary>
    public LedgerClient As(ApiClient other) => new(Http, other.UserId, other.Token, ledgerId);

    /// <summary>A new member of this ledger, who sees it in their role.</summary>
    public async Task<LedgerClient> InviteAsync(LedgerRole role)
    {
        var app = await TestContext.Current.GetFixture<AppFixture>();
        return await app.ShouldNotBeNull().InviteAsync(this, role);
    }

    protected override string Absolute(string path) => path.StartsWith('/') ? path : $"{Path}/{path}";
}
