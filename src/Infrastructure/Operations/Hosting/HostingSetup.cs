using JasperFx;
using Microsoft.AspNetCore.Connections;
using MyBudget.Infrastructure.Operations.OperatorPort;

namespace MyBudget.Infrastructure.Operations.Hosting;

internal static class HostingSetup
{
    /// <summary>The settings files lie beside the program, wherever it is started from.</summary>
    public static WebApplicationOptions Options(string[] args) => new() { Args = args, ContentRootPath = AppContext.BaseDirectory };

    public static WebApplicationBuilder AddHosting(this WebApplicationBuilder builder, string[] args)
    {
        builder.AddSecrets();
        builder.AddOperatorPort();
        if (NamesCommand(args)) builder.Host.ApplyJasperFxExtensions();
        builder.Services.AddSingleton(TimeProvider.System);
        return builder;
    }

    /// <summary>Null when the configuration is wrong, which it then has said. A command asks for a database and nothing else.</summary>
    public static async Task<WebApplication?> BuildAsync(this WebApplicationBuilder builder, string[] args)
    {
        // The host's own parts read settings while it is built: the check comes before, from services of its own.
        await using var services = builder.Services.BuildServiceProvider();
        try
        {
            services.GetRequiredService<ConfigurationCheck>().Run(section => !NamesCommand(args) || section.IsForCommands);
            return builder.Build();
        }
        catch (ConfigurationException wrong)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return null;
        }
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

    public static bool NamesCommand(string[] args) => args is [{ } command, ..] && !command.StartsWith('-');
}
