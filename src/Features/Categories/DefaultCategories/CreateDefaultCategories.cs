using Marten;
using MediatR;
using MyBudget.Features.Categories.Contracts;
using MyBudget.Features.Ledgers.Contracts;
using MyBudget.Infrastructure.UseCases;

namespace MyBudget.Features.Categories.DefaultCategories;

/// <summary>Gives a new ledger categories to start with, in the write that creates it.</summary>
internal sealed class CreateDefaultCategories(IDocumentSession session) : INotificationHandler<Appended<LedgerCreated>>
{
    public Task Handle(Appended<LedgerCreated> notification, CancellationToken cancellationToken)
    {
        var ledger = notification.Event;
        foreach (var details in DefaultCategorySet.In(ledger.Language))
            session.Events.StartStream<Category>(Guid.CreateVersion7(ledger.At), new CategoryCreated(details, ledger.By, ledger.At));

        return Task.CompletedTask;
    }
}
