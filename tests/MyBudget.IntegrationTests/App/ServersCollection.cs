namespace MyBudget.IntegrationTests.App;

/// <summary>Tests that share two servers, one after the other.</summary>
[CollectionDefinition(nameof(ServersCollection))]
public sealed class ServersCollection : ICollectionFixture<RunningServers>;
