using MyBudget.Infrastructure.Health;
using MyBudget.Infrastructure.Hosting;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.Mail;
using MyBudget.Infrastructure.Messaging;
using MyBudget.Infrastructure.OpenApi;
using MyBudget.Infrastructure.Persistence;
using MyBudget.Infrastructure.Security;
using MyBudget.Infrastructure.Telemetry;

var builder = WebApplication.CreateBuilder(HostingSetup.Options(args));
await using var database = await builder.StartDevelopmentDatabaseAsync();
builder.AddHosting(args);
builder.AddPersistence();
builder.AddSecurity();
builder.AddHttp();
builder.AddOpenApiDocument();
builder.AddMail();
builder.AddHealth();
builder.AddTelemetry();
builder.Services.AddMessaging(typeof(Program).Assembly);
builder.Services.AddFeatures(typeof(Program).Assembly);

var app = builder.Build();
app.UseHttp();
app.UseHealth();
app.UseOpenApiDocument();
return await app.RunAsync(args);
