namespace MyBudget.Features.Categories.Reactions;

/// <summary>Gives a new ledger categories to start with, in the write that creates it, unless it brings its own.</summary>
internal sealed class CreateDefaultCategories : INotificationHandler<Appended<LedgerCreated>>
{
    public Task Handle(Appended<LedgerCreated> notification, CancellationToken cancellationToken)
    {
        var (write, ledger) = (notification.Write, notification.Event);
        if (!ledger.StarterCategories) return Task.CompletedTask;
        foreach (var details in DefaultCategorySet.In(ledger.Language))
            write.Start<Category>(write.NewId(), new CategoryCreated(details, ledger.By, ledger.At));
        return Task.CompletedTask;
    }
}
