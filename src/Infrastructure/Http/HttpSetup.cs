using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Carter;
using FluentValidation;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.ResponseCompression;
using MyBudget.Infrastructure.Http.Localization;
using MyBudget.Infrastructure.Http.Problems;
using MyBudget.Infrastructure.Internal;
using MyBudget.Infrastructure.Steering;

namespace MyBudget.Infrastructure.Http;

internal static class HttpSetup
{
    /// <summary>The name of the timeout policy for imports, exports and what else rewrites any number of entries.</summary>
    public const string LongTimeout = "long";

    public static WebApplicationBuilder AddHttp(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddEdge();
        services.AddLimits();
        services.ConfigureHttpJsonOptions(Json);
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddProblems();
        services.AddSingleton<ParameterValues>();
        services.AddResponseCompression(options => options.EnableForHttps = true);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = System.IO.Compression.CompressionLevel.Fastest);
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = System.IO.Compression.CompressionLevel.Fastest);
        services.AddCarter(
            new DependencyContextAssemblyCatalog([typeof(HttpSetup).Assembly]), configurator: carter => carter.WithEmptyValidators());
        services.AddSingleton<IStartupFilter, EndpointGuard>();

        ValidatorOptions.Global.DisplayNameResolver = (_, member, _) => member is null ? null : JsonNamingPolicy.CamelCase.ConvertName(member.Name);
        return builder;
    }

    public static WebApplication UseHttp(this WebApplication app)
    {
        app.UseInternal();
        app.UseForwardedHeaders();
        app.UseResponseHeaders();
        app.UseRequestLocalization(options =>
        {
            var cultures = Messages.Languages.Select(CultureInfo.GetCultureInfo).ToArray();
            options.DefaultRequestCulture = new(CultureInfo.InvariantCulture, cultures[0]);
            options.SupportedCultures = [CultureInfo.InvariantCulture];
            options.SupportedUICultures = cultures;
            options.RequestCultureProviders = [new Microsoft.AspNetCore.Localization.AcceptLanguageHeaderRequestCultureProvider()];
        });
        app.UseResponseCompression();
        app.UseProblems();
        app.UseRouting();
        app.UseBodyLimit();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseClientGate();
        app.UseRequestTimeouts();
        app.UseAuthorization();
        app.UseFeatureSwitches();
        app.UseJsonCharset();
        app.UseQueryCheck();
        app.Use((context, next) =>
        {
            // No resource has the nil id, and the event store does not even look for one.
            if (!Guid.TryParse(context.Request.RouteValues["id"] as string, out var id) || id != Guid.Empty) return next(context);
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
        app.MapCarter();
        return app;
    }

    private static void Json(JsonOptions options)
    {
        var json = options.SerializerOptions;
        json.MaxDepth = Limits.JsonDepth;
        json.NumberHandling = JsonNumberHandling.Strict;
        json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        json.AllowDuplicateProperties = false;
        json.RespectNullableAnnotations = true;
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        json.Converters.Add(new StrictStringConverter());
    }
}
