namespace MyBudget.Features.Categories.Contracts;

/// <summary>What a user says about a category.</summary>
public record CategoryDetails
{
    /// <summary>Unique in its group and kind among the categories that are not archived.</summary>
    public required string Name { get; init; }

    /// <summary>The heading it stands under.</summary>
    public required string Group { get; init; }

    /// <summary>Whether money goes out or comes in.</summary>
    public required CategoryKind Kind { get; init; }

    /// <summary>A name from the client's set, or an emoji.</summary>
    public string? Icon { get; init; }

    /// <summary>#rrggbb.</summary>
    public string? Color { get; init; }

    /// <summary>Where it stands in its kind, lowest first; those without one follow by name. A group stands where its first category does.</summary>
    public int? Position { get; init; }

    /// <summary>These members alone, of a category that has more.</summary>
    public CategoryDetails ToDetails() => new(this);
}
