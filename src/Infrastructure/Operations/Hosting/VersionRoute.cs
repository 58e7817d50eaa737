namespace MyBudget.Infrastructure.Operations.Hosting;

internal static class VersionRoute
{
    /// <summary>Tells a deployment whether it has arrived, and a client how old the server is.</summary>
    public static WebApplication MapVersion(this WebApplication app)
    {
        app.MapGet("/version", context => context.Response.WriteAsJsonAsync(new { Release.Version, Release.Revision })).AllowAnonymous();
        return app;
    }
}
