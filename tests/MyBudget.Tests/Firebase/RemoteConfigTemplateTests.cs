using System.Text.Json;

namespace MyBudget.Tests.Firebase;

/// <summary>The templates of the project and what the server understands go together.</summary>
public sealed class RemoteConfigTemplateTests
{
    private const string Client = "remoteconfig.template.json";
    private const string Server = "remoteconfig.server.template.json";

    /// <summary>What the server reads, with the type it reads it as.</summary>
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["minimum_client_version_android"] = "STRING",
        ["minimum_client_version_ios"] = "STRING",
        ["feature_imports"] = "BOOLEAN",
        ["feature_push"] = "BOOLEAN",
        ["feature_firebase_sign_in"] = "BOOLEAN",
        ["default_budget_thresholds"] = "JSON",
    };

    [Theory]
    [InlineData(Client)]
    [InlineData(Server)]
    public void holds_exactly_what_the_server_knows(string file) =>
        Parameters(file).ToDictionary(parameter => parameter.Name, parameter => parameter.Type, StringComparer.Ordinal).ShouldBe(Known, ignoreOrder: true);

    [Theory]
    [InlineData(Client)]
    [InlineData(Server)]
    public void says_what_each_parameter_is_for(string file) =>
        Parameters(file).Where(parameter => parameter.Description.Length is < 10 or > 256).Select(parameter => parameter.Name).ShouldBeEmpty();

    [Theory]
    [InlineData(Client)]
    [InlineData(Server)]
    public void has_default_values_of_their_types(string file)
    {
        foreach (var (name, type, value, _) in Parameters(file))
        {
            (type switch
            {
                "BOOLEAN" => bool.TryParse(value, out _),
                "STRING" => Version.TryParse(value, out var version) && version.Revision == -1,
                _ => JsonSerializer.Deserialize<int[]>(value) is { Length: > 0 } thresholds && thresholds.All(percent => percent is >= 1 and <= 1_000),
            }).ShouldBeTrue(name);
        }
    }

    [Fact]
    public void tells_clients_what_it_tells_the_server() => Parameters(Client).ShouldBe(Parameters(Server), ignoreOrder: true);

    /// <summary>The server evaluates default values only.</summary>
    [Fact]
    public void leaves_the_server_no_conditions()
    {
        using var document = JsonDocument.Parse(FirebaseFolder.Read(Server));

        document.RootElement.GetProperty("conditions").GetArrayLength().ShouldBe(0);
        document.RootElement.GetProperty("parameters").EnumerateObject()
            .Where(parameter => parameter.Value.TryGetProperty("conditionalValues", out _)).Select(parameter => parameter.Name).ShouldBeEmpty();
    }

    private static List<Parameter> Parameters(string file)
    {
        using var document = JsonDocument.Parse(FirebaseFolder.Read(file));
        return [.. document.RootElement.GetProperty("parameters").EnumerateObject().Select(parameter => new Parameter(
            parameter.Name,
            parameter.Value.GetProperty("valueType").GetString()!,
            parameter.Value.GetProperty("defaultValue").GetProperty("value").GetString()!,
            parameter.Value.GetProperty("description").GetString()!))];
    }

    private sealed record Parameter(string Name, string Type, string Value, string Description);
}
