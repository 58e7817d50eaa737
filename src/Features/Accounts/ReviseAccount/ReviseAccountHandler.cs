using FluentValidation;
using Marten;
using MediatR;
using MyBudget.Domain;
using MyBudget.Features.Accounts.Contracts;
using MyBudget.Infrastructure.EventStore;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.UseCases;

namespace MyBudget.Features.Accounts.ReviseAccount;

internal sealed record ReviseAccount(Guid Id, MergePatch Patch, IfMatch IfMatch) : ICommand<JsonText?>;

internal sealed class ReviseAccountHandler(
    IDocumentSession session, LedgerScope scope, IValidator<AccountInput> validator, TimeProvider time)
    : IRequestHandler<ReviseAccount, JsonText?>
{
    public async Task<JsonText?> Handle(ReviseAccount command, CancellationToken cancellationToken)
    {
        await session.TakeRevisionAsync(cancellationToken);
        var stream = await session.Events.FetchForWriting<Account>(command.Id, cancellationToken);
        if (stream.Aggregate is not { } account) return null;
        command.IfMatch.Ensure(account.Version);

        var input = command.Patch.ApplyTo(AccountInput.Of(account));
        await validator.ValidateAndThrowAsync(input, cancellationToken);
        if (Decide(account, input.ToDetails(), scope.UserId, time.GetUtcNow()) is { } revised)
        {
            if (!account.Closed) await session.EnsureNameIsFreeAsync(account.Id, revised.Now.Name, cancellationToken);
            stream.AppendOne(revised);
            await session.SaveChangesAsync(cancellationToken);
        }

        return await AccountRows.FindAsync(session, account.Id, cancellationToken);
    }

    internal static AccountRevised? Decide(Account account, AccountDetails details, Guid by, DateTimeOffset now)
    {
        var was = account.ToDetails();
        if (details.Currency != was.Currency)
            throw new RuleViolation("accounts.currency-fixed", "The currency of an account cannot change; open another account.");
        return details == was ? null : new AccountRevised(was, details, by, now);
    }
}
