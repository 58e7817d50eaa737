using Carter;
using MyBudget.Features.Ledgers.Contracts;
using MyBudget.Features.Ledgers.CreateLedger;
using MyBudget.Features.Ledgers.DeleteLedger;
using MyBudget.Features.Ledgers.ExportLedgers;
using MyBudget.Features.Ledgers.GetLedger;
using MyBudget.Features.Ledgers.ListLedgers;
using MyBudget.Features.Ledgers.ReviseLedger;
using MyBudget.Infrastructure.Export;
using MyBudget.Infrastructure.Hosting;
using MyBudget.Infrastructure.Persistence;
using MyBudget.Infrastructure.Telemetry;

namespace MyBudget.Features.Ledgers;

public sealed class LedgersModule : ICarterModule, IFeature
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddSingleton<IExportSource, LedgersExport>();
        services.AddSingleton(new BusinessCount("mybudget.ledgers", "{ledger}", "Ledgers.", "select count(*) from ledger_heads"));
        services.AddLedgerEntity("ledger", isStructure: false, [typeof(LedgerCreated), typeof(LedgerRenamed), typeof(LargeTransactionLimitSet)]);
    }

    public void AddRoutes(IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/ledgers").WithTags("Ledgers");
        CreateLedgerEndpoint.Map(group);
        ListLedgersEndpoint.Map(group);
        GetLedgerEndpoint.Map(group);
        ReviseLedgerEndpoint.Map(group);
        DeleteLedgerEndpoint.Map(group);
    }
}
