using Marten;
using MediatR;
using MyBudget.Domain;
using MyBudget.Features.Budgets.Contracts;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.Messaging;
using MyBudget.Infrastructure.Persistence;

namespace MyBudget.Features.Budgets.CreateBudget;

internal sealed record CreateBudget(Guid? Id, BudgetInput Details) : ICommand<(Guid Id, JsonText Json)>;

internal sealed class CreateBudgetHandler(IDocumentSession session, LedgerScope scope, TimeProvider time)
    : IRequestHandler<CreateBudget, (Guid Id, JsonText Json)>
{
    public async Task<(Guid Id, JsonText Json)> Handle(CreateBudget command, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var id = command.Id ?? Guid.CreateVersion7(now);
        var created = new BudgetCreated(command.Details.ToDetails(), scope.UserId, now);

        await session.TakeRevisionAsync(cancellationToken);
        if (!await session.IsRepeatOfAsync<BudgetCreated>(command.Id, first => first.Details == created.Details, cancellationToken))
        {
            var others = await session.Query<Budget>().ToListAsync(cancellationToken);
            BudgetRules.DemandRoom(others);
            BudgetRules.DemandNameIsFree(others, id, created.Details.Name);
            await session.DemandNamedExistAsync(created.Details, was: null, cancellationToken);
            session.Events.StartStream<Budget>(id, created);
            await session.SaveChangesAsync(cancellationToken);
        }

        return (id, await BudgetRows.FindAsync(session, id, cancellationToken)
                    ?? throw RuleViolation.Conflict("http.id-taken", "The budget that had this id was deleted."));
    }
}
