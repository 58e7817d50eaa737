using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using MyBudget.Infrastructure.Http;

namespace MyBudget.IntegrationTests.Infrastructure.Http;

public sealed class EndpointGuardTests
{
    [Fact]
    public async Task an_open_endpoint_keeps_the_server_from_listening()
    {
        var builder = WebApplication.CreateSlimBuilder();
        var server = new RecordingServer();
        builder.Services.AddSingleton<IServer>(server);
        builder.Services.AddSingleton<IStartupFilter, EndpointGuard>();
        await using var app = builder.Build();
        app.MapGet("/open", () => "open");

        var refused = await Should.ThrowAsync<InvalidOperationException>(() => app.StartAsync(TestContext.Current.CancellationToken));
        refused.Message.ShouldContain("/open");
        server.Started.ShouldBeFalse();
    }

    private sealed class RecordingServer : IServer
    {
        public bool Started { get; private set; }

        public IFeatureCollection Features { get; } = new FeatureCollection();

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken) where TContext : notnull
        {
            Started = true;
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
        }
    }
}
