using Weasel.Postgresql.Tables;

namespace MyBudget.Features.Budgets;

internal sealed class BudgetsStorage : IConfigureMarten
{
    public void Configure(IServiceProvider services, StoreOptions options)
    {
        var spending = new Table(BudgetsTables.Spending);
        spending.AddColumn<Guid>("ledger_id").AsPrimaryKey();
        spending.AddColumn<Guid>("budget_id").AsPrimaryKey();
        spending.AddColumn<DateOnly>("period_start").AsPrimaryKey();
        spending.AddColumn("currency", "text").AsPrimaryKey();
        spending.AddColumn<long>("spent").NotNull();
        options.Storage.ExtendedSchemaObjects.Add(spending);

        // The levels that were announced, or passed together with a higher one. No event tells of them, so nothing could make them again.
        var levels = new Table(BudgetsTables.Levels);
        levels.AddColumn<Guid>("ledger_id").AsPrimaryKey();
        levels.AddColumn<Guid>("budget_id").AsPrimaryKey();
        levels.AddColumn<DateOnly>("period_start").AsPrimaryKey();
        levels.AddColumn<int>("level").AsPrimaryKey();
        levels.AddColumn("reached_at", "timestamptz").NotNull();
        options.Storage.ExtendedSchemaObjects.Add(levels);
    }
}
