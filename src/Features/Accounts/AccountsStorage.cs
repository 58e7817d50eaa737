using Weasel.Postgresql.Tables;

namespace MyBudget.Features.Accounts;

internal sealed class AccountsStorage : IConfigureMarten
{
    public void Configure(IServiceProvider services, StoreOptions options)
    {
        var balances = new Table(AccountsTables.Balances);
        balances.AddColumn<Guid>("ledger_id").AsPrimaryKey();
        balances.AddColumn<Guid>("account_id").AsPrimaryKey();
        balances.AddColumn<long>("balance").NotNull();
        balances.AddColumn<long>("cleared").NotNull();
        balances.AddColumn<long>("revision").NotNull();
        options.Storage.ExtendedSchemaObjects.Add(balances);

        // In the order in which a sum over time reads it: whole months, then the days of one.
        var days = new Table(AccountDays.Table);
        days.AddColumn<Guid>("ledger_id").AsPrimaryKey();
        days.AddColumn<Guid>("account_id").AsPrimaryKey();
        days.AddColumn<bool>("is_month").AsPrimaryKey();
        days.AddColumn<DateOnly>("date").AsPrimaryKey();
        days.AddColumn<long>("moved").NotNull();
        days.AddColumn<long>("cleared").NotNull();
        days.AddColumn<int>("entries").NotNull();
        options.Storage.ExtendedSchemaObjects.Add(days);
    }
}
