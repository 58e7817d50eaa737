using FluentValidation;

namespace MyBudget.Features.Identity.ResendVerification;

internal sealed class ResendVerificationValidator : AbstractValidator<ResendVerification>
{
    public ResendVerificationValidator() => RuleFor(command => command.UserId).NotEmpty();
}
