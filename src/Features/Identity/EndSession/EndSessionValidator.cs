using FluentValidation;

namespace MyBudget.Features.Identity.EndSession;

internal sealed class EndSessionValidator : AbstractValidator<EndSession>
{
    public EndSessionValidator() => RuleFor(command => command.UserId).NotEmpty();
}
