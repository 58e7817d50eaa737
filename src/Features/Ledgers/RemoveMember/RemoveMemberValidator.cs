using FluentValidation;

namespace MyBudget.Features.Ledgers.RemoveMember;

internal sealed class RemoveMemberValidator : AbstractValidator<RemoveMember>
{
    public RemoveMemberValidator() => RuleFor(command => command.LedgerId).NotEmpty();
}
