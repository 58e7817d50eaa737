namespace MyBudget.Features.Accounts.Contracts;

/// <summary>Where accounts and their balances are stored.</summary>
public static class AccountsTables
{
    public const string Accounts = "mt_doc_account";
    public const string Balances = "account_balances";
}
