namespace MyBudget.Features.Budgets.CreateBudget;

internal sealed record CreateBudget(Guid? Id, BudgetFields Details) : ICommand<Budget>;

internal sealed class CreateBudgetHandler(LedgerWriter ledger, BudgetRows rows, IDocumentSession session, ParameterValues values)
    : IRequestHandler<CreateBudget, Budget>
{
    public async Task<Budget> Handle(CreateBudget command, CancellationToken cancellationToken)
    {
        var input = command.Details with { Thresholds = command.Details.Thresholds ?? values.Of(Parameters.BudgetThresholds) };
        var details = input.ToDetails();
        var budget = await ledger.WriteAsync([command.Id], async write =>
        {
            var id = command.Id ?? write.NewId();
            if (!await write.IsRepeatOfAsync<BudgetCreated>(command.Id, first => IsSame(first.Details, details, command)))
                return write.Start<Budget>(id, Decide(await write.AllAsync<Budget>(), await NameableFacts.InAsync(write), details, write.By, write.Now));
            return await write.FindAsync<Budget>(id) ?? await DeletedAsync(write, id);
        }, cancellationToken);
        return budget.DeletedAt is null ? await rows.FindAsync(session, budget.Id, cancellationToken) ?? budget : budget;
    }

    internal static BudgetCreated Decide(IReadOnlyList<Budget> others, NameableFacts facts, BudgetDetails details, Guid by, DateTimeOffset now)
    {
        BudgetRules.EnsureRoom(others);
        BudgetRules.EnsureNameIsFree(others, except: null, details.Name);
        BudgetRules.EnsureNamedExist(details, was: null, facts);
        return new BudgetCreated(details, by, now);
    }

    private static async Task<Budget> DeletedAsync(LedgerWrite write, Guid id) => await write.FindRemovedAsync<Budget>(id) is { } gone
        ? gone.Last.Deleted(gone.At)
        : throw LedgerWrite.IdTaken("Something else in this ledger has this id.");

    /// <summary>A client that left the thresholds to the server gets those of the first time, whatever the default is by now.</summary>
    private static bool IsSame(BudgetDetails first, BudgetDetails again, CreateBudget command) =>
        first == (command.Details.Thresholds is null ? again with { Thresholds = first.Thresholds } : again);
}
