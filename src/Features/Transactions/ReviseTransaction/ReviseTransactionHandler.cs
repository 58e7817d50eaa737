using FluentValidation;
using Marten;
using MediatR;
using MyBudget.Features.Transactions.Contracts;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.Messaging;
using MyBudget.Infrastructure.Persistence;

namespace MyBudget.Features.Transactions.ReviseTransaction;

internal sealed record ReviseTransaction(Guid Id, MergePatch Patch, IfMatch IfMatch) : ICommand<Transaction?>;

internal sealed class ReviseTransactionHandler(
    IDocumentSession session, LedgerScope scope, LedgerReference reference, IValidator<TransactionInput> validator, TimeProvider time)
    : IRequestHandler<ReviseTransaction, Transaction?>
{
    public async Task<Transaction?> Handle(ReviseTransaction command, CancellationToken cancellationToken)
    {
        var head = await session.TakeRevisionAsync(cancellationToken);
        var stream = await session.Events.FetchForWriting<Transaction>(command.Id, cancellationToken);
        if (stream.Aggregate is not { DeletedAt: null } transaction) return null;
        command.IfMatch.Demand(transaction.Version);

        var was = transaction.ToEntry();
        var input = command.Patch.ApplyTo(TransactionInput.Of(was));
        await validator.ValidateAndThrowAsync(input, cancellationToken);
        var facts = await LedgerFacts.AtAsync(head, scope, session, reference, cancellationToken);
        var now = input.ToEntry(facts);
        if (now == was) return transaction;

        var revised = new TransactionRevised(was, facts.DemandRevisable(was, now), scope.UserId, time.GetUtcNow());
        stream.AppendOne(revised);
        await session.SaveChangesAsync(cancellationToken);
        return transaction.Apply(revised);
    }
}
