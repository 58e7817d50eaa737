using System.Reflection;
using JasperFx;
using Microsoft.AspNetCore.Connections;
using MyBudget.Infrastructure.Configuration;
using MyBudget.Infrastructure.Demo;
using MyBudget.Infrastructure.Internal;
using MyBudget.Infrastructure.Persistence;

namespace MyBudget.Infrastructure.Hosting;

internal static class HostingSetup
{
    /// <summary>The settings files lie beside the program, wherever it is started from.</summary>
    public static WebApplicationOptions Options(string[] args) => new() { Args = args, ContentRootPath = AppContext.BaseDirectory };

    public static WebApplicationBuilder AddHosting(this WebApplicationBuilder builder, string[] args)
    {
        builder.AddSecrets();
        builder.AddInternal();
        if (NamesCommand(args))
        {
            builder.Host.ApplyJasperFxExtensions();
            // A migration or a recount takes as long as it takes.
            builder.Configuration[$"{DatabaseSettings.Section}:{nameof(DatabaseSettings.StatementTimeout)}"] = "0";
        }

        builder.Services.AddSingleton(TimeProvider.System);
        if (builder.Environment.IsDevelopment()) builder.Services.AddHostedService<Announcement>();
        if (builder.Environment.IsDevelopment() && args.Contains(DemoHousehold.Switch)) builder.Services.AddHostedService<DemoHousehold>();
        return builder;
    }

    /// <summary>Null when the configuration is wrong, which it then has said. A command asks for a database and nothing else.</summary>
    public static async Task<WebApplication?> BuildAsync(this WebApplicationBuilder builder, string[] args)
    {
        // The host's own parts read settings while it is built: the check comes before, from services of its own.
        await using var services = builder.Services.BuildServiceProvider();
        try
        {
            services.GetRequiredService<ConfigurationCheck>().Run(section => !NamesCommand(args) || section.Name == DatabaseSettings.Section);
            return builder.Build();
        }
        catch (ConfigurationException wrong)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return null;
        }
    }

    /// <summary>Lets every feature of the assembly register itself.</summary>
    public static IServiceCollection AddFeatures(this IServiceCollection services, Assembly assembly)
    {
        var add = typeof(HostingSetup).GetMethod(nameof(Add), BindingFlags.NonPublic | BindingFlags.Static)!;
        foreach (var feature in assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IFeature))))
            add.MakeGenericMethod(feature).Invoke(null, [services]);
        return services;
    }

    /// <summary>Serves; or, when the first argument names a command such as <c>db-apply</c>, does that and ends.</summary>
    public static async Task<int> RunAsync(this WebApplication app, string[] args)
    {
        if (NamesCommand(args)) return await app.RunJasperFxCommands(args);

        try
        {
            await app.RunAsync();
            return 0;
        }
        catch (IOException failure) when (failure.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync($"{failure.Message} Stop what listens there, or choose another port (./mybudget run --port N).");
            return 1;
        }
    }

    private static bool NamesCommand(string[] args) => args is [{ } command, ..] && !command.StartsWith('-');

    private static void Add<TFeature>(IServiceCollection services) where TFeature : IFeature => TFeature.AddServices(services);
}
