using MyBudget.Domain;
using MyBudget.Features.Categories.Contracts;

namespace MyBudget.Features.Categories;

/// <summary>The state of a category, which is also what clients see.</summary>
/// <param name="Id">UUID.</param>
/// <param name="Name">Unique in its group and kind among the categories that are not archived.</param>
/// <param name="Group">The heading it stands under.</param>
/// <param name="Kind">Whether money goes out or comes in.</param>
/// <param name="Icon">A name from the client's set, or an emoji.</param>
/// <param name="Color">#rrggbb.</param>
/// <param name="Archived">No longer offered for new entries.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="UpdatedAt">UTC.</param>
/// <param name="Version">Grows with every change; see <c>ETag</c>.</param>
public sealed record Category(
    Guid Id, string Name, string Group, CategoryKind Kind, string? Icon, string? Color, bool Archived,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version)
{
    public static Category Create(Guid id, CategoryCreated e) =>
        new(id, e.Details.Name, e.Details.Group, e.Details.Kind, e.Details.Icon, e.Details.Color, Archived: false, e.At, e.At, Version: 1);

    public Category Apply(CategoryRevised e) =>
        Changed(e.At) with { Name = e.Now.Name, Group = e.Now.Group, Icon = e.Now.Icon, Color = e.Now.Color };

    public Category Apply(CategoryArchived e) => Changed(e.At) with { Archived = true };

    public Category Apply(CategoryUnarchived e) => Changed(e.At) with { Archived = false };

    internal CategoryDetails ToDetails() => new(Name, Group, Kind, Icon, Color);

    private Category Changed(DateTimeOffset at) => this with { UpdatedAt = at, Version = Version + 1 };
}
