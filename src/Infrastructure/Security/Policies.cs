namespace MyBudget.Infrastructure.Security;

/// <summary>The authorization policies an endpoint chooses from; there is no default.</summary>
public static class Policies
{
    /// <summary>A valid access token of a sign-in that has not ended.</summary>
    public const string SignedIn = "signed-in";

    /// <summary>At least a viewer of the route's ledger.</summary>
    public const string LedgerViewer = "ledger-viewer";

    /// <summary>At least an editor of the route's ledger.</summary>
    public const string LedgerEditor = "ledger-editor";

    /// <summary>An owner of the route's ledger.</summary>
    public const string LedgerOwner = "ledger-owner";

    /// <summary>The route parameter that names the ledger.</summary>
    public const string LedgerRouteKey = "ledgerId";
}
