using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net;
using Alba;
using Microsoft.Extensions.DependencyInjection;
using MyBudget.Infrastructure.Outbox;

namespace MyBudget.IntegrationTests.Infrastructure.Outbox;

/// <summary>What an operator sees of the outbox.</summary>
public sealed class OutboxTelemetryTests(AppFixture app)
{
    [Fact]
    public async Task depth_age_and_what_became_of_every_try_are_measured()
    {
        var channel = new TestChannel(message => message.Payload switch
        {
            "\"busy\"" => new Delivery.Retry("busy", TimeSpan.FromHours(1)),
            "\"bad\"" => new Delivery.Park("bad"),
            _ => new Delivery.Done(),
        });
        await using var outbox = await OutboxApp.CreateAsync(app);
        var host = await outbox.StartAsync(channel);
        using var seen = new Measured(host);

        await OutboxApp.SaveAsync(host, session =>
        {
            foreach (var text in new[] { "good", "good", "busy", "bad" }) session.Enqueue(outbox.Message(text));
            session.Enqueue(outbox.Message("later") with { DueAt = outbox.Time.GetUtcNow().AddMinutes(30) });
        });
        await outbox.UntilAsync("select count(*) from outbox where attempts = 1", 2L);
        await outbox.UntilAsync("select count(*) from outbox", 3L);
        await outbox.UntilAsync("select count(*) from outbox where last_failure is not null", 2L);

        (seen.Count("mybudget.outbox.tries", "done"), seen.Count("mybudget.outbox.tries", "retry"), seen.Count("mybudget.outbox.tries", "park")).ShouldBe((2, 1, 1));
        outbox.Time.Advance(TimeSpan.FromSeconds(30));
        await seen.UntilAsync("mybudget.outbox.depth", 2);
        await seen.UntilAsync("mybudget.outbox.parked", 1);
    }

    [Fact]
    public async Task a_fault_of_the_configuration_is_noted_and_measured_until_it_is_mended()
    {
        var mended = false;
        var channel = new TestChannel(_ => mended ? new Delivery.Done() : new Delivery.Hold("403 PERMISSION_DENIED", TimeSpan.FromMinutes(5)));
        await using var outbox = await OutboxApp.CreateAsync(app);
        var host = await outbox.StartAsync(channel);
        using var seen = new Measured(host);
        var client = new ApiClient(host.Server.CreateClient(), Guid.Empty, null);

        await OutboxApp.SaveAsync(host, session => session.Enqueue(outbox.Message()));
        await outbox.UntilAsync("select count(*) from outbox where last_failure is not null", 1L);

        var ready = (await client.GetAsync("/health/ready")).ShouldBe(HttpStatusCode.OK).Body;
        ready.GetProperty("missing").EnumerateObject().ShouldBeEmpty();
        ready.GetProperty("notes").GetProperty("outbox").GetString().ShouldBe("test waits: 403 PERMISSION_DENIED");
        await seen.UntilAsync("mybudget.outbox.misconfigured", 1);

        mended = true;
        outbox.Time.Advance(TimeSpan.FromMinutes(5));
        await outbox.UntilAsync("select count(*) from outbox", 0L);
        (await client.GetAsync("/health/ready")).Body.GetProperty("notes").EnumerateObject().ShouldBeEmpty();
    }

    /// <summary>Listens to the instruments of one host, channel <c>test</c>.</summary>
    private sealed class Measured : IDisposable
    {
        private readonly ConcurrentDictionary<(string Name, string? Outcome), double> _values = new();
        private readonly MeterListener _listener = new();

        public Measured(IAlbaHost host)
        {
            var factory = host.Services.GetRequiredService<IMeterFactory>();
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (ReferenceEquals(instrument.Meter.Scope, factory)) listener.EnableMeasurementEvents(instrument);
            };
            _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Take(instrument, value, tags));
            _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Take(instrument, value, tags));
            _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Take(instrument, value, tags));
            _listener.Start();
        }

        public double Count(string name, string? outcome = null) => _values.GetValueOrDefault((name, outcome));

        public async Task UntilAsync(string name, double expected)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            while (true)
            {
                _listener.RecordObservableInstruments();
                if (Count(name).Equals(expected)) return;
                patience.Token.ThrowIfCancellationRequested();
                await Task.Yield();
            }
        }

        public void Dispose() => _listener.Dispose();

        private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            string? outcome = null;
            foreach (var (key, tag) in tags)
            {
                if (key == "channel" && !Equals(tag, TestChannel.ChannelName)) return;
                if (key == "outcome") outcome = tag as string;
            }

            _values.AddOrUpdate((instrument.Name, outcome), value, (_, before) => instrument.IsObservable ? value : before + value);
        }
    }
}
