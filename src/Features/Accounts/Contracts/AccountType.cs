namespace MyBudget.Features.Accounts.Contracts;

public enum AccountType
{
    Checking,
    Savings,
    Cash,
    CreditCard,
    Loan,
    Investment,
    Other,
}
