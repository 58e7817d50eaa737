namespace MyBudget.Features.Identity;

internal sealed class IdentityProofValidator : AbstractValidator<IdentityProof>
{
    public IdentityProofValidator()
    {
        When(proof => proof.IdToken is null, () => RuleFor(proof => proof.Password).KnownPassword())
            .Otherwise(() => RuleFor(proof => proof.IdToken).IdToken());
        RuleFor(proof => proof.Code).Line(IdentityRules.LongestCode);
    }
}
