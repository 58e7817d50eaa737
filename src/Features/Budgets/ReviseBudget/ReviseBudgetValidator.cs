namespace MyBudget.Features.Budgets.ReviseBudget;

/// <summary>What a patch makes of the budget is validated once it is laid over it.</summary>
internal sealed class ReviseBudgetValidator : AbstractValidator<ReviseBudget>
{
    public ReviseBudgetValidator()
    {
        NeedsAmount("effectiveOn");
        NeedsAmount("onlyPeriod");
    }

    private void NeedsAmount(string member) => RuleFor(command => command.Patch)
        .Must(patch => patch.Document[member] is null || patch.Document.ContainsKey("amount"))
        .OverridePropertyName(member).WithErrorCode("needs-amount").WithMessage("A day to apply from, or onlyPeriod, goes with an amount.");
}
