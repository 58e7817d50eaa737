namespace MyBudget.Features.Transactions.ReviseInBulk;

internal sealed class ReviseInBulkValidator : AbstractValidator<ReviseInBulk>
{
    public ReviseInBulkValidator()
    {
        RuleFor(command => command.Details.Id).ClientId();
        RuleFor(command => command.Details.Where).NotNull().WithErrorCode("required").WithMessage("This value is required.");
        RuleFor(command => command.Details.Where!).SetValidator(new BulkWhereValidator()).When(command => command.Details.Where is not null);
        RuleFor(command => command.Details.Change).NotNull().WithErrorCode("required").WithMessage("This value is required.");
        RuleFor(command => command.Details.Change!).SetValidator(new BulkChangeValidator()).When(command => command.Details.Change is not null);
    }
}

internal sealed class BulkChangeValidator : AbstractValidator<BulkChange>
{
    public BulkChangeValidator()
    {
        RuleFor(change => change).Must(change => !change.IsEmpty).WithErrorCode("required").WithMessage("Say what is to change.").OverridePropertyName("");
        RuleFor(change => change.Payee).Line(200);
        RuleFor(change => change.Date).CalendarDate();
        RuleFor(change => change.MoveDays).InclusiveBetween(-3660, 3660);
        RuleFor(change => change.MoveDays).Null().When(change => change.Date is not null)
            .WithErrorCode("not-allowed").WithMessage("Either a date or a number of days is allowed.");
        RuleFor(change => change.AddTags).Must(tags => tags is null or { Count: <= 20 }).WithErrorCode("too-many").WithMessage("At most 20 tags are allowed.");
        RuleForEach(change => change.AddTags).Tag();
        RuleFor(change => change.RemoveTags).Must(tags => tags is null or { Count: <= 100 }).WithErrorCode("too-many").WithMessage("At most 100 tags are removed at once.");
        RuleForEach(change => change.RemoveTags).Tag();
        RuleFor(change => change.Delete).Must((change, delete) => delete is not true || change is { Status: null } && (change with { Delete = null }).IsEmpty)
            .WithErrorCode("not-allowed").WithMessage("What is deleted is not changed otherwise.");
    }
}
