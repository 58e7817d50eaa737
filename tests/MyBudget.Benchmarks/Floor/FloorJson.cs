using System.Text.Json;
using System.Text.Json.Serialization;

namespace MyBudget.Benchmarks.Floor;

internal sealed record FloorTransaction(
    Guid Id, Guid AccountId, DateOnly Date, long Amount, string? Payee, Guid? CategoryId, object[] Splits, FloorTransfer? Transfer,
    string? Note, string[] Tags, string Status, Guid? ImportId, string? BankId, object? BankRecord, Guid CreatedBy, DateTime CreatedAt,
    DateTime UpdatedAt, DateTime? DeletedAt, int Version);

internal sealed record FloorTransfer(Guid AccountId, long? Amount);

internal sealed record FloorTransactionPage(List<FloorTransaction> Items, string? NextCursor);

internal sealed record FloorEntry(
    Guid AccountId, DateOnly Date, long Amount, string? Payee, Guid? CategoryId, FloorTransfer? Transfer, string? Note, string[]? Tags);

internal sealed record FloorAccount(
    Guid Id, string Name, string Type, string Currency, long OpeningBalance, DateOnly OpenedOn, bool OnBudget, bool Closed, long Balance,
    long ClearedBalance, DateTime CreatedAt, DateTime UpdatedAt, int Version)
{
    // What nobody has said of the accounts of the benchmark.
    public string? Note { get; init; }

    public string? Iban { get; init; }

    public int? Position { get; init; }

    public DateTime? DeletedAt { get; init; }

    public DateOnly? LastReconciledOn { get; init; }
}

internal sealed record FloorAccountPage(List<FloorAccount> Items, string? NextCursor);

internal sealed record FloorStatus(
    Guid BudgetId, DateOnly On, DateOnly PeriodStart, DateOnly PeriodEnd, long CarriedOver, long Available, long Spent, long Remaining,
    long PercentUsed, string State, int DaysLeft, long DailyAllowance, long LeftToday,
    Dictionary<string, long> Unconverted);

internal sealed record FloorStatusPage(List<FloorStatus> Items, string? NextCursor);

internal sealed record FloorChange(string Kind, Guid Id, long Revision, bool Deleted, FloorTransaction Data);

internal sealed record FloorChangesPage(List<FloorChange> Items, string Cursor, bool HasMore);

internal sealed record FloorImport(Guid Id, int Imported, int Duplicates, int Rejected);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(FloorTransaction))]
[JsonSerializable(typeof(FloorTransactionPage))]
[JsonSerializable(typeof(FloorEntry))]
[JsonSerializable(typeof(FloorAccountPage))]
[JsonSerializable(typeof(FloorStatusPage))]
[JsonSerializable(typeof(FloorImport))]
[JsonSerializable(typeof(FloorChangesPage))]
internal sealed partial class FloorJson : JsonSerializerContext;
