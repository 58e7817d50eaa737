namespace MyBudget.Features.Ledgers.ReviseLedger;

internal sealed record ReviseLedger(Guid LedgerId, MergePatch Patch, IfMatch IfMatch) : ICommand<LedgerView>;

internal sealed class ReviseLedgerHandler(LedgerWriter ledger, LedgerScope scope, IValidator<LedgerDetails> validator)
    : IRequestHandler<ReviseLedger, LedgerView>
{
    public Task<LedgerView> Handle(ReviseLedger command, CancellationToken cancellationToken) => ledger.WriteAsync(async write =>
    {
        var state = await write.FindAsync<Ledger>(command.LedgerId) ?? throw new LedgerGoneException();
        command.IfMatch.Ensure(state.Version);

        var details = command.Patch.ApplyTo<LedgerDetails>(state);
        await validator.ValidateAndThrowAsync(details, cancellationToken);
        var events = Decide(state, details, write.By, write.Now);
        if (events.OfType<FactorDemandSet>().SingleOrDefault() is { } demand)
        {
            if (demand.IsDemanded && !await write.Session.HasFactorAsync(write.By, cancellationToken))
                throw new RuleViolation("ledgers.factor-first", "Add a second factor yourself first; then the others can be asked for one.");
            write.Session.DemandFactor(state.Id, demand.IsDemanded);
        }

        return write.Append(state, events)!.ToView(scope.Role, events.Count > 0 ? write.Head.Revision : write.Head.Revision - 1);
    }, cancellationToken);

    internal static IReadOnlyList<object> Decide(Ledger ledger, LedgerDetails details, Guid by, DateTimeOffset now)
    {
        var (name, events) = (details.Name!.Trim(), new List<object>());
        if (name != ledger.Name) events.Add(new LedgerRenamed(name, by, now));
        if (details.LargeTransactionFrom != ledger.LargeTransactionFrom)
            events.Add(new LargeTransactionLimitSet(details.LargeTransactionFrom, ledger.Currency, by, now));
        if ((details.FactorRequired ?? false) != ledger.FactorRequired) events.Add(new FactorDemandSet(!ledger.FactorRequired, by, now));
        return events;
    }
}
