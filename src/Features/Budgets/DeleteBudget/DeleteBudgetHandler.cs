using Marten;
using MediatR;
using MyBudget.Features.Budgets.Contracts;
using MyBudget.Infrastructure.EventStore;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.UseCases;

namespace MyBudget.Features.Budgets.DeleteBudget;

internal sealed record DeleteBudget(Guid Id, IfMatch IfMatch) : ICommand<bool>;

internal sealed class DeleteBudgetHandler(IDocumentSession session, LedgerScope scope, TimeProvider time)
    : IRequestHandler<DeleteBudget, bool>
{
    /// <returns>False when there is no such budget.</returns>
    public async Task<bool> Handle(DeleteBudget command, CancellationToken cancellationToken)
    {
        await session.TakeRevisionAsync(cancellationToken);
        var stream = await session.Events.FetchForWriting<Budget>(command.Id, cancellationToken);
        if (stream.Aggregate is not { } budget) return false;
        command.IfMatch.Ensure(budget.Version);

        stream.AppendOne(new BudgetDeleted(scope.UserId, time.GetUtcNow()));
        await session.SaveChangesAsync(cancellationToken);
        return true;
    }
}
