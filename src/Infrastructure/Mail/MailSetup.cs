namespace MyBudget.Infrastructure.Mail;

internal static class MailSetup
{
    /// <summary>SMTP where a server is configured; otherwise files in development and nothing in production.</summary>
    public static WebApplicationBuilder AddMail(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<MailSettings>().BindConfiguration(MailSettings.Section);
        services.AddSingleton<MailFormat>();
        if (builder.Configuration[$"{MailSettings.Section}:{nameof(MailSettings.Host)}"] is { Length: > 0 })
            services.AddSingleton<IMailTransport, SmtpTransport>();
        else if (builder.Environment.IsDevelopment())
            services.AddSingleton<IMailTransport, FileTransport>();
        else
            services.AddSingleton<IMailTransport, NoTransport>();
        return builder;
    }
}
