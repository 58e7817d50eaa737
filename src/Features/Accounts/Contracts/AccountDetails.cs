namespace MyBudget.Features.Accounts.Contracts;

/// <summary>What a user says about an account.</summary>
public record AccountDetails
{
    /// <summary>Unique among the ledger's open accounts.</summary>
    public required string Name { get; init; }

    /// <summary>What kind of account it is.</summary>
    public required AccountType Type { get; init; }

    /// <summary>ISO 4217.</summary>
    public required Currency Currency { get; init; }

    /// <summary>What was there at the start of the day <c>openedOn</c>; earlier entries change no balance of that day or later.</summary>
    public required long OpeningBalance { get; init; }

    /// <summary>The day at whose start the opening balance was there.</summary>
    public required DateOnly OpenedOn { get; init; }

    /// <summary>Whether its entries count in budgets that name no accounts.</summary>
    public required bool OnBudget { get; init; }

    /// <summary>Free text.</summary>
    public string? Note { get; init; }

    /// <summary>The bank's number of it (ISO 13616), in capitals and without spaces.</summary>
    public string? Iban { get; init; }

    /// <summary>Where it stands, lowest first; those without one follow by name.</summary>
    public int? Position { get; init; }

    /// <summary>These members alone, of an account that has more.</summary>
    public AccountDetails ToDetails() => new(this);
}
