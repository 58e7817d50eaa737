using Marten;
using MediatR;
using MyBudget.Features.Accounts.Contracts;
using MyBudget.Infrastructure.EventStore;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.UseCases;

namespace MyBudget.Features.Accounts.OpenAccount;

internal sealed record OpenAccount(Guid? Id, AccountInput Details) : ICommand<(Guid Id, JsonText Json)>;

internal sealed class OpenAccountHandler(IDocumentSession session, LedgerScope scope, TimeProvider time)
    : IRequestHandler<OpenAccount, (Guid Id, JsonText Json)>
{
    public async Task<(Guid Id, JsonText Json)> Handle(OpenAccount command, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var id = command.Id ?? Guid.CreateVersion7(now);
        var opened = new AccountOpened(command.Details.ToDetails(), scope.UserId, now);

        await session.TakeRevisionAsync(cancellationToken);
        if (await session.IsRepeatOfAsync<AccountOpened>(command.Id, first => first.Details == opened.Details, cancellationToken))
            return (id, (await AccountRows.FindAsync(session, id, cancellationToken))!);

        await session.EnsureRoomAsync(cancellationToken);
        await session.EnsureNameIsFreeAsync(id, opened.Details.Name, cancellationToken);
        session.Events.StartStream<Account>(id, opened);
        await session.SaveChangesAsync(cancellationToken);
        return (id, (await AccountRows.FindAsync(session, id, cancellationToken))!);
    }
}
