namespace MyBudget.Features.Ledgers.DeclineInvitation;

internal sealed class DeclineInvitationValidator : AbstractValidator<DeclineInvitation>
{
    public DeclineInvitationValidator() => RuleFor(command => command.Code).NotEmpty();
}
