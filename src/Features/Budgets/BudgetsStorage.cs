using MyBudget.Infrastructure.EventStore;
using Marten;
using MyBudget.Features.Budgets.Alerts;
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
        options.AddLedgerState<Budget>(BudgetsModule.Kind);

        var spending = new Table(BudgetSpendingProjection.Table);
        spending.AddColumn<Guid>("ledger_id").AsPrimaryKey();
        spending.AddColumn<Guid>("budget_id").AsPrimaryKey();
        spending.AddColumn<DateOnly>("period_start").AsPrimaryKey();
        spending.AddColumn("currency", "text").AsPrimaryKey();
        spending.AddColumn<long>("spent").NotNull();
        options.Storage.ExtendedSchemaObjects.Add(spending);

        // The levels that were told of, or passed together with a higher one. Nothing makes them again.
        var levels = new Table(BudgetAlerts.Table);
        levels.AddColumn<Guid>("ledger_id").AsPrimaryKey();
        levels.AddColumn<Guid>("budget_id").AsPrimaryKey();
        levels.AddColumn<DateOnly>("period_start").AsPrimaryKey();
        levels.AddColumn<int>("level").AsPrimaryKey();
        levels.AddColumn("reached_at", "timestamptz").NotNull();
        options.Storage.ExtendedSchemaObjects.Add(levels);
    }
}
