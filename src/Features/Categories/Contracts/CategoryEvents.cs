namespace MyBudget.Features.Categories.Contracts;

public sealed record CategoryCreated(CategoryDetails Details, Guid By, DateTimeOffset At);

public sealed record CategoryRevised(CategoryDetails Was, CategoryDetails Now, Guid By, DateTimeOffset At);

/// <summary>No longer offered for new entries; those it has keep it.</summary>
public sealed record CategoryArchived(Guid By, DateTimeOffset At);

public sealed record CategoryUnarchived(Guid By, DateTimeOffset At);

/// <summary>Everything under this category goes to another, in the same write; this one is gone.</summary>
public sealed record CategoryMerged(Guid Into, Guid By, DateTimeOffset At);

/// <summary>Gone; only a category without entries can be.</summary>
public sealed record CategoryDeleted(Guid By, DateTimeOffset At);
