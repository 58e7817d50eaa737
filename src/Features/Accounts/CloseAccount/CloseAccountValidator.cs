using FluentValidation;

namespace MyBudget.Features.Accounts.CloseAccount;

internal sealed class CloseAccountValidator : AbstractValidator<CloseAccount>
{
    public CloseAccountValidator() => RuleFor(command => command.IfMatch).NotNull();
}
