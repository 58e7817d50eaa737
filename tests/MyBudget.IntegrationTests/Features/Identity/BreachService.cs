using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace MyBudget.IntegrationTests.Features.Identity;

/// <summary>A service that knows passwords from leaks by the beginnings of their hashes; it answers lines that only fill up, too.</summary>
internal sealed class BreachService : IAsyncDisposable
{
    private readonly WebApplication _app;

    private BreachService(WebApplication app) => _app = app;

    public string Address => $"{_app.Urls.Single()}/range/";

    public ConcurrentQueue<string> Asked { get; } = [];

    public static async Task<BreachService> StartAsync(string leaked)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var service = new BreachService(app);
        var digits = Convert.ToHexString(CryptographicOperations.HashData(HashAlgorithmName.SHA1, Encoding.UTF8.GetBytes(leaked)));
        app.MapGet("/range/{prefix}", (HttpContext context, string prefix) =>
        {
            service.Asked.Enqueue(context.Request.Path);
            var filling = $"{new string('0', 35)}:0\r\n{(prefix == digits[..5] ? string.Empty : $"{digits[5..]}:0\r\n")}";
            return prefix == digits[..5] ? $"{filling}{digits[5..]}:42\r\n" : filling;
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return service;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
