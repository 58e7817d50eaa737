using Scalar.AspNetCore;

namespace MyBudget.Infrastructure.OpenApi;

/// <summary>
/// The page that shows the contract. Everything it needs comes from this server: no fonts, scripts, telemetry or request proxy
/// of anybody else, and the page's own policy makes sure of it.
/// </summary>
internal static class Reference
{
    public static void MapReference(this IEndpointRouteBuilder app) => app.MapScalarApiReference("/docs", (options, context) =>
    {
        options.Title = "MyBudget API";
        options.OpenApiRoutePattern = "/openapi/{documentName}.json";
        options.DefaultFonts = false;
        options.Telemetry = false;
        options.ProxyUrl = null;
        options.ShowDeveloperTools = DeveloperToolsVisibility.Never;
        options.Agent = new ScalarAgentOptions { Disabled = true };
        options.Mcp = new ScalarMcpOptions { Disabled = true };
        options.HideClientButton = true;
        options.Nonce = RandomNumberGenerator.GetHexString(32, lowercase: true);
        context.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self' 'nonce-{options.Nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
            + "font-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
    }).AllowAnonymous();
}
