using FluentValidation;

namespace MyBudget.Features.Notifications.DeleteNotification;

internal sealed class DeleteNotificationValidator : AbstractValidator<DeleteNotification>
{
    public DeleteNotificationValidator() => RuleFor(command => command.UserId).NotEmpty();
}
