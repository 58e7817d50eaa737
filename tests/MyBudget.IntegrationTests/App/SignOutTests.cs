namespace MyBudget.IntegrationTests.App;

/// <summary>That the engine's sign-out ends the session on the real server, which its reference server could only promise.</summary>
[Collection(nameof(ServersCollection))]
public sealed class SignOutTests(RunningServers servers)
{
    [Fact]
    public Task tokens_are_of_no_use_after_it() => new EngineTests(servers, "tests/sync/sign-out.test.ts").ShouldPassAsync(1, "sign-out");
}
