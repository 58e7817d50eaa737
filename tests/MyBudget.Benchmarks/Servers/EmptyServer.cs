namespace MyBudget.Benchmarks.Servers;

/// <summary>ASP.NET Core with nothing in it: what starting costs at the least.</summary>
internal static class EmptyServer
{
    public static async Task RunAsync()
    {
        await using var app = WebApplication.CreateBuilder().Build();
        app.MapGet(ServerEnvironment.ReadyPath, () => "ok");
        await app.RunAsync();
    }
}
