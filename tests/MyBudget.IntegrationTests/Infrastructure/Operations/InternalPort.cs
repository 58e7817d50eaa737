using System.Text.Json;
using Alba;
using Microsoft.AspNetCore.Http;

namespace MyBudget.IntegrationTests.Infrastructure.Operations;

/// <summary>Asks a host in this process as if over its internal port.</summary>
internal static class InternalPort
{
    public const int Number = 8081;

    public static readonly (string Key, string Value) Setting = ("Internal:Port", "8081");

    public static async Task<(int Status, JsonElement Body)> GetAsync(IAlbaHost host, string path)
    {
        var answer = await host.Server.SendAsync(context =>
        {
            context.Connection.LocalPort = Number;
            context.Request.Method = HttpMethods.Get;
            context.Request.Path = path;
        }, TestContext.Current.CancellationToken);
        return (answer.Response.StatusCode, await JsonSerializer.DeserializeAsync<JsonElement>(answer.Response.Body, cancellationToken: TestContext.Current.CancellationToken));
    }
}
