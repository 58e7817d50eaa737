namespace MyBudget.Features.Budgets.DeleteBudget;

/// <summary>Answers whether there was such a budget.</summary>
internal sealed record DeleteBudget(Guid Id, IfMatch IfMatch) : ICommand<bool>;

internal sealed class DeleteBudgetHandler(LedgerWriter ledger) : IRequestHandler<DeleteBudget, bool>
{
    public Task<bool> Handle(DeleteBudget command, CancellationToken cancellationToken) => ledger.WriteAsync(async write =>
    {
        if (await write.FindAsync<Budget>(command.Id) is not { } budget) return false;
        command.IfMatch.Ensure(budget.Version);
        write.Append(budget, Decide(write.By, write.Now));
        return true;
    }, cancellationToken);

    internal static BudgetDeleted Decide(Guid by, DateTimeOffset now) => new(by, now);
}
