namespace MyBudget.Features.Accounts.DeleteAccount;

/// <summary>Answers whether there was such an account.</summary>
internal sealed record DeleteAccount(Guid Id, IfMatch IfMatch) : ICommand<bool>;

internal sealed class DeleteAccountHandler(LedgerWriter ledger) : IRequestHandler<DeleteAccount, bool>
{
    public Task<bool> Handle(DeleteAccount command, CancellationToken cancellationToken) => ledger.WriteAsync(async write =>
    {
        if (await write.FindAsync<Account>(command.Id) is not { } account) return false;
        command.IfMatch.Ensure(account.Version);

        var deleted = Decide(await HasEntriesAsync(write, account.Id), write.By, write.Now);
        write.Append(account, deleted);
        await write.PublishAsync(account.Id, deleted);
        return true;
    }, cancellationToken);

    internal static AccountDeleted Decide(bool hasEntries, Guid by, DateTimeOffset now) => hasEntries
        ? throw RuleViolation.Conflict("accounts.in-use", "The account has entries, perhaps deleted ones that can be restored; close it instead.")
        : new AccountDeleted(by, now);

    /// <summary>Deleted ones too: whoever restores them needs the account.</summary>
    private static Task<bool> HasEntriesAsync(LedgerWrite write, Guid account) => write.Session.Sql(
        $"""
         select 1 from {TransactionsTables.Transactions:raw}
         where tenant_id = {LedgerScope.TenantOf(write.LedgerId)} and (account_id = {account} or transfer_account_id = {account} or bank_account_id = {account}
           or jsonb_array_length(data->'splits') > 0 and data->'splits' @> jsonb_build_array(jsonb_build_object('transfer', jsonb_build_object('accountId', {account})))
           or data->'bankRows' @> jsonb_build_array(jsonb_build_object('accountId', {account})))
         limit 1
         """).AnyAsync(write.Cancellation);
}
