using FluentValidation;

namespace MyBudget.Features.Identity.LogOut;

internal sealed class LogOutValidator : AbstractValidator<LogOut>
{
    public LogOutValidator() => RuleFor(command => command.SessionId).NotEmpty();
}
