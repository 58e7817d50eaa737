namespace MyBudget.Infrastructure.EventStore;

/// <summary>The ledger that the current request works in and who works in it; the session of the scope is bound to it.</summary>
public sealed class LedgerScope
{
    private Guid? _ledgerId;

    /// <summary>The tenant name of a ledger.</summary>
    public static string TenantOf(Guid ledgerId) => ledgerId.ToString("D");

    public bool IsEntered => _ledgerId is not null;

    /// <summary>The ledger; asking for it before the scope was entered is a programming error.</summary>
    public Guid LedgerId => _ledgerId ?? throw new InvalidOperationException("This scope has not entered a ledger.");

    public Guid UserId { get; private set; }

    public LedgerRole Role { get; private set; }

    /// <summary>The check that the first statement in the ledger has to make; null once it was made. Until then there is no role.</summary>
    internal PendingAccess? Pending { get; private set; }

    /// <summary>
    /// What the route demanded, to be asked again under the ledger's lock; null where nobody was let in by a role, but by an invitation or by
    /// making the ledger.
    /// </summary>
    internal PendingAccess? Access { get; private set; }

    /// <summary>Binds the scope. A scope enters one ledger once: sessions opened before would belong to another.</summary>
    public void Enter(Guid ledgerId, Guid userId, LedgerRole role)
    {
        if (_ledgerId is not null && _ledgerId != ledgerId)
            throw new InvalidOperationException("This scope has already entered another ledger.");

        (_ledgerId, UserId, Role) = (ledgerId, userId, role);
    }

    /// <summary>The same, before access was checked: only <see cref="LedgerReader"/> and <see cref="LedgerWriter"/> know to do that first.</summary>
    internal void Enter(Guid ledgerId, Guid userId, PendingAccess pending)
    {
        Enter(ledgerId, userId, default(LedgerRole));
        Pending = Access = pending;
    }

    /// <summary>Checks access now, if that is still to be done.</summary>
    /// <param name="run">Where the check runs.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="AccessRefusedException">It is refused.</exception>
    internal async Task EnsureAccessAsync(Func<Sql, SqlCall> run, CancellationToken cancellationToken)
    {
        if (Pending is not { } pending) return;
        await run(pending.Check()).Admitting(row =>
        {
            Settle(pending.Judge(row, 0));
            return true;
        }).AnyAsync(cancellationToken);
    }

    /// <summary>Access was checked and granted.</summary>
    internal void Settle(LedgerRole role) => (Role, Pending) = (role, null);
}
