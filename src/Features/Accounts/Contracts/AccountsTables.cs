namespace MyBudget.Features.Accounts.Contracts;

public static class AccountsTables
{
    public const string Accounts = "mt_doc_account";
    public const string Balances = "account_balances";
}
