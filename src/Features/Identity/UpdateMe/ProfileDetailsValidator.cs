namespace MyBudget.Features.Identity.UpdateMe;

internal sealed class ProfileDetailsValidator : AbstractValidator<ProfileDetails>
{
    public ProfileDetailsValidator()
    {
        RuleFor(details => details.DisplayName).Name();
        RuleFor(details => details.Locale).Given().Language();
        RuleFor(details => details.TimeZone).Given().IanaTimeZone();
    }
}
