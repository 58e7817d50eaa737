namespace MyBudget.Features.Ledgers.SendInvitation;

internal sealed class SendInvitationValidator : AbstractValidator<SendInvitation>
{
    public SendInvitationValidator()
    {
        RuleFor(command => command.Email).Email();
        RuleFor(command => command.Role).Required();
        RuleFor(command => command.Role).JoiningRole();
    }
}
