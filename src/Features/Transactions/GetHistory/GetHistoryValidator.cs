using FluentValidation;
using MyBudget.Infrastructure.Http.Paging;

namespace MyBudget.Features.Transactions.GetHistory;

internal sealed class GetHistoryValidator : AbstractValidator<GetHistory>
{
    public GetHistoryValidator() => RuleFor(query => query.Filter.Limit).InclusiveBetween(1, PageLimit.Max);
}
