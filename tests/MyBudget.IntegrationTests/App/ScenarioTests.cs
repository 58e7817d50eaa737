namespace MyBudget.IntegrationTests.App;

/// <summary>The app as people use it: built, served by the real server with its real headers, in Chromium. See app/tests/scenarios.</summary>
[Collection(nameof(ScenariosCollection))]
public sealed class ScenarioTests(RunningServers servers)
{
    public static TheoryData<string> Scenarios =>
        [.. new DirectoryInfo(Path.Combine(EngineTests.App.FullName, "tests", "scenarios")).GetFiles("*.test.ts").Select(file => file.Name).Order()];

    [Theory, MemberData(nameof(Scenarios))]
    public Task it_goes_as_it_should(string scenario)
    {
        File.Exists(Path.Combine(EngineTests.App.FullName, "dist-web", "index.html")).ShouldBeTrue("The app is not built: run npm run build:web in app");
        return new EngineTests(servers, $"tests/scenarios/{scenario}").ShouldPassAsync(1, scenario);
    }
}
