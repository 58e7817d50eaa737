using System.Net;
using System.Text.Json.Nodes;

namespace MyBudget.IntegrationTests.Infrastructure.OpenApi;

/// <summary>What the contract says of requests against what the server does with them.</summary>
public sealed class RequestContractTests(AppFixture app)
{
    [Fact]
    public async Task a_request_demands_what_the_contract_says_it_demands()
    {
        var ledger = await app.CreateLedgerAsync();
        var (account, category) = (await ledger.OpenAccountAsync(), await ledger.CreateCategoryAsync("Tea"));
        var document = await DocumentAsync();
        var creations = document["paths"]!.AsObject().Where(path => !path.Key.Contains("/internal/", StringComparison.Ordinal))
            .Select(path => (Path: path.Key, Schema: path.Value!["post"]?["requestBody"]?["content"]?["application/json"]?["schema"]?["$ref"]?.GetValue<string>()))
            .Where(creation => creation.Schema is not null).ToList();
        creations.Count.ShouldBeGreaterThan(15);

        foreach (var (path, reference) in creations)
        {
            var schema = document["components"]!["schemas"]![reference!.Split('/')[^1]]!;
            var answer = await ledger.PostAsync(
                path.Replace("{ledgerId}", ledger.LedgerId.ToString(), StringComparison.Ordinal)
                    .Replace("{id}", (path.Contains("categories", StringComparison.Ordinal) ? category : account).ToString(), StringComparison.Ordinal), "{}");

            var demanded = (schema["required"] as JsonArray ?? []).Select(name => name!.GetValue<string>()).ToList();
            answer.ShouldBe(HttpStatusCode.BadRequest);
            answer.Body.GetProperty("errors").EnumerateObject().Where(field => field.Value[0].GetProperty("code").GetString() == "required")
                .Select(field => field.Name).ShouldBe(demanded, ignoreOrder: true, path);
            demanded.Where(name => schema["properties"]![name]!.ToJsonString().Contains("\"null\"", StringComparison.Ordinal)).ShouldBeEmpty(path);
        }
    }

    [Fact]
    public async Task every_parameter_is_explained()
    {
        var parameters = (from path in (await DocumentAsync())["paths"]!.AsObject()
                          from operation in path.Value!.AsObject()
                          from parameter in operation.Value!["parameters"] as JsonArray ?? []
                          select (Name: $"{operation.Key} {path.Key} {parameter!["name"]}", Text: parameter["description"]?.GetValue<string>())).ToList();
        parameters.ShouldNotBeEmpty();
        parameters.Where(parameter => string.IsNullOrWhiteSpace(parameter.Text)).Select(parameter => parameter.Name).ShouldBeEmpty();
    }

    private async Task<JsonNode> DocumentAsync() =>
        JsonNode.Parse((await new ApiClient(app.Host.Server.CreateClient(), Guid.Empty, null).GetAsync("/openapi/v1.json")).Bytes)!;
}
