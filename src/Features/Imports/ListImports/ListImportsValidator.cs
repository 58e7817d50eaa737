namespace MyBudget.Features.Imports.ListImports;

internal sealed class ListImportsValidator : AbstractValidator<ListImports>
{
    public ListImportsValidator() => RuleFor(query => query.Filter.Limit).InclusiveBetween(1, PageLimit.Max);
}
