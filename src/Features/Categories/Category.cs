using System.Diagnostics.CodeAnalysis;

namespace MyBudget.Features.Categories;

/// <summary>The state of a category, which is also what clients see.</summary>
public sealed record Category : CategoryDetails, ILedgerState<Category>
{
    public Category() { }

    [SetsRequiredMembers]
    private Category(CategoryDetails details) : base(details) { }

    /// <summary>UUID.</summary>
    public required Guid Id { get; init; }

    /// <summary>No longer offered for new entries.</summary>
    public required bool Archived { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>UTC; only seen when a creation is repeated after it was deleted or merged into another.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>Grows with every change; see <c>ETag</c>.</summary>
    public required int Version { get; init; }

    public static Category? Fold(Category? state, Guid id, object e) => e switch
    {
        CategoryCreated created => new Category(created.Details) { Id = id, CreatedAt = created.At, UpdatedAt = created.At, Version = 1 },
        CategoryRevised revised => state!.With(revised.Now).At(revised.At),
        CategoryArchived archived => state!.At(archived.At) with { Archived = true },
        CategoryUnarchived unarchived => state!.At(unarchived.At) with { Archived = false },
        CategoryMerged or CategoryDeleted => null,
        _ => state,
    };

    /// <summary>As it was when it went.</summary>
    internal Category Deleted(DateTimeOffset at) => At(at) with { DeletedAt = at };

    private Category With(CategoryDetails details) => new(details) { Id = Id, Archived = Archived, CreatedAt = CreatedAt, Version = Version };

    private Category At(DateTimeOffset at) => this with { UpdatedAt = at, Version = Version + 1 };
}
