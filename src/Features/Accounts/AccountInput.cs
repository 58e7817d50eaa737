using FluentValidation;
using MyBudget.Features.Accounts.Contracts;
using MyBudget.Infrastructure.UseCases;

namespace MyBudget.Features.Accounts;

/// <summary>An account as clients write it.</summary>
/// <param name="Name">1 to 100 characters, unique among the ledger's open accounts.</param>
/// <param name="Type">checking, savings, cash, creditCard, loan, investment or other.</param>
/// <param name="Currency">ISO 4217; fixed once opened.</param>
/// <param name="OpeningBalance">Minor units, 0 if absent.</param>
/// <param name="OpenedOn">The day of the opening balance.</param>
/// <param name="OnBudget">If absent: true for checking, savings, cash and creditCard.</param>
internal sealed record AccountInput(string? Name, AccountType? Type, string? Currency, long? OpeningBalance, DateOnly? OpenedOn, bool? OnBudget)
{
    public static AccountInput Of(Account account) => new(
        account.Name, account.Type, account.Currency.Code, account.OpeningBalance, account.OpenedOn, account.OnBudget);

    /// <summary>Only what a validator has passed.</summary>
    public AccountDetails ToDetails() => new(
        Name!.Trim(), Type!.Value, Domain.Currency.Of(Currency!), OpeningBalance ?? 0, OpenedOn!.Value,
        OnBudget ?? Type is AccountType.Checking or AccountType.Savings or AccountType.Cash or AccountType.CreditCard);
}

internal sealed class AccountInputValidator : AbstractValidator<AccountInput>
{
    public AccountInputValidator()
    {
        RuleFor(account => account.Name).Name();
        RuleFor(account => account.Type).Required();
        RuleFor(account => account.Currency).NotEmpty().CurrencyCode();
        RuleFor(account => account.OpeningBalance).EntryAmount();
        RuleFor(account => account.OpenedOn).Required().CalendarDate();
    }
}
