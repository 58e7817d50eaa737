using Microsoft.Extensions.DependencyInjection.Extensions;
using MimeKit;

namespace MyBudget.Infrastructure.Outbox.Mail;

internal static class MailSetup
{
    /// <summary>SMTP where a server is configured; otherwise what a development server brings, or nothing.</summary>
    public static WebApplicationBuilder AddMail(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSettings<MailSettings>(MailSettings.Section)
            .Validate(settings => MailboxAddress.TryParse(settings.From, out _), $"{MailSettings.Section}:From is not an address.")
            .Validate(settings => settings is { Port: > 0 and <= ushort.MaxValue }, $"{MailSettings.Section}:Port is between 1 and {ushort.MaxValue}.")
            .Validate(settings => settings.Timeout > TimeSpan.Zero, $"{MailSettings.Section}:Timeout is not 0.");
        services.AddSingleton<MailFormat>();
        if (builder.Configuration[$"{MailSettings.Section}:{nameof(MailSettings.Host)}"] is { Length: > 0 })
            services.AddSingleton<IMailTransport, SmtpTransport>();
        else
            services.TryAddSingleton<IMailTransport, NoTransport>();
        return builder;
    }
}
