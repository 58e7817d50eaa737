using Marten;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MyBudget.Infrastructure.EventStore;
using MyBudget.Infrastructure.UseCases;

namespace MyBudget.Tests.Architecture;

/// <summary>The document store as the product configures it; it never connects.</summary>
internal static class Storage
{
    public static readonly IReadOnlyStoreOptions Options = Create();

    private static IReadOnlyStoreOptions Create()
    {
        var options = EventStoreSetup.CreateOptions(TimeProvider.System);
        options.Connection("Host=nowhere");
        var registered = new ServiceCollection().AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        foreach (var feature in Product.Types.Where(type => type.IsClass && type.IsAssignableTo(typeof(IFeature))))
            feature.GetMethod(nameof(IFeature.AddServices))!.Invoke(null, [registered]);
        using var services = registered.BuildServiceProvider();
        foreach (var storage in Product.Types.Where(type => type.IsClass && type.IsAssignableTo(typeof(IConfigureMarten))))
            ((IConfigureMarten)Activator.CreateInstance(storage)!).Configure(services, options);
        return ((IDocumentStore)new DocumentStore(options)).Options;
    }
}
