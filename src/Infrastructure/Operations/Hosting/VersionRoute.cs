using MyBudget.Infrastructure.Operations.Telemetry;

namespace MyBudget.Infrastructure.Operations.Hosting;

internal static class VersionRoute
{
    /// <summary>Tells a deployment whether it has arrived, and a client how old the server is.</summary>
    public static WebApplication MapVersion(this WebApplication app)
    {
        app.MapGet("/version", context => context.Response.WriteAsJsonAsync(new ServerVersion(Release.Version, Release.Revision))).AllowAnonymous();
        return app;
    }
}

/// <param name="Version">The release, <c>1.4.0</c>.</param>
/// <param name="Revision">The commit it was built from, if its build was told.</param>
internal sealed record ServerVersion(string Version, string? Revision);
