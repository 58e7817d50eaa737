namespace MyBudget.Features.Imports.UndoImport;

/// <summary>Answers whether there was such an import.</summary>
internal sealed record UndoImport(Guid Id, IfMatch IfMatch) : ICommand<bool>;

internal sealed class UndoImportHandler(LedgerWriter ledger) : IRequestHandler<UndoImport, bool>
{
    public Task<bool> Handle(UndoImport command, CancellationToken cancellationToken) => ledger.WriteAsync(async write =>
    {
        if (await write.FindAsync<Import>(command.Id) is not { } import) return false;
        if (import.UndoneAt is not null) return true;
        command.IfMatch.Ensure(import.Version);

        var (left, reconciled) = await EntriesLeftAsync(write, import.Id);
        var undone = Decide(left, reconciled, write.By, write.Now);
        write.Append(import, undone);
        await write.PublishAsync(import.Id, undone);
        await LayoutsOfImport.ForgetAsync(write, import.Id);
        return true;
    }, cancellationToken);

    /// <param name="left">How many of its entries are still there; they are deleted with it.</param>
    /// <param name="reconciled">How many of those are reconciled.</param>
    internal static ImportUndone Decide(int left, int reconciled, Guid by, DateTimeOffset now) => reconciled == 0
        ? new ImportUndone(left, by, now)
        : throw new RuleViolation(
            "imports.reconciled", $"{reconciled} of the imported entries are reconciled; unlock them first.",
            new Dictionary<string, object?> { ["count"] = reconciled });

    private static async Task<(int Left, int Reconciled)> EntriesLeftAsync(LedgerWrite write, Guid import)
    {
        var completed = (await write.FirstEventAsync<ImportCompleted>(import))!;
        Guid[] entries = [.. completed.EntryIds];
        Guid[] met = [.. completed.Matched.Select(match => match.EntryId), .. completed.Corrections.Select(row => row.Correction!.TransactionId)];
        return await write.Session.Sql(
            $"""
             select (count(*) filter (where is_brought))::int, (count(distinct id) filter (where is_reconciled))::int
             from (
               select id, true as is_brought, data->>'status' = 'reconciled' or data->'transfer'->>'status' = 'reconciled'
                 or data @? '$.splits[*].transfer ? (@.status == "reconciled")' as is_reconciled
               from {TransactionsTables.Transactions:raw}
               where tenant_id = {write.Session.TenantId} and deleted_at is null and data->'bankRows' is null
                 and (id = any ({entries}) or id = any ({met}) and data->>'importId' = {import.ToString("D")})
               union all
               select id, false, {StoredSides.Status:raw} = 'reconciled'
               from {TransactionsTables.Transactions:raw} entry cross join lateral jsonb_array_elements(data->'bankRows') rows (told)
                 cross join lateral (select (told->>'accountId')::uuid as account_id, (told->>'amount')::bigint as amount) side
               where tenant_id = {write.Session.TenantId} and deleted_at is null and id = any ({met})
                 and told->>'importId' = {import.ToString("D")} and ((told->>'cleared')::boolean or told->'replaced' is not null)) entry
             """)
            .FirstOrDefaultAsync(row => (row.GetInt32(0), row.GetInt32(1)), write.Cancellation);
    }
}
