namespace MyBudget.Features.Budgets.CreateBudget;

internal sealed record CreateBudget(Guid? Id, BudgetFields Details) : ICommand<(Guid Id, JsonText Json)>;

internal sealed class CreateBudgetHandler(LedgerWriter ledger, IDocumentSession session, ParameterValues values)
    : IRequestHandler<CreateBudget, (Guid Id, JsonText Json)>
{
    public async Task<(Guid Id, JsonText Json)> Handle(CreateBudget command, CancellationToken cancellationToken)
    {
        var input = command.Details with { Thresholds = command.Details.Thresholds ?? values.Of(Parameters.BudgetThresholds) };
        var details = input.ToDetails();
        var budget = await ledger.WriteAsync([command.Id], async write =>
        {
            var id = command.Id ?? write.NewId();
            if (!await write.IsRepeatOfAsync<BudgetCreated>(command.Id, first => IsSame(first.Details, details, command)))
                write.Start<Budget>(id, Decide(await write.AllAsync<Budget>(), await NameableFacts.InAsync(write), details, write.By, write.Now));
            return id;
        }, cancellationToken);
        return (budget, await BudgetRows.FindAsync(session, budget, cancellationToken)
                        ?? throw LedgerWrite.IdTaken("The budget that had this id was deleted."));
    }

    internal static BudgetCreated Decide(IReadOnlyList<Budget> others, NameableFacts facts, BudgetDetails details, Guid by, DateTimeOffset now)
    {
        BudgetRules.EnsureRoom(others);
        BudgetRules.EnsureNameIsFree(others, except: null, details.Name);
        BudgetRules.EnsureNamedExist(details, was: null, facts);
        return new BudgetCreated(details, by, now);
    }

    /// <summary>A client that left the thresholds to the server gets those of the first time, whatever the default is by now.</summary>
    private static bool IsSame(BudgetDetails first, BudgetDetails again, CreateBudget command) =>
        first == (command.Details.Thresholds is null ? again with { Thresholds = first.Thresholds } : again);
}
