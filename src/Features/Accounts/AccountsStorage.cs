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
    }
}
