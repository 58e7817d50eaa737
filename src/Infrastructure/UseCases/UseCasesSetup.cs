using System.Reflection;

namespace MyBudget.Infrastructure.UseCases;

internal static class UseCasesSetup
{
    /// <summary>Registers the mediator, every handler and validator, and what else each feature says it needs.</summary>
    /// <remarks>By hand: MediatR's own registration package does not exist for the 5.1 line (see docs/adr).</remarks>
    public static WebApplicationBuilder AddUseCases(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var assembly = typeof(UseCasesSetup).Assembly;
        services.AddTransient<ServiceFactory>(provider => provider.GetRequiredService);
        services.AddTransient<IMediator, Mediator>();
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(TracingBehavior<,>));
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(ValidationBehavior<,>));
        services.AddValidatorsFromAssembly(assembly, ServiceLifetime.Singleton, includeInternalTypes: true);

        foreach (var type in assembly.GetTypes().Where(type => type is { IsAbstract: false, IsGenericTypeDefinition: false }))
        {
            foreach (var service in type.GetInterfaces().Where(IsHandler)) services.AddTransient(service, type);
        }

        var add = typeof(UseCasesSetup).GetMethod(nameof(Add), BindingFlags.NonPublic | BindingFlags.Static)!;
        foreach (var feature in assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IFeature))))
            add.MakeGenericMethod(feature).Invoke(null, [services]);
        return builder;
    }

    private static bool IsHandler(Type type) =>
        type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)
                               || type.GetGenericTypeDefinition() == typeof(INotificationHandler<>));

    private static void Add<TFeature>(IServiceCollection services) where TFeature : IFeature => TFeature.AddServices(services);
}
