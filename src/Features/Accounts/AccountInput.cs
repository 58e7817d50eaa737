namespace MyBudget.Features.Accounts;

/// <summary>An account as clients write it.</summary>
internal record AccountInput
{
    /// <summary>1 to 100 characters, unique among the ledger's open accounts.</summary>
    public string? Name { get; init; }

    /// <summary>checking, savings, cash, creditCard, loan, investment or other.</summary>
    public AccountType? Type { get; init; }

    /// <summary>ISO 4217; fixed once opened.</summary>
    public string? Currency { get; init; }

    /// <summary>What was there at the start of the day <c>openedOn</c>, in minor units; 0 if absent.</summary>
    public long? OpeningBalance { get; init; }

    /// <summary>The day at whose start the opening balance was there. Earlier entries count in lists and budgets, and change no later balance.</summary>
    public DateOnly? OpenedOn { get; init; }

    /// <summary>If absent: true for checking, savings, cash and creditCard.</summary>
    public bool? OnBudget { get; init; }

    /// <summary>Free text, at most 1,000 characters.</summary>
    public string? Note { get; init; }

    /// <summary>The bank's number of it (ISO 13616); spaces and case do not matter.</summary>
    public string? Iban { get; init; }

    /// <summary>Where it stands, 0 to 1,000,000, lowest first; none to follow by name.</summary>
    public int? Position { get; init; }

    /// <summary>Only what a validator has passed.</summary>
    public AccountDetails ToDetails() => new()
    {
        Name = Name!.Trim(),
        Type = Type!.Value,
        Currency = Domain.Currency.Of(Currency!),
        OpeningBalance = OpeningBalance ?? 0,
        OpenedOn = OpenedOn!.Value,
        OnBudget = OnBudget ?? Type is AccountType.Checking or AccountType.Savings or AccountType.Cash or AccountType.CreditCard,
        Note = string.IsNullOrWhiteSpace(Note) ? null : Note.Trim(),
        Iban = string.IsNullOrWhiteSpace(Iban) ? null : Domain.Iban.Plain(Iban),
        Position = Position,
    };
}

internal sealed class AccountInputValidator : AbstractValidator<AccountInput>
{
    private const int LongestNote = 1_000;
    private const int LastPosition = 1_000_000;

    public AccountInputValidator()
    {
        RuleFor(account => account.Name).Name();
        RuleFor(account => account.Type).Required();
        RuleFor(account => account.Currency).NotEmpty().CurrencyCode();
        RuleFor(account => account.OpeningBalance).EntryAmount();
        RuleFor(account => account.OpenedOn).Required().CalendarDate();
        RuleFor(account => account.Note).Text(LongestNote);
        RuleFor(account => account.Iban).Must(iban => string.IsNullOrWhiteSpace(iban) || Iban.IsValid(iban))
            .WithErrorCode("iban").WithMessage("This is not an IBAN: a character is missing or mistyped.");
        RuleFor(account => account.Position).InclusiveBetween(0, LastPosition);
    }
}
