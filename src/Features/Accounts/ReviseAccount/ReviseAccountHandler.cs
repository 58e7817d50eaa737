namespace MyBudget.Features.Accounts.ReviseAccount;

internal sealed record ReviseAccount(Guid Id, MergePatch Patch, IfMatch IfMatch) : ICommand<JsonText?>;

internal sealed class ReviseAccountHandler(LedgerWriter ledger, IDocumentSession session, IValidator<AccountInput> validator)
    : IRequestHandler<ReviseAccount, JsonText?>
{
    public async Task<JsonText?> Handle(ReviseAccount command, CancellationToken cancellationToken)
    {
        await ledger.WriteAsync(async write =>
        {
            if (await write.FindAsync<Account>(command.Id) is not { } account) return null;
            command.IfMatch.Ensure(account.Version);

            var input = command.Patch.ApplyTo<AccountInput>(account);
            await validator.ValidateAndThrowAsync(input, cancellationToken);
            return write.Append(account, Decide(account, await write.AllAsync<Account>(), input.ToDetails(), write.By, write.Now));
        }, cancellationToken);
        return await AccountRows.FindAsync(session, command.Id, cancellationToken);
    }

    internal static IReadOnlyList<object> Decide(
        Account account, IReadOnlyList<Account> others, AccountDetails details, Guid by, DateTimeOffset now)
    {
        var was = account.ToDetails();
        if (details.Currency != was.Currency)
            throw new RuleViolation("accounts.currency-fixed", "The currency of an account cannot change; open another account.");
        if (details == was) return [];
        if (account.Closed && (details.OpeningBalance, details.OpenedOn) != (was.OpeningBalance, was.OpenedOn))
            throw new RuleViolation("accounts.closed-balance", "The account is closed: reopen it to change its opening balance.");
        if (!account.Closed) AccountRules.EnsureNameIsFree(others, except: account.Id, details.Name);
        return [new AccountRevised(was, details, by, now)];
    }
}
