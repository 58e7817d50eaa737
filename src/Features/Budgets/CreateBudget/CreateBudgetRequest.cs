namespace MyBudget.Features.Budgets.CreateBudget;

/// <summary>A budget to create.</summary>
[RequiredMembers("name", "amount", "currency", "period", "startsOn")]
internal sealed record CreateBudgetRequest : BudgetFields
{
    /// <summary>A UUID chosen by the client, so that a repeat after a lost response creates nothing twice.</summary>
    public Guid? Id { get; init; }
}
