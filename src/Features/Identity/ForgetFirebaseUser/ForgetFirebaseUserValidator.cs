namespace MyBudget.Features.Identity.ForgetFirebaseUser;

internal sealed class ForgetFirebaseUserValidator : AbstractValidator<ForgetFirebaseUser>
{
    public ForgetFirebaseUserValidator()
    {
        RuleFor(command => command.Details.ProjectId).Given().Line(FirebaseLink.LongestUid);
        RuleFor(command => command.Details.Uid).Given().Line(FirebaseLink.LongestUid);
        RuleFor(command => command.Details.DeletedAt).Required();
    }
}
