namespace MyBudget.Features.Ledgers;

/// <summary>Sends invitations out of the outbox, each in a scope of its own.</summary>
internal sealed class InvitationMailChannel(IServiceScopeFactory scopes) : IOutboxChannel
{
    public const string ChannelName = "invitation-mail";

    public string Name => ChannelName;

    public int Concurrency => 2;

    public Task<Deliver> OpenAsync(IReadOnlyList<OutboxMessage> batch, CancellationToken cancellationToken) =>
        Task.FromResult<Deliver>(async (message, stop) =>
        {
            await using var scope = scopes.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<InvitationMails>().SendAsync(InvitationMail.Of(message), stop);
        });
}
