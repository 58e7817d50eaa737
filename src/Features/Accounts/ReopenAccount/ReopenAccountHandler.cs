namespace MyBudget.Features.Accounts.ReopenAccount;

internal sealed record ReopenAccount(Guid Id, IfMatch IfMatch) : ICommand<JsonText?>;

internal sealed class ReopenAccountHandler(LedgerWriter ledger, IDocumentSession session) : IRequestHandler<ReopenAccount, JsonText?>
{
    public async Task<JsonText?> Handle(ReopenAccount command, CancellationToken cancellationToken)
    {
        await ledger.WriteAsync(async write =>
        {
            if (await write.FindAsync<Account>(command.Id) is not { } account) return null;
            command.IfMatch.Ensure(account.Version);
            return write.Append(account, Decide(account, await write.AllAsync<Account>(), write.By, write.Now));
        }, cancellationToken);
        return await AccountRows.FindAsync(session, command.Id, cancellationToken);
    }

    internal static IReadOnlyList<object> Decide(Account account, IReadOnlyList<Account> others, Guid by, DateTimeOffset now)
    {
        if (!account.Closed) return [];
        AccountRules.EnsureNameIsFree(others, except: account.Id, account.Name);
        return [new AccountReopened(by, now)];
    }
}
