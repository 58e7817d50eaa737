namespace MyBudget.Infrastructure.Outbox;

/// <summary>Something to be sent, kept in the transaction that decided on it until it has been handed over.</summary>
/// <param name="Id">Stable over all tries, so that a receiver can tell a repeat.</param>
/// <param name="Channel">The name of the <see cref="IOutboxChannel"/> that sends it.</param>
/// <param name="UserId">Whose it is; what waits for a user is deleted with the user. Null where it is nobody's.</param>
/// <param name="Payload">JSON that the channel understands. It goes away with the message.</param>
/// <param name="DueAt">Not sent before.</param>
/// <param name="ExpiresAt">Not sent after: a code that is no longer good helps nobody.</param>
/// <param name="Attempts">Tries so far, the one under way included; 0 when it is made.</param>
public sealed record OutboxMessage(
    Guid Id, string Channel, Guid? UserId, string Payload, DateTimeOffset DueAt, DateTimeOffset ExpiresAt, int Attempts = 0);

/// <summary>A message while one replica has the sending of it.</summary>
/// <param name="Ticket">Another with each claim: a sender that comes back with an old one changes nothing.</param>
/// <param name="Until">When it falls due again for everybody.</param>
internal sealed record ClaimedMessage(OutboxMessage Message, long Ticket, DateTimeOffset Until);

/// <param name="Outcome">What became of it; null gives it back untried.</param>
internal sealed record Settlement(ClaimedMessage Claim, Delivery? Outcome);
