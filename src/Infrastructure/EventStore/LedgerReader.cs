namespace MyBudget.Infrastructure.EventStore;

/// <summary>Reads the scope's ledger. Where access was not checked before, the first statement checks it too.</summary>
internal sealed class LedgerReader(NpgsqlDataSource database, LedgerScope scope)
{
    public Guid LedgerId => scope.LedgerId;

    /// <summary>The ledger, as tables of documents name it.</summary>
    public string Tenant => LedgerScope.TenantOf(scope.LedgerId);

    /// <exception cref="AccessRefusedException">When it runs, if that was still to be checked.</exception>
    public SqlCall Sql(Sql sql) => scope.Pending is not { } pending
        ? database.Sql(sql)
        : database.Sql(pending.Guarding(sql)).Admitting(row =>
        {
            scope.Settle(pending.Judge(row, row?.FieldCount - 1 ?? 0));
            return !row!.IsDBNull(row.FieldCount - 2);
        });

    /// <summary>Checks access now, if that is still to be done.</summary>
    /// <exception cref="AccessRefusedException">It is refused.</exception>
    public Task EnsureAccessAsync(CancellationToken cancellationToken) => scope.EnsureAccessAsync(database.Sql, cancellationToken);
}
