using Microsoft.Extensions.Logging.Console;

namespace MyBudget.Infrastructure.Operations.Telemetry;

internal static class LoggingSetup
{
    /// <summary>Lines for people in development, JSON for machines elsewhere.</summary>
    public static WebApplicationBuilder AddLogging(this WebApplicationBuilder builder)
    {
        if (builder.Environment.IsDevelopment()) return builder;

        builder.Logging.AddConsoleFormatter<JsonLogFormatter, ConsoleFormatterOptions>();
        builder.Logging.AddConsole(console => console.FormatterName = JsonLogFormatter.FormatterName);
        return builder;
    }
}
