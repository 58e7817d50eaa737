using Carter;
using MyBudget.Features.Budgets.CreateBudget;
using MyBudget.Features.Budgets.DeleteBudget;
using MyBudget.Features.Budgets.GetBudget;
using MyBudget.Features.Budgets.GetBudgetStatus;
using MyBudget.Features.Budgets.ListBudgetEntries;
using MyBudget.Features.Budgets.ListBudgets;
using MyBudget.Features.Budgets.ListBudgetStatuses;
using MyBudget.Features.Budgets.ListStatusesOfBudget;
using MyBudget.Features.Budgets.ReviseBudget;
using MyBudget.Features.Budgets.Subscribers;
using MyBudget.Features.Budgets.Totals;
using MyBudget.Infrastructure.EventStore.Subscriptions;

namespace MyBudget.Features.Budgets;

public sealed class BudgetsModule : ICarterModule, IFeature
{
    internal const string Kind = "budget";

    public static void AddServices(IServiceCollection services)
    {
        services.AddScoped<BudgetRows>();
        services.AddScoped<BudgetReference>();
        services.AddScoped<BudgetStatusRows>();
        services.AddSingleton<ILedgerProjection, BudgetSpendingProjection>();
        services.AddLedgerSubscriber<BudgetAlerts>();
        services.AddLedgerEntity<Budget>(Kind, isStructure: true)
            .Event<BudgetCreated>("budget_created")
            .Event<BudgetRevised>("budget_revised")
            .Removal<BudgetDeleted>("budget_deleted")
            .SyncedAs(BudgetRows.Living);
        services.AddBudgetActivity();
        services.AddLedgerOperations<Budget, BudgetInput>(
                Kind, asOne: ["amount", "effectiveOn", "onlyPeriod"], ofEdits: ["effectiveOn", "onlyPeriod"])
            .Add("create", OperationEffect.Create, (m, o, ct) => m.Send(new CreateBudget.CreateBudget(o.EntityId, o.Read<BudgetFields>()), ct))
            .Add("revise", OperationEffect.Revise, (m, o, ct) => m.Send(new ReviseBudget.ReviseBudget(o.EntityId, o.Patch, IfMatch.Any), ct))
            .Add("delete", OperationEffect.Delete, (m, o, ct) => m.Send(new DeleteBudget.DeleteBudget(o.EntityId, IfMatch.Any), ct));
    }

    public void AddRoutes(IEndpointRouteBuilder app) => app.MapGroup("/api/v1/ledgers/{ledgerId:guid}/budgets").WithTags("Budgets")
        .MapUseCases(
            CreateBudgetEndpoint.Map, ListBudgetsEndpoint.Map, GetBudgetEndpoint.Map, ReviseBudgetEndpoint.Map,
            DeleteBudgetEndpoint.Map, GetBudgetStatusEndpoint.Map, ListBudgetStatusesEndpoint.Map, ListStatusesOfBudgetEndpoint.Map,
            ListBudgetEntriesEndpoint.Map);
}
