namespace MyBudget.Features.Ledgers;

/// <summary>A mail that is due to the person who is invited. Its code is made when it is sent, so that none waits in the database.</summary>
internal sealed record InvitationMail(Guid InvitationId)
{
    public static InvitationMail Of(OutboxMessage message) => JsonSerializer.Deserialize<InvitationMail>(message.Payload, StoredJson.Options)!;

    /// <summary>One waits at a time; it goes with the user who invites.</summary>
    public static OutboxMessage MessageOf(LedgerInvitation invitation) => new(
        invitation.Id, InvitationMailChannel.ChannelName, invitation.InvitedBy,
        JsonSerializer.Serialize(new InvitationMail(invitation.Id), StoredJson.Options),
        DueAt: invitation.CreatedAt, ExpiresAt: invitation.ExpiresAt);
}
