namespace MyBudget.IntegrationTests.App;

/// <summary>Tests that share two servers, one after the other.</summary>
[CollectionDefinition(nameof(ServersCollection))]
public sealed class ServersCollection : ICollectionFixture<RunningServers>;

/// <summary>The same of the app in a browser, which take longer than all others of a collection.</summary>
[CollectionDefinition(nameof(ScenariosCollection))]
public sealed class ScenariosCollection : ICollectionFixture<RunningServers>;
