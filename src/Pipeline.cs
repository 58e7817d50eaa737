using Carter;
using MyBudget.Infrastructure.Operations.Health;
using MyBudget.Infrastructure.Operations.Hosting;
using MyBudget.Infrastructure.Operations.OperatorPort;
using MyBudget.Infrastructure.WebApp;

namespace MyBudget;

/// <summary>What a request passes, in order. This is the only place that orders middlewares.</summary>
internal static class Pipeline
{
    public static WebApplication UsePipeline(this WebApplication app)
    {
        app.UseOperatorPort();
        app.UseForwardedHeaders();
        app.UseApp();
        app.UseHeadAsGet();
        app.UseResponseHeaders();
        app.UseLanguage();
        app.UseResponseCompression();
        app.UseProblems();
        app.UseRouting();
        app.UseBodyLimit();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseClientGate();
        app.UseRequestTimeouts();
        app.UseAuthorization();
        app.UseLateAccess();
        app.UseFeatureSwitches();
        app.UseFewAtOnce();
        app.UseJsonCharset();
        app.UseQueryCheck();
        app.UseBodyCheck();
        app.UseNilIdCheck();

        app.MapCarter();
        app.MapHealth();
        app.MapVersion();
        app.MapOpenApiDocument();
        return app;
    }
}
