using FluentValidation;

namespace MyBudget.Features.Notifications.MarkRead;

internal sealed class MarkReadValidator : AbstractValidator<MarkRead>
{
    public MarkReadValidator() => RuleFor(command => command.UserId).NotEmpty();
}
