namespace MyBudget.Features.Accounts.OpenAccount;

internal sealed record OpenAccount(Guid? Id, AccountInput Details) : ICommand<(Guid Id, JsonText Json)>;

internal sealed class OpenAccountHandler(LedgerWriter ledger, IDocumentSession session) : IRequestHandler<OpenAccount, (Guid Id, JsonText Json)>
{
    public async Task<(Guid Id, JsonText Json)> Handle(OpenAccount command, CancellationToken cancellationToken)
    {
        var details = command.Details.ToDetails();
        var opened = await ledger.WriteAsync([command.Id], async write =>
        {
            var id = command.Id ?? write.NewId();
            if (!await write.IsRepeatOfAsync<AccountOpened>(command.Id, first => first.Details == details))
                return write.Start<Account>(id, Decide(await write.AllAsync<Account>(), details, write.By, write.Now));
            return await write.FindAsync<Account>(id) ?? await DeletedAsync(write, id);
        }, cancellationToken);
        return (opened.Id, await AccountRows.FindAsync(session, opened.Id, cancellationToken) ?? Show(opened));
    }

    private static async Task<Account> DeletedAsync(LedgerWrite write, Guid id) => await write.FindRemovedAsync<Account>(id) is { } gone
        ? gone.Last.Deleted(gone.At)
        : throw LedgerWrite.IdTaken("Something else in this ledger has this id.");

    private static JsonText Show(Account deleted) =>
        new(JsonSerializer.SerializeToUtf8Bytes(new AccountView(deleted), StoredJson.Options), EntityTag.Of(deleted.Version));

    internal static AccountOpened Decide(IReadOnlyList<Account> others, AccountDetails details, Guid by, DateTimeOffset now)
    {
        AccountRules.EnsureRoom(others);
        AccountRules.EnsureNameIsFree(others, except: null, details.Name);
        return new AccountOpened(details, by, now);
    }
}
