using Marten;
using MediatR;
using MyBudget.Features.Accounts.Contracts;
using MyBudget.Infrastructure.EventStore;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.UseCases;

namespace MyBudget.Features.Accounts.CloseAccount;

internal sealed record CloseAccount(Guid Id, IfMatch IfMatch) : ICommand<JsonText?>;

internal sealed class CloseAccountHandler(IDocumentSession session, LedgerScope scope, TimeProvider time)
    : IRequestHandler<CloseAccount, JsonText?>
{
    public async Task<JsonText?> Handle(CloseAccount command, CancellationToken cancellationToken)
    {
        await session.TakeRevisionAsync(cancellationToken);
        var stream = await session.Events.FetchForWriting<Account>(command.Id, cancellationToken);
        if (stream.Aggregate is not { } account) return null;
        command.IfMatch.Ensure(account.Version);

        if (!account.Closed)
        {
            stream.AppendOne(new AccountClosed(scope.UserId, time.GetUtcNow()));
            await session.SaveChangesAsync(cancellationToken);
        }

        return await AccountRows.FindAsync(session, account.Id, cancellationToken);
    }
}
