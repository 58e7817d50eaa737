using Marten;
using MediatR;
using MyBudget.Features.Accounts.Contracts;
using MyBudget.Infrastructure.EventStore;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.UseCases;

namespace MyBudget.Features.Accounts.ReopenAccount;

internal sealed record ReopenAccount(Guid Id, IfMatch IfMatch) : ICommand<JsonText?>;

internal sealed class ReopenAccountHandler(IDocumentSession session, LedgerScope scope, TimeProvider time)
    : IRequestHandler<ReopenAccount, JsonText?>
{
    public async Task<JsonText?> Handle(ReopenAccount command, CancellationToken cancellationToken)
    {
        await session.TakeRevisionAsync(cancellationToken);
        var stream = await session.Events.FetchForWriting<Account>(command.Id, cancellationToken);
        if (stream.Aggregate is not { } account) return null;
        command.IfMatch.Ensure(account.Version);

        if (account.Closed)
        {
            await session.EnsureNameIsFreeAsync(account.Id, account.Name, cancellationToken);
            stream.AppendOne(new AccountReopened(scope.UserId, time.GetUtcNow()));
            await session.SaveChangesAsync(cancellationToken);
        }

        return await AccountRows.FindAsync(session, account.Id, cancellationToken);
    }
}
