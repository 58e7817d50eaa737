namespace MyBudget.Features.Transactions.RecordTransaction;

internal sealed record RecordTransaction(NewTransaction Details) : ICommand<Transaction>;

internal sealed class RecordTransactionHandler(LedgerWriter ledger) : IRequestHandler<RecordTransaction, Transaction>
{
    public Task<Transaction> Handle(RecordTransaction command, CancellationToken cancellationToken) => ledger.WriteAsync([command.Details.Id], async write =>
    {
        var facts = await LedgerFacts.InAsync(write);
        var entry = command.Details.ToEntry(facts);
        var id = command.Details.Id ?? write.NewId();
        return await write.IsRepeatOfAsync<TransactionRecorded>(command.Details.Id, first => first.Entry == entry)
            ? (await write.FindAsync<Transaction>(id))!
            : write.Start<Transaction>(id, Decide(entry, facts, write.By, write.Now));
    }, cancellationToken);

    internal static TransactionRecorded Decide(Entry entry, LedgerFacts facts, Guid by, DateTimeOffset now) => facts.Record(entry, source: null, by, now);
}
