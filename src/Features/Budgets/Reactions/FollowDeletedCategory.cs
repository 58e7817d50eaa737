namespace MyBudget.Features.Budgets.Reactions;

/// <summary>
/// A category that was deleted leaves the budgets that name it, but never as the last: an empty list would turn a budget for one
/// thing into a budget for everything.
/// </summary>
internal sealed class FollowDeletedCategory : INotificationHandler<Appended<CategoryDeleted>>
{
    public Task Handle(Appended<CategoryDeleted> notification, CancellationToken cancellationToken)
    {
        var (deleted, e) = (notification.StreamId, notification.Event);
        return notification.Write.ReviseCategoriesAsync(deleted, ids => ids.Count == 1 ? ids : [.. ids.Where(id => id != deleted)], e.By, e.At);
    }
}
