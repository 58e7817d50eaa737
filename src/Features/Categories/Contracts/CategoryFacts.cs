using MyBudget.Domain;

namespace MyBudget.Features.Categories.Contracts;

/// <summary>What other features need to know of a category to decide. One that was merged away or deleted has none.</summary>
public sealed record CategoryFacts(Guid Id, string Name, CategoryKind Kind, bool Archived)
{
    /// <summary>The table of categories, in whose JSON these members are.</summary>
    public const string Table = "mt_doc_category";
}
