using System.Text.Json;
using MyBudget.Infrastructure.RuntimeSettings;

namespace MyBudget.Tests.Firebase;

/// <summary>The templates of the project and what the server understands go together.</summary>
public sealed class RemoteConfigTemplateTests
{
    private const string Client = "remoteconfig.template.json";
    private const string Server = "remoteconfig.server.template.json";

    [Theory]
    [InlineData(Client)]
    [InlineData(Server)]
    public void holds_exactly_what_the_server_knows(string file) =>
        InTemplate(file).Select(parameter => (parameter.Name, parameter.Type))
            .ShouldBe(Parameters.All.Select(parameter => (parameter.Name, parameter.ValueType)), ignoreOrder: true);

    [Theory]
    [InlineData(Client)]
    [InlineData(Server)]
    public void says_what_each_parameter_is_for(string file) =>
        InTemplate(file).Where(parameter => parameter.Description.Length is < 10 or > 256).Select(parameter => parameter.Name).ShouldBeEmpty();

    [Theory]
    [InlineData(Client)]
    [InlineData(Server)]
    public void has_the_default_values_of_the_server(string file)
    {
        var values = InTemplate(file).ToDictionary(parameter => parameter.Name, parameter => parameter.Value, StringComparer.Ordinal);
        foreach (var parameter in Parameters.All)
            JsonSerializer.Serialize(parameter.Read(values[parameter.Name])).ShouldBe(JsonSerializer.Serialize(parameter.Default), parameter.Name);
    }

    [Fact]
    public void tells_clients_what_it_tells_the_server() => InTemplate(Client).ShouldBe(InTemplate(Server), ignoreOrder: true);

    /// <summary>The server evaluates default values only.</summary>
    [Fact]
    public void leaves_the_server_no_conditions()
    {
        using var document = JsonDocument.Parse(FirebaseFolder.Read(Server));

        document.RootElement.GetProperty("conditions").GetArrayLength().ShouldBe(0);
        document.RootElement.GetProperty("parameters").EnumerateObject()
            .Where(parameter => parameter.Value.TryGetProperty("conditionalValues", out _)).Select(parameter => parameter.Name).ShouldBeEmpty();
    }

    private static List<Templated> InTemplate(string file)
    {
        using var document = JsonDocument.Parse(FirebaseFolder.Read(file));
        return [.. document.RootElement.GetProperty("parameters").EnumerateObject().Select(parameter => new Templated(
            parameter.Name,
            parameter.Value.GetProperty("valueType").GetString()!,
            parameter.Value.GetProperty("defaultValue").GetProperty("value").GetString()!,
            parameter.Value.GetProperty("description").GetString()!))];
    }

    private sealed record Templated(string Name, string Type, string Value, string Description);
}
