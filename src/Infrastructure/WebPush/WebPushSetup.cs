namespace MyBudget.Infrastructure.WebPush;

internal static class WebPushSetup
{
    /// <summary>Pushes to browsers by the push services that these bring along (RFC 8030, 8291, 8292).</summary>
    public static WebApplicationBuilder AddWebPush(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSettings<WebPushSettings>(WebPushSettings.Section)
            .Validate(settings => settings.Keys.All(key => string.IsNullOrWhiteSpace(key) || SigningKeys.CanLoad(key)),
                $"{WebPushSettings.Section}:{nameof(WebPushSettings.Keys)} holds something that is not a private key on the P-256 curve (PEM).")
            .Validate(settings => settings.Subject is not { Length: > 0 } subject || IsContact(subject),
                $"{WebPushSettings.Section}:{nameof(WebPushSettings.Subject)} is an address that begins with mailto: or https:.")
            .Validate(settings => settings.Timeout > TimeSpan.Zero, $"{WebPushSettings.Section}:{nameof(WebPushSettings.Timeout)} is not 0.")
            .Validate(settings => settings.LocalService is not { } local || IsLocal(local),
                $"{WebPushSettings.Section}:{nameof(WebPushSettings.LocalService)} is an origin on this machine, such as http://127.0.0.1:9198.")
            .Validate<IHostEnvironment>(
                (settings, environment) => environment.IsDevelopment() || settings.LocalService is null,
                $"{WebPushSettings.Section}:{nameof(WebPushSettings.LocalService)} is set, but lets clients send this server to its own machine. "
                + "It is for development only; unset it.");
        services.AddSingleton<ResolveHost>(HostNames.ResolveAsync);
        services.AddSingleton<PushConnections>();
        services.AddSingleton<PushHttp>();
        services.AddSingleton<VapidKeys>();
        services.AddSingleton<WebPushClient>();
        return builder;
    }

    private static bool IsContact(string subject) =>
        !subject.Any(char.IsWhiteSpace) && Uri.TryCreate(subject, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeMailto || address.Scheme == Uri.UriSchemeHttps);

    private static bool IsLocal(Uri service) => service.IsAbsoluteUri && service.IsLoopback && service.PathAndQuery == "/";
}
