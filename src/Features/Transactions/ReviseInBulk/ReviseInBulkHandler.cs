namespace MyBudget.Features.Transactions.ReviseInBulk;

internal sealed record ReviseInBulk(BulkInput Details) : ICommand<BulkReport>
{
    /// <summary>Of everything that was asked for.</summary>
    public string Fingerprint { get; } = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(
        new { Details, Details.Change?.SetsCategory, Details.Change?.SetsPayee })));
}

internal sealed class ReviseInBulkHandler(LedgerWriter ledger) : IRequestHandler<ReviseInBulk, BulkReport>
{
    public Task<BulkReport> Handle(ReviseInBulk command, CancellationToken cancellationToken) => command.Details.DryRun is true
        ? ledger.PreviewAsync(async write => Report(id: null, await DecideAsync(write, command)), cancellationToken)
        : ledger.WriteAsync([command.Details.Id], write => ReviseAsync(write, command), cancellationToken);

    private static async Task<BulkReport> ReviseAsync(LedgerWrite write, ReviseInBulk command)
    {
        if (await write.IsRepeatOfAsync<BulkRevised>(command.Details.Id, first => first.Fingerprint == command.Fingerprint))
            return Report((await write.FindAsync<BulkRevision>(command.Details.Id!.Value))!);

        var decided = await DecideAsync(write, command);
        if (decided.Events.Count == 0) return Report(id: null, decided);

        var id = command.Details.Id ?? write.NewId();
        foreach (var (transaction, e) in decided.Events) write.Append(transaction, e);
        write.Start<BulkRevision>(id, new BulkRevised(
            command.Fingerprint, [.. decided.Events.Select(change => Entry(change.Transaction))], decided.Unchanged, decided.Skipped, write.By, write.Now));
        return Report(id, decided);
    }

    private static async Task<Decided> DecideAsync(LedgerWrite write, ReviseInBulk command)
    {
        var decision = new BulkDecision(
            command.Details.Change!, TransactionFilter.IdsOf(command.Details.Where!.AccountId), await LedgerFacts.InAsync(write), write.By, write.Now);
        decision.EnsurePossible();
        var (found, gone) = await BulkSelection.FindAsync(write, command.Details.Where!);
        EnsureExpected(command.Details.Expect, found.Count + gone.Count);
        return Decide(found, gone, decision);
    }

    internal static Decided Decide(IReadOnlyList<Transaction> found, IEnumerable<Guid> gone, BulkDecision decision)
    {
        var decided = new Decided([], [.. gone.Select(id => new BulkSkipped(id, "transactions.gone"))]);
        foreach (var transaction in found)
        {
            try
            {
                if (decision.Of(transaction) is { } e) decided.Events.Add((transaction, e));
                else decided.Unchanged++;
            }
            catch (RuleViolation violation)
            {
                decided.Skipped.Add(new BulkSkipped(transaction.Id, violation.Code));
            }
        }

        return decided;
    }

    private static BulkEntry Entry(Transaction before) => new(before.Id, before.Version + 1, before.ReconciledOn, before.ReconciledSides);

    private static void EnsureExpected(int? expected, int found)
    {
        if (expected is null || expected == found) return;
        throw RuleViolation.Conflict(
            "transactions.bulk-expected", $"There are {found} such transactions and not {expected}; nothing was changed.",
            new Dictionary<string, object?> { ["found"] = found, ["expected"] = expected });
    }

    private static BulkReport Report(Guid? id, Decided decided) =>
        new(id, decided.Events.Count + decided.Unchanged + decided.Skipped.Count, decided.Events.Count, decided.Unchanged, decided.Skipped);

    private static BulkReport Report(BulkRevision known) =>
        new(known.Id, known.Changed + known.Unchanged + known.Skipped.Count, known.Changed, known.Unchanged, known.Skipped);

    internal sealed record Decided(List<(Transaction Transaction, object Event)> Events, List<BulkSkipped> Skipped)
    {
        public int Unchanged { get; set; }
    }
}
