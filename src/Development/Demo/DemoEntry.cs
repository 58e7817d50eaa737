namespace MyBudget.Development.Demo;

/// <summary>A transaction in the shape of the API.</summary>
internal sealed record DemoEntry(
    Guid Id, Guid AccountId, DateOnly Date, long Amount, string? Payee = null, Guid? CategoryId = null, IReadOnlyList<DemoSplit>? Splits = null,
    DemoTransfer? Transfer = null, string? Note = null, IReadOnlyList<string>? Tags = null, string Status = "cleared");

internal sealed record DemoSplit(long Amount, Guid? CategoryId, string? Note = null, DemoTransfer? Transfer = null);

internal sealed record DemoTransfer(Guid AccountId, long Amount, DateOnly? Date = null);
