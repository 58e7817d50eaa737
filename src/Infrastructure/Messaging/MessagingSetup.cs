using System.Reflection;
using FluentValidation;
using MediatR;

namespace MyBudget.Infrastructure.Messaging;

internal static class MessagingSetup
{
    /// <summary>Registers the mediator and every handler and validator of the assembly.</summary>
    /// <remarks>By hand: MediatR's own registration package does not exist for the 5.1 line (see docs/adr).</remarks>
    public static IServiceCollection AddMessaging(this IServiceCollection services, Assembly assembly)
    {
        services.AddTransient<ServiceFactory>(provider => provider.GetRequiredService);
        services.AddTransient<IMediator, Mediator>();
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(TracingBehavior<,>));
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(ValidationBehavior<,>));
        services.AddValidatorsFromAssembly(assembly, ServiceLifetime.Singleton, includeInternalTypes: true);

        foreach (var type in assembly.GetTypes().Where(type => type is { IsAbstract: false, IsGenericTypeDefinition: false }))
        {
            foreach (var service in type.GetInterfaces().Where(IsHandler))
            {
                services.AddTransient(service, type);
            }
        }

        return services;
    }

    private static bool IsHandler(Type type) =>
        type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)
                               || type.GetGenericTypeDefinition() == typeof(INotificationHandler<>));
}
