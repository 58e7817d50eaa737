namespace MyBudget.Features.Accounts.OrderAccounts;

internal sealed record OrderAccounts(IReadOnlyList<Guid>? Ids) : ICommand<JsonText>;

internal sealed class OrderAccountsHandler(LedgerWriter ledger, IDocumentSession session) : IRequestHandler<OrderAccounts, JsonText>
{
    public async Task<JsonText> Handle(OrderAccounts command, CancellationToken cancellationToken)
    {
        await ledger.WriteAsync(async write =>
        {
            var moved = Decide(await write.AllAsync<Account>(), command.Ids!, write.By, write.Now);
            foreach (var (account, revised) in moved) write.Append(account, revised);
            return moved.Count;
        }, cancellationToken);
        return await AccountRows.ListAsync(session, cancellationToken);
    }

    /// <returns>Those that get another place.</returns>
    internal static IReadOnlyList<(Account Account, AccountRevised Revised)> Decide(
        IReadOnlyList<Account> accounts, IReadOnlyList<Guid> ids, Guid by, DateTimeOffset now)
    {
        if (ids.FirstOrDefault(id => accounts.All(account => account.Id != id)) is var unknown && unknown != Guid.Empty)
            throw new RuleViolation("accounts.unknown", "There is no such account in this ledger.", new Dictionary<string, object?> { ["accountId"] = unknown });

        var places = ids.Select((id, i) => (id, Place: i + 1)).ToDictionary(entry => entry.id, entry => entry.Place);
        var moved = new List<(Account, AccountRevised)>();
        foreach (var account in accounts)
        {
            var (was, position) = (account.ToDetails(), places.TryGetValue(account.Id, out var place) ? place : (int?)null);
            if (position != was.Position) moved.Add((account, new AccountRevised(was, was with { Position = position }, by, now)));
        }

        return moved;
    }
}
