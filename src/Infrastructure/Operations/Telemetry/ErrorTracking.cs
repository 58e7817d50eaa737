using Sentry.Extensibility;

namespace MyBudget.Infrastructure.Operations.Telemetry;

internal static class ErrorTracking
{
    /// <summary>Reports unexpected errors, with where they happened and nothing of whose request it was.</summary>
    public static WebApplicationBuilder AddErrorTracking(this WebApplicationBuilder builder)
    {
        builder.Services.AddSettings<ErrorSettings>(ErrorSettings.Section)
            .Validate(
                settings => settings.Dsn is not { Length: > 0 } dsn || IsDsn(dsn),
                $"{ErrorSettings.Section}:{nameof(ErrorSettings.Dsn)} is not an address with a public key.");
        var settings = builder.Configuration.GetSection(ErrorSettings.Section).Get<ErrorSettings>() ?? new ErrorSettings();
        if (settings.Dsn is not { Length: > 0 } dsn || !IsDsn(dsn)) return builder;

        builder.WebHost.UseSentry(sentry =>
        {
            sentry.Dsn = dsn;
            sentry.Environment = settings.Environment ?? builder.Environment.EnvironmentName;
            sentry.Release = $"mybudget@{Release.Version}{(Release.Revision is { } revision ? $"+{revision}" : string.Empty)}";
            sentry.SendDefaultPii = false;
            sentry.MaxRequestBodySize = RequestSize.None;
            sentry.AutoSessionTracking = false;
            sentry.TracesSampleRate = 0;
            sentry.MaxBreadcrumbs = 0;
            sentry.MinimumEventLevel = LogLevel.Error;
            var reported = new ReportedErrors(TimeProvider.System);
            sentry.SetBeforeSend(error => reported.IsNew(error) ? Discreet(error) : null);
        });
        return builder;
    }

    /// <summary>The route and the method stay; path, query, headers and address do not leave the server.</summary>
    private static SentryEvent Discreet(SentryEvent error)
    {
        error.Request = new SentryRequest { Method = error.Request.Method };
        error.User = new SentryUser();
        error.ServerName = null;
        return error;
    }

    private static bool IsDsn(string dsn) =>
        Uri.TryCreate(dsn, UriKind.Absolute, out var address) && address is { Scheme: "https" or "http", UserInfo.Length: > 0, AbsolutePath.Length: > 1 };
}
