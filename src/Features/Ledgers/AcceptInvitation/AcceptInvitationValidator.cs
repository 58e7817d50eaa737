using FluentValidation;

namespace MyBudget.Features.Ledgers.AcceptInvitation;

internal sealed class AcceptInvitationValidator : AbstractValidator<AcceptInvitation>
{
    public AcceptInvitationValidator() => RuleFor(command => command.InvitationId).NotEmpty();
}
