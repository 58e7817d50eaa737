using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net;
using Alba;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MyBudget.IntegrationTests.Infrastructure;

namespace MyBudget.IntegrationTests.Features.Identity;

/// <summary>What an operator sees of who tries to get in.</summary>
[Collection(nameof(IdentityApp))]
public sealed class SecurityEventTests(IdentityApp app, AppFixture fixture)
{
    [Fact]
    public async Task count_what_was_good_what_was_not_and_what_was_refused_unseen()
    {
        await using var host = await app.StartHostAsync();
        using var seen = new Seen(host);
        var (user, other) = (await app.RegisterAsync(), await app.RegisterAsync());
        var ledger = (await other.Client.PostAsync("/api/v1/ledgers", new { name = "Hers", currency = "EUR" })).Body.GetProperty("id").GetGuid();

        for (var i = 0; i < 11; i++) await app.LogInAsync(user.Email, "wrong password", host);
        (await app.LogInAsync(other.Email, other.Password, host)).ShouldBe(HttpStatusCode.OK);
        await app.ClientOf(null, host).PostAsync("/api/v1/auth/password/reset", new { email = user.Email, code = "1234567890", newPassword = "another long one" });
        var client = app.ClientOf(user.AccessToken, host);
        await client.SendAsync(HttpMethod.Delete, "/api/v1/me", new { password = "wrong password" });
        (await client.GetAsync($"/api/v1/ledgers/{ledger}/accounts")).ShouldBe(HttpStatusCode.NotFound);
        (await client.GetAsync($"/api/v1/ledgers/{ledger}")).ShouldBe(HttpStatusCode.NotFound);
        await app.ClientOf(other.AccessToken, host).DeleteAsync("/api/v1/me/sessions");
        await app.RefreshAsync(user.RefreshToken, host);
        app.Time.Advance(TimeSpan.FromMinutes(2));
        await app.RefreshAsync(user.RefreshToken, host);

        seen.Counts.OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => $"{count.Key} {count.Value}").ShouldBe(
        [
            "access failed 2", "code failed 1", "login failed 10", "login limited 1", "login succeeded 1", "password failed 1", "refresh reused 1", "sessions-ended everywhere 1",
        ]);
    }

    [Theory]
    [InlineData("false", "security kind=login outcome=failed ")]
    [InlineData("true", "security kind=login outcome=failed from=local ")]
    public async Task name_the_network_only_where_the_operator_wants_that(string wanted, string line)
    {
        var lines = new LogLines();
        await using var host = await fixture.StartHostAsync(web =>
        {
            web.UseSetting("Security:LogNetworks", wanted);
            web.ConfigureLogging(logging => logging.AddProvider(lines));
        });

        await new ApiClient(host.Server.CreateClient(), Guid.Empty, null)
            .PostAsync("/api/v1/auth/login", new { email = app.NewEmail(), password = "wrong password" });

        lines.All.Where(said => said.Contains("security kind=", StringComparison.Ordinal)).ShouldHaveSingleItem().ShouldEndWith(line);
    }

    /// <summary>Listens to one host.</summary>
    private sealed class Seen : IDisposable
    {
        private readonly MeterListener _listener = new();

        public Seen(IAlbaHost host)
        {
            var meters = host.Services.GetRequiredService<IMeterFactory>();
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == "mybudget.security.events" && ReferenceEquals(instrument.Meter.Scope, meters)) listener.EnableMeasurementEvents(instrument);
            };
            _listener.SetMeasurementEventCallback<long>((_, value, tags, _) =>
                Counts.AddOrUpdate($"{tags[0].Value} {tags[1].Value}", value, (_, before) => before + value));
            _listener.Start();
        }

        public ConcurrentDictionary<string, long> Counts { get; } = new(StringComparer.Ordinal);

        public void Dispose() => _listener.Dispose();
    }
}
