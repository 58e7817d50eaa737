namespace MyBudget.Features.Notifications.ListNotifications;

internal sealed class ListNotificationsValidator : AbstractValidator<ListNotifications>
{
    public ListNotificationsValidator() => RuleFor(query => query.Limit).InclusiveBetween(1, PageLimit.Max);
}
