namespace MyBudget.Features.Budgets.Reactions;

/// <summary>A budget for a category that was merged is for the one it went into.</summary>
internal sealed class FollowMergedCategory : INotificationHandler<Appended<CategoryMerged>>
{
    public Task Handle(Appended<CategoryMerged> notification, CancellationToken cancellationToken)
    {
        var (merged, e) = (notification.StreamId, notification.Event);
        return notification.Write.ReviseCategoriesAsync(merged, ids => [.. ids.Select(id => id == merged ? e.Into : id).Distinct()], e.By, e.At);
    }
}
