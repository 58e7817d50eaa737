using JasperFx.Events;
using Marten.Events.Aggregation;
using MyBudget.Features.Transactions.Contracts;

namespace MyBudget.Features.Transactions;

public sealed partial class TransactionProjection : SingleStreamProjection<Transaction, Guid>
{
    public static Transaction Create(IEvent<TransactionRecorded> e) => Transaction.Create(e.StreamId, e.Data);

    public static Transaction Apply(TransactionRevised e, Transaction transaction) => transaction.Apply(e);

    public static Transaction Apply(TransactionDeleted e, Transaction transaction) => transaction.Apply(e);

    public static Transaction Apply(TransactionRestored e, Transaction transaction) => transaction.Apply(e);
}
