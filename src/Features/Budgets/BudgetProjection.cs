using JasperFx.Events;
using Marten.Events.Aggregation;
using MyBudget.Features.Budgets.Contracts;

namespace MyBudget.Features.Budgets;

public sealed partial class BudgetProjection : SingleStreamProjection<Budget, Guid>
{
    public static Budget Create(IEvent<BudgetCreated> e) => Budget.Create(e.StreamId, e.Data);

    public static Budget Apply(BudgetRevised e, Budget budget) => budget.Apply(e);

    public static bool ShouldDelete(BudgetDeleted _) => true;
}
