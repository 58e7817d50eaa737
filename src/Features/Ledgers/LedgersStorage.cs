using JasperFx.Events.Projections;
using Marten;
using MyBudget.Features.Ledgers.Contracts;

namespace MyBudget.Features.Ledgers;

internal sealed class LedgersStorage : IConfigureMarten
{
    public void Configure(IServiceProvider services, StoreOptions options)
    {
        options.Events.MapEventType<LedgerCreated>("ledger_created");
        options.Events.MapEventType<LedgerRenamed>("ledger_renamed");
        options.Events.MapEventType<LargeTransactionLimitSet>("large_transaction_limit_set");
        options.Schema.For<Ledger>().DocumentAlias("ledger");
        options.Projections.Add<LedgerProjection>(ProjectionLifecycle.Inline);
    }
}
