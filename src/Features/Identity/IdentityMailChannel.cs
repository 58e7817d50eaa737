namespace MyBudget.Features.Identity;

/// <summary>Sends this feature's mails out of the outbox, each in a scope of its own.</summary>
internal sealed class IdentityMailChannel(IServiceScopeFactory scopes) : IOutboxChannel
{
    public const string ChannelName = "identity-mail";

    public string Name => ChannelName;

    public int Concurrency => 4;

    public Task<Deliver> OpenAsync(IReadOnlyList<OutboxMessage> batch, CancellationToken cancellationToken) =>
        Task.FromResult<Deliver>(async (message, stop) =>
        {
            await using var scope = scopes.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<IdentityMails>().SendAsync(IdentityMail.Of(message), stop);
        });
}
