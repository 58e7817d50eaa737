using System.Text.Json.Serialization;
using Carter;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.ResponseCompression;

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
        services.AddResponseCompression(options => options.EnableForHttps = true);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = System.IO.Compression.CompressionLevel.Fastest);
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = System.IO.Compression.CompressionLevel.Fastest);
        services.AddCarter(
            new DependencyContextAssemblyCatalog([typeof(HttpSetup).Assembly]), configurator: carter => carter.WithEmptyValidators());
        services.AddSingleton<IStartupFilter, EndpointGuard>();

        ValidatorOptions.Global.DisplayNameResolver = (_, member, _) => member is null ? null : JsonNamingPolicy.CamelCase.ConvertName(member.Name);
        return builder;
    }

    /// <summary>No resource has the nil id, and the event store does not even look for one.</summary>
    public static IApplicationBuilder UseNilIdCheck(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (!Guid.TryParse(context.Request.RouteValues["id"] as string, out var id) || id != Guid.Empty) return next(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });

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
        json.Converters.Add(new JsonObjectConverter());
    }
}
