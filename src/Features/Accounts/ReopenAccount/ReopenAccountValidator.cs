using FluentValidation;

namespace MyBudget.Features.Accounts.ReopenAccount;

internal sealed class ReopenAccountValidator : AbstractValidator<ReopenAccount>
{
    public ReopenAccountValidator() => RuleFor(command => command.IfMatch).NotNull();
}
