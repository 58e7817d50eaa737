using JasperFx.CommandLine;

namespace MyBudget.Infrastructure.WebPush;

/// <summary>
/// <c>renew-push-key</c> makes another key for Web Push where none is configured. Apps that start renew their subscriptions by it; until
/// then these are served with the key they were made with.
/// </summary>
[Description("Make another key for Web Push, and offer it to browsers", Name = "renew-push-key")]
public sealed class RenewPushKeyCommand : JasperFxAsyncCommand<NetCoreInput>
{
    public override async Task<bool> Execute(NetCoreInput input)
    {
        using var host = input.BuildHost();
        return await RunAsync(host.Services, Console.Out, CancellationToken.None);
    }

    internal static async Task<bool> RunAsync(IServiceProvider services, TextWriter output, CancellationToken cancellationToken)
    {
        var keys = services.GetRequiredService<VapidKeys>();
        if (keys.IsConfigured)
        {
            await output.WriteLineAsync("renew-push-key: keys are configured; put a new one in front of the others at WebPush:Keys");
            return false;
        }

        var made = await keys.RenewAsync(cancellationToken);
        await output.WriteLineAsync($"browsers are offered {made.PublicKey}");
        return true;
    }
}
