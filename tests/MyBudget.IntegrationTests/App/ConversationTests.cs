namespace MyBudget.IntegrationTests.App;

/// <summary>The worked conversations of tests/conformance/sync.json, over HTTP; the app's tests hold its reference server to them as well.</summary>
[Collection(nameof(ServersCollection))]
public sealed class ConversationTests(RunningServers servers)
{
    [Fact]
    public Task the_server_answers_as_clients_were_promised() =>
        new EngineTests(servers, "tests/conformance/sync.test.ts").ShouldPassAsync(1, "conversations");
}
