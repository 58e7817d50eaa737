using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace MyBudget.Infrastructure.Security;

internal static class SecuritySetup
{
    /// <summary>Access tokens and the policies over them.</summary>
    public static WebApplicationBuilder AddSecurity(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSettings<TokenSettings>(TokenSettings.Section)
            .Validate(settings => settings.SigningKeys.Any(key => !string.IsNullOrWhiteSpace(key)),
                $"{TokenSettings.Section}:{nameof(TokenSettings.SigningKeys)} is empty: set at least one ES256 private key (PEM).")
            .Validate(settings => settings.SigningKeys.All(key => string.IsNullOrWhiteSpace(key) || SigningKeys.CanLoad(key)),
                $"{TokenSettings.Section}:{nameof(TokenSettings.SigningKeys)} holds something that is not a private key on the P-256 curve (PEM).")
            .Validate(settings => settings is { Issuer.Length: > 0, Audience.Length: > 0 }, $"{TokenSettings.Section}: Issuer and Audience are not empty.")
            .Validate(settings => settings.AccessTokenLifetime > TimeSpan.Zero && settings.RefreshTokenLifetime > settings.AccessTokenLifetime
                && settings.RefreshGrace >= TimeSpan.Zero, $"{TokenSettings.Section}: access tokens live for some time, and refresh tokens longer.")
            .Validate(settings => settings.SessionLifetime >= settings.RefreshTokenLifetime && settings.MostSessions is > 0 and <= 1000,
                $"{TokenSettings.Section}: sessions live at least as long as refresh tokens, and a user has 1 to 1000 of them.");
        services.AddSettings<PasswordSettings>(PasswordSettings.Section)
            .Validate(settings => settings.WorkFactor is >= 4 and <= 31, "Passwords:WorkFactor must be 4 to 31.")
            .Validate(settings => settings.WorkFactor >= PasswordSettings.LeastInProduction || !builder.Environment.IsProduction(),
                $"Passwords:WorkFactor is at least {PasswordSettings.LeastInProduction} in production.")
            .Validate(settings => settings.BreachService is null or "" || Uri.TryCreate(settings.BreachService, UriKind.Absolute, out var service)
                    && (service.Scheme == Uri.UriSchemeHttps || !builder.Environment.IsProduction()),
                "Passwords:BreachService is an address, in production by https.");
        services.AddAttempts();
        services.AddSingleton<SigningKeys>();
        services.AddSingleton<AccessTokens>();
        services.AddSingleton<PasswordHasher>();
        services.AddScoped<CurrentUser>();
        services.AddScoped<IAuthorizationHandler, AccessHandler>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, AccessResultHandler>();

        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        // Comes with it and would write keys to the disk when the server starts; tokens are signed with keys of our own.
        services.Remove(services.Single(service =>
            service.ServiceType == typeof(IHostedService) && service.ImplementationType?.Name is "DataProtectionHostedService"));
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<SigningKeys, IOptions<TokenSettings>, TimeProvider>(Configure);

        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(NothingButTheUnknown)
            .AddPolicy(Policies.SignedIn, policy => Require(policy, null))
            .AddPolicy(Policies.LedgerViewer, policy => Require(policy, LedgerRole.Viewer))
            .AddPolicy(Policies.LedgerEditor, policy => Require(policy, LedgerRole.Editor))
            .AddPolicy(Policies.LedgerOwner, policy => Require(policy, LedgerRole.Owner));
        return builder;
    }

    /// <summary>An endpoint without a policy is closed to all; where routing has none, or only a 405 or 415 of its own, it goes on.</summary>
    private static AuthorizationPolicy NothingButTheUnknown => new AuthorizationPolicyBuilder()
        .RequireAssertion(context => context.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint).Build();

    private static void Require(AuthorizationPolicyBuilder policy, LedgerRole? role) =>
        policy.RequireAuthenticatedUser().AddRequirements(new AccessRequirement(role));

    private static void Configure(JwtBearerOptions bearer, SigningKeys keys, IOptions<TokenSettings> settings, TimeProvider time)
    {
        bearer.MapInboundClaims = false;
        bearer.TokenHandlers.Clear();
        bearer.TokenHandlers.Add(new KnownTokens { MapInboundClaims = false });
        bearer.SaveToken = false;
        bearer.IncludeErrorDetails = false;
        bearer.TimeProvider = time;
        bearer.TokenValidationParameters = new TokenValidationParameters
        {
            ValidIssuer = settings.Value.Issuer,
            ValidAudience = settings.Value.Audience,
            // The other is that of replicas of the release before.
            ValidTypes = [AccessTokens.Type, "JWT"],
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
            IssuerSigningKeys = keys.All,
            RequireExpirationTime = true,
            RequireSignedTokens = true,
            NameClaimType = JwtRegisteredClaimNames.Sub,
            ClockSkew = TimeSpan.FromSeconds(10),
            LifetimeValidator = (notBefore, expires, _, parameters) =>
                IsWithin(notBefore, expires, time.GetUtcNow().UtcDateTime, parameters.ClockSkew),
        };
    }

    private static bool IsWithin(DateTime? notBefore, DateTime? expires, DateTime now, TimeSpan skew) =>
        expires is { } end && now <= end + skew && (notBefore is not { } start || now >= start - skew);
}
