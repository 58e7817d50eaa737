using FluentValidation;

namespace MyBudget.Features.Ledgers.WithdrawInvitation;

internal sealed class WithdrawInvitationValidator : AbstractValidator<WithdrawInvitation>
{
    public WithdrawInvitationValidator() => RuleFor(command => command.LedgerId).NotEmpty();
}
