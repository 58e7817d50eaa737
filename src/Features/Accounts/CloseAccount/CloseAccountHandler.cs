namespace MyBudget.Features.Accounts.CloseAccount;

internal sealed record CloseAccount(Guid Id, IfMatch IfMatch) : ICommand<JsonText?>;

internal sealed class CloseAccountHandler(LedgerWriter ledger, IDocumentSession session) : IRequestHandler<CloseAccount, JsonText?>
{
    public async Task<JsonText?> Handle(CloseAccount command, CancellationToken cancellationToken)
    {
        await ledger.WriteAsync(async write =>
        {
            if (await write.FindAsync<Account>(command.Id) is not { } account) return null;
            command.IfMatch.Ensure(account.Version);
            return write.Append(account, Decide(account, write.By, write.Now));
        }, cancellationToken);
        return await AccountRows.FindAsync(session, command.Id, cancellationToken);
    }

    internal static IReadOnlyList<object> Decide(Account account, Guid by, DateTimeOffset now) =>
        account.Closed ? [] : [new AccountClosed(by, now)];
}
