namespace MyBudget.Domain;

public enum CategoryKind
{
    Expense,
    Income,
}
