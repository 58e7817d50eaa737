namespace MyBudget.Features.Accounts.OrderAccounts;

internal sealed class OrderAccountsValidator : AbstractValidator<OrderAccounts>
{
    public OrderAccountsValidator()
    {
        RuleFor(command => command.Ids).NotNull();
        RuleFor(command => command.Ids).Must(ids => ids is null || ids.Count <= AccountRules.Most)
            .WithErrorCode("too-many").WithMessage($"At most {AccountRules.Most} are allowed.");
        RuleFor(command => command.Ids).Must(ids => ids is null || (ids.Distinct().Count() == ids.Count && !ids.Contains(Guid.Empty)))
            .WithErrorCode("repeated").WithMessage("An id is given more than once.");
    }
}
