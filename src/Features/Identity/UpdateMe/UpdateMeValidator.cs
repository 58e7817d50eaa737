using FluentValidation;
using MyBudget.Infrastructure.UseCases;

namespace MyBudget.Features.Identity.UpdateMe;

/// <summary>A patch has its shape checked where it is laid over the profile.</summary>
internal sealed class UpdateMeValidator : AbstractValidator<UpdateMe>
{
    public UpdateMeValidator() => RuleFor(command => command.UserId).NotEmpty();
}

internal sealed class ProfileDetailsValidator : AbstractValidator<ProfileDetails>
{
    public ProfileDetailsValidator()
    {
        RuleFor(details => details.DisplayName).Name();
        RuleFor(details => details.Locale).Given().Language();
        RuleFor(details => details.TimeZone).Given().IanaTimeZone();
    }
}
