using System.Text.Json;
using System.Text.Json.Serialization;
using MyBudget.Domain;
using MyBudget.Domain.Budgets;

namespace MyBudget.Tests.Domain.Budgets;

/// <summary>One worked example of the published budget contract.</summary>
internal sealed record BudgetCase(
    string Name,
    IReadOnlyList<BudgetCase.CaseAccount> Accounts,
    IReadOnlyList<BudgetCase.CaseCategory> Categories,
    IReadOnlyList<BudgetCase.CaseTransaction> Transactions,
    BudgetCase.CaseBudget Budget,
    IReadOnlyList<BudgetCase.AmountChange>? Changes,
    IReadOnlyList<BudgetCase.Expectation> Expect)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static IReadOnlyList<BudgetCase> All()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "conformance", "budgets.json");
        return JsonSerializer.Deserialize<List<BudgetCase>>(File.ReadAllText(file), Json)!;
    }

    internal sealed record CaseAccount(string Key, Currency Currency, bool OnBudget);

    internal sealed record CaseCategory(string Key, CategoryKind Kind);

    internal sealed record CaseTransaction(
        string Account,
        DateOnly Date,
        long Amount,
        string? Category,
        IReadOnlyList<CaseSplit>? Splits,
        string? TransferTo,
        string? Status,
        bool Deleted);

    internal sealed record CaseSplit(long Amount, string? Category);

    internal sealed record CaseBudget(
        string Name,
        long Amount,
        Currency Currency,
        PeriodKind Period,
        int? Every,
        DateOnly StartsOn,
        DateOnly? EndsOn,
        Rollover Rollover,
        IReadOnlyList<string> Categories,
        IReadOnlyList<string> Accounts,
        IReadOnlyList<int> Thresholds);

    /// <summary>An amount that is decided after the first, in the order of decision.</summary>
    internal sealed record AmountChange(long Amount, DateOnly EffectiveOn, bool OnlyPeriod);

    internal sealed record Expectation(
        DateOnly On,
        DateOnly PeriodStart,
        DateOnly PeriodEnd,
        long CarriedOver,
        long Available,
        long Spent,
        long Remaining,
        long PercentUsed,
        BudgetState State,
        int DaysLeft,
        long DailyAllowance,
        long LeftToday,
        Dictionary<Currency, long> Unconverted);
}
