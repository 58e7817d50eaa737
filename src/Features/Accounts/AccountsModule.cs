using Carter;
using MyBudget.Features.Accounts.CloseAccount;
using MyBudget.Features.Accounts.DeleteAccount;
using MyBudget.Features.Accounts.GetAccount;
using MyBudget.Features.Accounts.ListAccounts;
using MyBudget.Features.Accounts.OpenAccount;
using MyBudget.Features.Accounts.OrderAccounts;
using MyBudget.Features.Accounts.ReopenAccount;
using MyBudget.Features.Accounts.ReviseAccount;
using MyBudget.Features.Accounts.Totals;

namespace MyBudget.Features.Accounts;

public sealed class AccountsModule : ICarterModule, IFeature
{
    internal const string Kind = "account";

    public static void AddServices(IServiceCollection services)
    {
        services.AddScoped<AccountRows>();
        services.AddSingleton<ILedgerProjection, AccountBalances>();
        services.AddLedgerEntity<Account>(Kind, isStructure: true)
            .Event<AccountOpened>("account_opened")
            .Event<AccountRevised>("account_revised")
            .Event<AccountClosed>("account_closed")
            .Event<AccountReopened>("account_reopened")
            .Removal<AccountDeleted>("account_deleted")
            .SyncedAs(AccountRows.Living);
        services.AddAccountActivity();
        services.AddLedgerOperations<Account, AccountInput>(Kind)
            .Add("open", OperationEffect.Create, (m, o, ct) => m.Send(new OpenAccount.OpenAccount(o.EntityId, o.Read<AccountInput>()), ct))
            .Add("revise", OperationEffect.Revise, (m, o, ct) => m.Send(new ReviseAccount.ReviseAccount(o.EntityId, o.Patch, IfMatch.Any), ct))
            .Add("close", OperationEffect.Close, (m, o, ct) => m.Send(new CloseAccount.CloseAccount(o.EntityId, IfMatch.Any), ct))
            .Add("reopen", OperationEffect.Reopen, (m, o, ct) => m.Send(new ReopenAccount.ReopenAccount(o.EntityId, IfMatch.Any), ct))
            .Add("delete", OperationEffect.Delete, (m, o, ct) => m.Send(new DeleteAccount.DeleteAccount(o.EntityId, IfMatch.Any), ct));
    }

    public void AddRoutes(IEndpointRouteBuilder app) => app.MapGroup("/api/v1/ledgers/{ledgerId:guid}/accounts").WithTags("Accounts")
        .MapUseCases(
            OpenAccountEndpoint.Map, ListAccountsEndpoint.Map, GetAccountEndpoint.Map, ReviseAccountEndpoint.Map,
            CloseAccountEndpoint.Map, ReopenAccountEndpoint.Map, DeleteAccountEndpoint.Map, OrderAccountsEndpoint.Map);
}
