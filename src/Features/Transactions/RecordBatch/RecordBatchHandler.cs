namespace MyBudget.Features.Transactions.RecordBatch;

internal sealed record RecordBatch(IReadOnlyList<NewTransaction>? Transactions) : ICommand<IReadOnlyList<Transaction>>;

internal sealed class RecordBatchHandler(LedgerWriter ledger, OrderedIds ids) : IRequestHandler<RecordBatch, IReadOnlyList<Transaction>>
{
    public Task<IReadOnlyList<Transaction>> Handle(RecordBatch command, CancellationToken cancellationToken) => ledger.WriteAsync([.. command.Transactions!.Select(details => details.Id)], async write =>
    {
        var facts = await LedgerFacts.InAsync(write);
        var firsts = await write.FirstEventsAsync(command.Transactions!.Select(details => details.Id).OfType<Guid>());
        var results = new List<Transaction>();
        foreach (var (id, recorded) in Decide(command.Transactions!, facts, firsts, write.By, write.Now))
        {
            results.Add(recorded is null
                ? (await write.FindAsync<Transaction>(id!.Value))!
                : write.Start<Transaction>(id ?? ids.Next(write.Now), recorded));
        }

        return (IReadOnlyList<Transaction>)results;
    }, cancellationToken);

    /// <returns>
    /// What is recorded under which id of the client's, in the batch's order and so one after the other; no event for what was recorded before.
    /// </returns>
    /// <exception cref="RuleViolations">Each rule that is broken, by the index of the transaction that breaks it.</exception>
    internal static IReadOnlyList<(Guid? Id, TransactionRecorded? Recorded)> Decide(
        IReadOnlyList<NewTransaction> batch, LedgerFacts facts, IReadOnlyDictionary<Guid, object> firsts, Guid by, DateTimeOffset now)
    {
        var broken = new SortedDictionary<int, RuleViolation>();
        var decided = new List<(Guid?, TransactionRecorded?)>();
        for (var index = 0; index < batch.Count; index++)
        {
            try
            {
                var (id, entry) = (batch[index].Id, batch[index].ToEntry(facts));
                var isRepeat = LedgerWrite.IsRepeatOf<TransactionRecorded>(
                    id is { } known ? firsts.GetValueOrDefault(known) : null, first => first.Entry == entry);
                decided.Add((id, isRepeat ? null : facts.Record(entry, source: null, by, now.AddMicroseconds(index))));
            }
            catch (RuleViolation violation)
            {
                broken.Add(index, violation);
            }
        }

        return broken.Count == 0 ? decided : throw new RuleViolations("transactions", broken);
    }
}
