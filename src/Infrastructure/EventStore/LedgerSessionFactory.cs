using SessionOptions = Marten.Services.SessionOptions;

namespace MyBudget.Infrastructure.EventStore;

/// <summary>Opens the scope's session for its ledger, or for what lives outside ledgers.</summary>
internal sealed class LedgerSessionFactory(IDocumentStore store, LedgerScope scope) : ISessionFactory
{
    /// <summary>The tenant of documents outside ledgers. They are single-tenanted; a ledger's id can never equal it.</summary>
    public const string Outside = "outside";

    public IQuerySession QuerySession() => store.QuerySession(new SessionOptions { TenantId = Tenant });

    public IDocumentSession OpenSession() => store.LightweightSession(new SessionOptions { TenantId = Tenant });

    private string Tenant => scope.IsEntered ? LedgerScope.TenantOf(scope.LedgerId) : Outside;
}
