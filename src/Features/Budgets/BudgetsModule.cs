using Carter;
using MyBudget.Features.Budgets.Alerts;
using MyBudget.Features.Budgets.Contracts;
using MyBudget.Features.Budgets.CreateBudget;
using MyBudget.Features.Budgets.DeleteBudget;
using MyBudget.Features.Budgets.GetBudget;
using MyBudget.Features.Budgets.GetBudgetStatus;
using MyBudget.Features.Budgets.ListBudgets;
using MyBudget.Features.Budgets.ListBudgetStatuses;
using MyBudget.Features.Budgets.ReviseBudget;
using MyBudget.Features.Budgets.Spending;
using MyBudget.Infrastructure.EventStore;
using MyBudget.Infrastructure.EventStore.Subscriptions;
using MyBudget.Infrastructure.UseCases;

namespace MyBudget.Features.Budgets;

public sealed class BudgetsModule : ICarterModule, IFeature
{
    internal const string Kind = "budget";

    public static void AddServices(IServiceCollection services)
    {
        services.AddSingleton<BudgetRows>();
        services.AddSingleton<BudgetStatusRows>();
        services.AddSingleton<ILedgerProjection, BudgetSpendingProjection>();
        services.AddLedgerSubscriber<BudgetAlerts>();
        services.AddLedgerEntity(
            Kind, BudgetsTables.Budgets, isStructure: true, [typeof(BudgetCreated), typeof(BudgetRevised), typeof(BudgetDeleted)],
            removedBy: typeof(BudgetDeleted));
    }

    public void AddRoutes(IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/ledgers/{ledgerId:guid}/budgets").WithTags("Budgets");
        CreateBudgetEndpoint.Map(group);
        ListBudgetsEndpoint.Map(group);
        GetBudgetEndpoint.Map(group);
        ReviseBudgetEndpoint.Map(group);
        DeleteBudgetEndpoint.Map(group);
        GetBudgetStatusEndpoint.Map(group);
        ListBudgetStatusesEndpoint.Map(group);
    }
}
