using FluentValidation;
using MyBudget.Domain;
using MyBudget.Features.Categories.Contracts;
using MyBudget.Infrastructure.UseCases;

namespace MyBudget.Features.Categories;

/// <summary>A category as clients write it.</summary>
/// <param name="Name">1 to 100 characters, unique in its group and kind among the categories that are not archived.</param>
/// <param name="Group">The heading it stands under, 1 to 100 characters.</param>
/// <param name="Kind">expense or income; fixed once created.</param>
/// <param name="Icon">A name from the client's set, or an emoji; at most 40 characters.</param>
/// <param name="Color"><c>#rrggbb</c>.</param>
/// <param name="Archived">An archived category is not offered for new entries.</param>
internal sealed record CategoryInput(string? Name, string? Group, CategoryKind? Kind, string? Icon, string? Color, bool? Archived)
{
    public static CategoryInput Of(Category category) =>
        new(category.Name, category.Group, category.Kind, category.Icon, category.Color, category.Archived);

    /// <summary>Only what a validator has passed. A blank icon is none.</summary>
    public CategoryDetails ToDetails() => new(
        Name!.Trim(), Group!.Trim(), Kind!.Value, string.IsNullOrWhiteSpace(Icon) ? null : Icon.Trim(), Color?.ToLowerInvariant());
}

internal sealed class CategoryInputValidator : AbstractValidator<CategoryInput>
{
    private const int LongestIcon = 40;

    public CategoryInputValidator()
    {
        RuleFor(category => category.Name).Name();
        RuleFor(category => category.Group).Name();
        RuleFor(category => category.Kind).Required();
        RuleFor(category => category.Icon).Line(LongestIcon);
        RuleFor(category => category.Color).Must(color => color is null || IsColor(color))
            .WithErrorCode("color").WithMessage("A color is written as #rrggbb.");
        RuleFor(category => category.Archived).Required();
    }

    private static bool IsColor(string color) => color.Length == 7 && color[0] == '#' && color.Skip(1).All(char.IsAsciiHexDigit);
}
