namespace MyBudget.Features.Accounts.Contracts;

public sealed record AccountOpened(AccountDetails Details, Guid By, DateTimeOffset At);

/// <summary>Carries both states, so that totals follow from this event alone.</summary>
public sealed record AccountRevised(AccountDetails Was, AccountDetails Now, Guid By, DateTimeOffset At);

/// <summary>The account takes no more entries.</summary>
public sealed record AccountClosed(Guid By, DateTimeOffset At);

public sealed record AccountReopened(Guid By, DateTimeOffset At);

/// <summary>Gone; only an account without entries can be.</summary>
public sealed record AccountDeleted(Guid By, DateTimeOffset At);
