using FluentValidation;

namespace MyBudget.Features.Notifications.MarkAllRead;

internal sealed class MarkAllReadValidator : AbstractValidator<MarkAllRead>
{
    public MarkAllReadValidator() => RuleFor(command => command.UserId).NotEmpty();
}
