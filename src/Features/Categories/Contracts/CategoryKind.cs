namespace MyBudget.Features.Categories.Contracts;

public enum CategoryKind
{
    Expense,
    Income,
}
