namespace MyBudget.Features.Categories;

/// <summary>What a client says of a category, new or not.</summary>
internal record CategoryFields
{
    /// <summary>1 to 100 characters, unique in its group and kind among the categories that are not archived.</summary>
    public string? Name { get; init; }

    /// <summary>The heading it stands under, 1 to 100 characters.</summary>
    public string? Group { get; init; }

    /// <summary>expense or income; fixed once created.</summary>
    public CategoryKind? Kind { get; init; }

    /// <summary>A name from the client's set, or an emoji; at most 40 characters.</summary>
    public string? Icon { get; init; }

    /// <summary><c>#rrggbb</c>.</summary>
    public string? Color { get; init; }

    /// <summary>Where it stands, 0 to 1,000,000, lowest first; none to follow by name. A group stands where its first category does.</summary>
    public int? Position { get; init; }

    /// <summary>Only what a validator has passed. A blank icon is none.</summary>
    public CategoryDetails ToDetails() => new()
    {
        Name = Name!.Trim(),
        Group = Group!.Trim(),
        Kind = Kind!.Value,
        Icon = string.IsNullOrWhiteSpace(Icon) ? null : Icon.Trim(),
        Color = Color?.ToLowerInvariant(),
        Position = Position,
    };
}

/// <summary>A category as clients write it.</summary>
internal sealed record CategoryInput : CategoryFields
{
    /// <summary>An archived category is not offered for new entries.</summary>
    public bool? Archived { get; init; }
}

internal sealed class CategoryFieldsValidator : AbstractValidator<CategoryFields>
{
    private const int LongestIcon = 40;
    private const int LastPosition = 1_000_000;

    public CategoryFieldsValidator()
    {
        RuleFor(category => category.Name).Name();
        RuleFor(category => category.Group).Name();
        RuleFor(category => category.Kind).Required();
        RuleFor(category => category.Icon).Line(LongestIcon);
        RuleFor(category => category.Position).InclusiveBetween(0, LastPosition);
        RuleFor(category => category.Color).Must(color => color is null || IsColor(color))
            .WithErrorCode("color").WithMessage("A color is written as #rrggbb.");
    }

    private static bool IsColor(string color) => color.Length == 7 && color[0] == '#' && color.Skip(1).All(char.IsAsciiHexDigit);
}

internal sealed class CategoryInputValidator : AbstractValidator<CategoryInput>
{
    public CategoryInputValidator()
    {
        Include(new CategoryFieldsValidator());
        RuleFor(category => category.Archived).Required();
    }
}
