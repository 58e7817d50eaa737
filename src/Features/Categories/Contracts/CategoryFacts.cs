namespace MyBudget.Features.Categories.Contracts;

/// <summary>What other features need to know of a category to decide. One that was merged away or deleted has none.</summary>
public sealed record CategoryFacts(Guid Id, string Name, CategoryKind Kind, bool Archived);
