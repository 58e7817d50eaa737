namespace MyBudget.Features.Budgets.ReviseBudget;

/// <summary>What a patch makes of the budget is validated once it is laid over it.</summary>
internal sealed class ReviseBudgetValidator : AbstractValidator<ReviseBudget>
{
    public ReviseBudgetValidator() => RuleFor(command => command.Patch)
        .Must(patch => patch.Document["effectiveOn"] is null || patch.Document.ContainsKey("amount"))
        .OverridePropertyName("effectiveOn").WithErrorCode("needs-amount").WithMessage("A day to apply from goes with an amount.");
}
