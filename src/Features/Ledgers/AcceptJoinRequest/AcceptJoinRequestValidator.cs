namespace MyBudget.Features.Ledgers.AcceptJoinRequest;

internal sealed class AcceptJoinRequestValidator : AbstractValidator<AcceptJoinRequest>
{
    public AcceptJoinRequestValidator()
    {
        RuleFor(command => command.Role).Required();
        RuleFor(command => command.Role).JoiningRole();
    }
}
