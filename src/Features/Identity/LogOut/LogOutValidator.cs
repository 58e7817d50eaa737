namespace MyBudget.Features.Identity.LogOut;

internal sealed class LogOutValidator : AbstractValidator<LogOut>
{
    public LogOutValidator() => RuleFor(command => command.RefreshToken).Line(200);
}
