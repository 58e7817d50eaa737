namespace MyBudget.Features.Sync.GetChanges;

internal sealed class GetChangesValidator : AbstractValidator<GetChanges>
{
    public GetChangesValidator() => RuleFor(request => request.Filter.Limit).InclusiveBetween(1, ChangeFeed.MaxLimit);
}
