using System.Text.Json.Nodes;
using FluentValidation;
using Marten;
using MediatR;
using MyBudget.Domain;
using MyBudget.Features.Transactions.Contracts;
using MyBudget.Infrastructure.EventStore;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.UseCases;

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
        command.IfMatch.Ensure(transaction.Version);

        var was = transaction.ToEntry();
        var input = command.Patch.ApplyTo(TransactionInput.Of(was));
        await validator.ValidateAndThrowAsync(input, cancellationToken);
        var facts = await LedgerFacts.AtAsync(head, scope, session, reference, cancellationToken);
        var now = WithMoneyAsMeant(input, command.Patch.Document, was, facts).ToEntry(facts);
        if (now == was) return transaction;

        var revised = new TransactionRevised(was, facts.EnsureRevisable(was, now), scope.UserId, time.GetUtcNow());
        stream.AppendOne(revised);
        await session.SaveChangesAsync(cancellationToken);
        return transaction.Apply(revised);
    }

    /// <summary>
    /// An amount that the patch does not mention never becomes as many units of another currency. Within one currency what arrives of a
    /// transfer follows what leaves.
    /// </summary>
    internal static TransactionInput WithMoneyAsMeant(TransactionInput input, JsonObject patch, Entry was, LedgerFacts facts)
    {
        var currency = facts.Account(input.AccountId!.Value).Currency;
        if (currency != facts.Account(was.AccountId).Currency && !patch.ContainsKey("amount"))
            throw new RuleViolation("transactions.amount-required", "The account has another currency than the one before: say the amount in it.");
        if (input.Transfer is not { } transfer || (patch["transfer"] as JsonObject)?.ContainsKey("amount") is true) return input;

        var arriving = facts.Account(transfer.AccountId!.Value).Currency;
        var isKept = arriving != currency && was.Transfer is { } before && facts.Account(before.AccountId).Currency == arriving;
        return isKept ? input : input with { Transfer = transfer with { Amount = null } };
    }
}
