namespace MyBudget.Development.Demo;

/// <param name="Name">Also what its id follows from.</param>
/// <param name="OpeningBalance">Minor units.</param>
internal sealed record DemoAccount(string Name, string Type, string Currency, long OpeningBalance)
{
    public Guid Id => DemoClient.IdOf($"account/{Name}");

    public object Opening(DateOnly on) =>
        new { id = Id, name = Name, type = Type, currency = Currency, openingBalance = OpeningBalance, openedOn = on };
}

internal static class DemoAccounts
{
    public static readonly DemoAccount Bank = new("Current account", "checking", "EUR", 2_480_00);
    public static readonly DemoAccount Card = new("Credit card", "creditCard", "EUR", -312_45);
    public static readonly DemoAccount Cash = new("Cash", "cash", "EUR", 85_00);
    public static readonly DemoAccount Savings = new("Savings", "savings", "EUR", 9_500_00);
    public static readonly DemoAccount Dollars = new("Dollar account", "checking", "USD", 640_00);
    public static readonly DemoAccount CarLoan = new("Car loan", "loan", "EUR", -8_400_00);
    public static readonly DemoAccount Funds = new("Index funds", "investment", "EUR", 4_200_00);

    public static readonly IReadOnlyList<DemoAccount> All = [Bank, Card, Cash, Savings, Dollars, CarLoan, Funds];
}
