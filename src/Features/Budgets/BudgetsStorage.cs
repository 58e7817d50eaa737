using JasperFx.Events.Projections;
using Marten;
using MyBudget.Features.Budgets.Contracts;
using MyBudget.Features.Budgets.Spending;
using Weasel.Postgresql.Tables;

namespace MyBudget.Features.Budgets;

internal sealed class BudgetsStorage : IConfigureMarten
{
    public void Configure(IServiceProvider services, StoreOptions options)
    {
        options.Events.MapEventType<BudgetCreated>("budget_created");
        options.Events.MapEventType<BudgetRevised>("budget_revised");
        options.Events.MapEventType<BudgetDeleted>("budget_deleted");
        options.Schema.For<Budget>().DocumentAlias("budget");
        options.Projections.Add<BudgetProjection>(ProjectionLifecycle.Inline);

        var spending = new Table(BudgetSpendingProjection.Table);
        spending.AddColumn<Guid>("ledger_id").AsPrimaryKey();
        spending.AddColumn<Guid>("budget_id").AsPrimaryKey();
        spending.AddColumn<DateOnly>("period_start").AsPrimaryKey();
        spending.AddColumn("currency", "text").AsPrimaryKey();
        spending.AddColumn<long>("spent").NotNull();
        options.Storage.ExtendedSchemaObjects.Add(spending);
    }
}
