using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.IdentityModel.Tokens;
using MyBudget.Benchmarks.Servers;
using MyBudget.Infrastructure.Security;
using Npgsql;

namespace MyBudget.Benchmarks.Floor;

/// <summary>
/// What the product is measured against: minimal ASP.NET Core and hand-written Npgsql on plain tables, with the product's routes
/// and answers, its check of tokens, and nothing that those do not need.
/// </summary>
internal static class FloorServer
{
    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        var connection = new NpgsqlConnectionStringBuilder(builder.Configuration[ServerEnvironment.Database])
        {
            MaxAutoPrepare = 100,
            AutoPrepareMinUsages = 1,
            NoResetOnClose = true,
        };
        await using var database = NpgsqlDataSource.Create(connection);
        using var key = ECDsa.Create();
        key.ImportFromPem(builder.Configuration[ServerEnvironment.SigningKey.Replace("__", ":", StringComparison.Ordinal)]);
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, FloorJson.Default));
        builder.Services.AddResponseCompression();
        builder.Services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        builder.Services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        builder.Services.AddAuthorization();
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(bearer =>
        {
            bearer.MapInboundClaims = false;
            // The product's own, so that both check a signature as often.
            bearer.TokenHandlers.Clear();
            bearer.TokenHandlers.Add(new KnownTokens { MapInboundClaims = false });
            bearer.TokenValidationParameters = new TokenValidationParameters
            {
                ValidIssuer = ServerEnvironment.Issuer,
                ValidAudience = ServerEnvironment.Issuer,
                ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
                IssuerSigningKey = new ECDsaSecurityKey(key),
                LifetimeValidator = static (_, expires, _, _) => expires > TimeProvider.System.GetUtcNow().UtcDateTime,
            };
        });

        await using var app = builder.Build();
        app.UseWhen(http => http.Request.Path.Value!.EndsWith("/copy", StringComparison.Ordinal), copy => copy.UseResponseCompression());
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapGet(ServerEnvironment.ReadyPath, () => "ok");
        app.MapGet("/api/v1/events", FloorEvents.KeepOpenAsync).RequireAuthorization();
        Map(app.MapGroup("/api/v1/ledgers/{ledgerId:guid}").RequireAuthorization(), database);
        await app.RunAsync();
    }

    private static void Map(RouteGroupBuilder ledger, NpgsqlDataSource database)
    {
        ledger.MapGet("/transactions/{id:guid}", (Guid ledgerId, Guid id, HttpContext http) =>
            AnswerAsync(http, ledgerId, caller => FloorTransactions.FindAsync(database, caller, id), FloorJson.Default.FloorTransaction));
        ledger.MapGet("/transactions", (Guid ledgerId, [AsParameters] FloorFilter filter, HttpContext http) =>
            AnswerAsync(http, ledgerId, caller => FloorSearch.PageAsync(database, caller, filter)!, FloorJson.Default.FloorTransactionPage));
        ledger.MapGet("/accounts", (Guid ledgerId, HttpContext http) =>
            AnswerAsync(http, ledgerId, caller => FloorAccounts.ListAsync(database, caller)!, FloorJson.Default.FloorAccountPage));
        ledger.MapGet("/budgets/status", (Guid ledgerId, DateOnly on, HttpContext http) =>
            AnswerAsync(http, ledgerId, caller => FloorBudgets.StatusAsync(database, caller, on)!, FloorJson.Default.FloorStatusPage));
        ledger.MapGet("/changes", (Guid ledgerId, string since, int limit, HttpContext http) => ChangesAsync(database, http, ledgerId, since, limit));
        ledger.MapGet("/copy", (Guid ledgerId, HttpContext http) => FloorCaller.TryRead(http, ledgerId, out var caller)
            ? FloorDownload.WriteAsync(database, caller, http.Response)
            : Task.CompletedTask);
        ledger.MapPost("/transactions", (Guid ledgerId, FloorEntry entry, HttpContext http) => AnswerAsync(
            http, ledgerId, caller => FloorTransactions.RecordAsync(database, caller, entry, TimeProvider.System.GetUtcNow()),
            FloorJson.Default.FloorTransaction, StatusCodes.Status201Created));
        ledger.MapDelete("/imports/{import:guid}", (Guid ledgerId, Guid import, HttpContext http) =>
            FloorCaller.TryRead(http, ledgerId, out var caller) ? FloorImports.UndoAsync(database, caller, import) : Task.CompletedTask);
        ledger.MapPost("/imports", async (Guid ledgerId, Guid accountId, HttpContext http) =>
        {
            var form = await http.Request.ReadFormAsync();
            await using var file = form.Files[0].OpenReadStream();
            await AnswerAsync(
                http, ledgerId, caller => FloorImports.ImportAsync(database, caller, accountId, file, TimeProvider.System.GetUtcNow()),
                FloorJson.Default.FloorImport, StatusCodes.Status201Created);
        });
    }

    private static async Task ChangesAsync(NpgsqlDataSource database, HttpContext http, Guid ledgerId, string since, int limit)
    {
        if (FloorCaller.TryRead(http, ledgerId, out var caller))
        {
            if (http.Request.Headers.IfNoneMatch.Count > 0 && await FloorChanges.HeadAsync(database, caller) is { } head)
            {
                var tag = $"\"{head}\"";
                http.Response.Headers.ETag = tag;
                if (http.Request.Headers.IfNoneMatch == tag)
                {
                    http.Response.StatusCode = StatusCodes.Status304NotModified;
                    return;
                }
            }

            if (await FloorChanges.ReadAsync(database, caller, FloorChangesCursor.Read(since), limit) is { } page)
            {
                await http.Response.WriteAsJsonAsync(page, FloorJson.Default.FloorChangesPage);
                return;
            }
        }

        http.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    private static async Task AnswerAsync<T>(
        HttpContext http, Guid ledgerId, Func<FloorCaller, Task<T?>> read, JsonTypeInfo<T> json, int status = StatusCodes.Status200OK)
        where T : class
    {
        if (FloorCaller.TryRead(http, ledgerId, out var caller) && await read(caller) is { } answer)
        {
            http.Response.StatusCode = status;
            await http.Response.WriteAsJsonAsync(answer, json);
        }
        else
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}
