namespace MyBudget.Features.Ledgers;

/// <summary>Something that a member did in a ledger.</summary>
/// <param name="Revision">The ledger's revision that it was done at.</param>
/// <param name="At">UTC.</param>
/// <param name="By">Who did it.</param>
/// <param name="Kind">What it was done to: ledger, account, category, transaction and so on, as in <c>changes</c>.</param>
/// <param name="EntityId">The entity; null where it was done to many.</param>
/// <param name="Action">What was done, for clients: recorded, revised, deleted and so on.</param>
/// <param name="Text">The same in words, without its subject, in the language of the request or else of the user.</param>
/// <param name="Count">To how many, where it was done to many; null otherwise.</param>
/// <param name="Details">Facts by kind and action, such as an amount in minor units with its currency; null without any.</param>
internal sealed record ActivityItem(
    long Revision, DateTimeOffset At, ActivityUser By, string Kind, Guid? EntityId, string Action, string Text, long? Count,
    IReadOnlyDictionary<string, object?>? Details);

/// <param name="UserId">UUID.</param>
/// <param name="Name">What they call themselves, also if they are a member no longer.</param>
internal sealed record ActivityUser(Guid UserId, string Name);
