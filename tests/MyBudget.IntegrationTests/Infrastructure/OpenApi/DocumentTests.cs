using System.Net;
using System.Text.Json.Nodes;

namespace MyBudget.IntegrationTests.Infrastructure.OpenApi;

public sealed class DocumentTests(AppFixture app)
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "patch", "head", "options"];

    [Fact]
    public async Task is_the_committed_one()
    {
        var served = (await ReadAsync()).Text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        var path = Path.Combine(Repository(), "docs", "api", "openapi.json");
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") is "1")
            await File.WriteAllTextAsync(path, served, TestContext.Current.CancellationToken);

        var committed = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        (committed.ReplaceLineEndings("\n") == served).ShouldBeTrue(
            "docs/api/openapi.json is not what the server says. If the change is meant, run "
            + "UPDATE_SNAPSHOTS=1 ./mybudget test --filter-class \"*OpenApi.DocumentTests\" and review the difference.\n" + FirstDifference(committed, served));
    }

    [Fact]
    public async Task every_operation_is_named_summed_up_and_tagged()
    {
        var operations = await OperationsAsync();
        operations.ShouldNotBeEmpty();
        operations.Where(operation => new[] { "operationId", "summary", "tags", "responses" }.Any(member => operation.Value[member] is null))
            .Select(operation => operation.Name).ShouldBeEmpty();
        operations.Select(operation => operation.Value["operationId"]!.GetValue<string>()).ShouldBeUnique();
    }

    [Fact]
    public async Task every_route_of_the_api_is_in_it()
    {
        var documented = (await OperationsAsync()).Select(operation => operation.Name).ToList();
        var mapped = Route.All(app.Host).Where(route => route.Endpoint is not null).Select(route =>
            $"{route.Method.ToLowerInvariant()} /{string.Join('/', route.Pattern.Trim('/').Split('/').Select(segment => segment.StartsWith('{') ? segment.Split(':')[0].TrimEnd('}') + "}" : segment))}");
        documented.Order(StringComparer.Ordinal).ShouldBe(mapped.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task every_operation_says_what_it_answers()
    {
        (await OperationsAsync()).Where(operation => !operation.Value["responses"]!.AsObject().Any(response =>
                response.Key is "204" or "202" || (response.Key[0] == '2' && response.Value!["content"] is JsonObject { Count: > 0 })))
            .Select(operation => operation.Name).ShouldBeEmpty();
        (await OperationsAsync()).SelectMany(operation => operation.Value["responses"]!.AsObject(), (operation, response) => (operation.Name, response))
            .Where(pair => pair.response.Key[0] == '4' && pair.response.Value!["content"]?["application/problem+json"] is null)
            .Select(pair => $"{pair.Name} {pair.response.Key}").ShouldBeEmpty();
    }

    [Fact]
    public async Task every_part_of_a_path_is_a_parameter()
    {
        foreach (var (name, operation) in await OperationsAsync())
        {
            var declared = operation["parameters"]!.AsArray().Where(parameter => parameter!["in"]!.GetValue<string>() == "path")
                .Select(parameter => parameter!["name"]!.GetValue<string>());
            var parts = name.Split('/').Where(segment => segment.StartsWith('{')).Select(segment => segment.Trim('{', '}'));
            declared.Order(StringComparer.Ordinal).ShouldBe(parts.Order(StringComparer.Ordinal), name);
        }
    }

    [Fact]
    public async Task every_member_and_parameter_has_a_type()
    {
        var document = await DocumentAsync();
        var members = from schema in document["components"]!["schemas"]!.AsObject()
                      from member in schema.Value!["properties"] as JsonObject ?? []
                      select (Name: $"{schema.Key}.{member.Key}", Schema: member.Value!);
        var parameters = from operation in await OperationsAsync()
                         from parameter in operation.Value["parameters"]!.AsArray()
                         select (Name: $"{operation.Name} {parameter!["name"]}", Schema: parameter["schema"]!);
        members.Concat(parameters).Where(pair => new[] { "type", "$ref", "oneOf" }.All(word => pair.Schema[word] is null)).Select(pair => pair.Name).ShouldBeEmpty();
    }

    [Fact]
    public async Task every_reference_leads_somewhere()
    {
        var document = await DocumentAsync();
        var references = All(document).OfType<JsonObject>().Select(node => node["$ref"]).OfType<JsonValue>().Select(node => node.GetValue<string>()).Distinct().ToList();
        references.ShouldNotBeEmpty();
        references.Where(reference => Find(document, reference) is null).ShouldBeEmpty();
    }

    [Fact]
    public async Task asks_for_a_token_exactly_where_the_server_does()
    {
        var open = (await OperationsAsync()).Where(operation => operation.Value["security"] is null)
            .Select(operation => operation.Value["operationId"]!.GetValue<string>());
        var anonymous = Route.All(app.Host).Where(route => route is { IsAnonymous: true, Endpoint: not null })
            .Select(route => route.Metadata.OfType<Microsoft.AspNetCore.Routing.IEndpointNameMetadata>().Single().EndpointName);
        open.Order(StringComparer.Ordinal).ShouldBe(anonymous.Order(StringComparer.Ordinal));
    }

    private async Task<ApiResponse> ReadAsync()
    {
        var answer = await new ApiClient(app.Host.Server.CreateClient(), Guid.Empty, null).GetAsync("/openapi/v1.json");
        answer.ShouldBe(HttpStatusCode.OK);
        return answer;
    }

    private async Task<JsonObject> DocumentAsync() => JsonNode.Parse((await ReadAsync()).Bytes)!.AsObject();

    private async Task<List<(string Name, JsonObject Value)>> OperationsAsync() =>
    [
        .. from path in (await DocumentAsync())["paths"]!.AsObject()
           from operation in path.Value!.AsObject()
           where Methods.Contains(operation.Key)
           select ($"{operation.Key} {(path.Key.Length > 1 ? path.Key.TrimEnd('/') : path.Key)}", operation.Value!.AsObject()),
    ];

    private static IEnumerable<JsonNode> All(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => All(member.Value)).Prepend(members),
        JsonArray items => items.SelectMany(All),
        null => [],
        _ => [node],
    };

    private static JsonNode? Find(JsonNode document, string reference) => reference.StartsWith("#/", StringComparison.Ordinal)
        ? reference[2..].Split('/').Aggregate<string, JsonNode?>(document, (node, name) => node?[name.Replace("~1", "/", StringComparison.Ordinal)])
        : null;

    private static string FirstDifference(string committed, string served) =>
        committed.Split('\n').Zip(served.Split('\n')).FirstOrDefault(pair => pair.First != pair.Second) is var (was, now) ? $"- {was}\n+ {now}" : string.Empty;

    private static string Repository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "MyBudget.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException("The tests run outside the repository.");
    }
}
