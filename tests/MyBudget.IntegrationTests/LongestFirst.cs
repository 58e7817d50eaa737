using MyBudget.IntegrationTests;
using MyBudget.IntegrationTests.App;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace MyBudget.IntegrationTests;

/// <summary>Begins with the collections that take longest: one that begins last keeps one core busy when all others are done.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Longest = [nameof(ScenariosCollection), nameof(ServersCollection)];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(collection => Array.IndexOf(Longest, collection.TestCollectionDisplayName) is var place and >= 0 ? place : Longest.Length)];
}
