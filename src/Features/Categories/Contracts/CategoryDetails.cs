using MyBudget.Domain;

namespace MyBudget.Features.Categories.Contracts;

/// <summary>What a user says about a category.</summary>
/// <param name="Name">Unique in its group and kind among the categories that are not archived, whatever the case.</param>
/// <param name="Group">The heading it stands under.</param>
/// <param name="Kind">Whether money goes out or comes in; fixed once created.</param>
/// <param name="Icon">A name from the client's set, or an emoji.</param>
/// <param name="Color">#rrggbb.</param>
public sealed record CategoryDetails(string Name, string Group, CategoryKind Kind, string? Icon, string? Color);
