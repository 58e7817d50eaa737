using Marten;
using MediatR;
using MyBudget.Domain;
using MyBudget.Features.Budgets.Contracts;
using MyBudget.Infrastructure.EventStore;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.RuntimeSettings;
using MyBudget.Infrastructure.UseCases;

namespace MyBudget.Features.Budgets.CreateBudget;

internal sealed record CreateBudget(Guid? Id, BudgetInput Details) : ICommand<(Guid Id, JsonText Json)>;

internal sealed class CreateBudgetHandler(IDocumentSession session, LedgerScope scope, ParameterValues values, TimeProvider time)
    : IRequestHandler<CreateBudget, (Guid Id, JsonText Json)>
{
    public async Task<(Guid Id, JsonText Json)> Handle(CreateBudget command, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var id = command.Id ?? Guid.CreateVersion7(now);
        var input = command.Details with { Thresholds = command.Details.Thresholds ?? values.Of(Parameters.BudgetThresholds) };
        var created = new BudgetCreated(input.ToDetails(), scope.UserId, now);

        await session.TakeRevisionAsync(cancellationToken);
        if (!await session.IsRepeatOfAsync<BudgetCreated>(command.Id, first => IsSame(first.Details, created.Details, command), cancellationToken))
        {
            var others = await session.Query<Budget>().ToListAsync(cancellationToken);
            BudgetRules.EnsureRoom(others);
            BudgetRules.EnsureNameIsFree(others, id, created.Details.Name);
            await session.EnsureNamedExistAsync(created.Details, was: null, cancellationToken);
            session.Events.StartStream<Budget>(id, created);
            await session.SaveChangesAsync(cancellationToken);
        }

        return (id, await BudgetRows.FindAsync(session, id, cancellationToken)
                    ?? throw RuleViolation.Conflict("http.id-taken", "The budget that had this id was deleted."));
    }

    /// <summary>Who left the thresholds to the server gets those of the first time, whatever the default is by now.</summary>
    private static bool IsSame(BudgetDetails first, BudgetDetails again, CreateBudget command) =>
        first == (command.Details.Thresholds is null ? again with { Thresholds = first.Thresholds } : again);
}
