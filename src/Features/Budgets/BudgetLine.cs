using System.Runtime.InteropServices;
using MyBudget.Domain;
using MyBudget.Features.Categories.Contracts;

namespace MyBudget.Features.Budgets;

/// <summary>One line of an entry: a whole entry without splits, or one split with its own category, if it has one.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct BudgetLine(
    DateOnly Date,
    long Amount,
    Currency Currency,
    Guid? CategoryId,
    CategoryKind? CategoryKind,
    Guid AccountId,
    bool AccountOnBudget,
    bool IsTransfer);

/// <summary>What one line adds to one period of a budget; in the budget's currency or another.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct BudgetSpending(DateOnly PeriodStart, Currency Currency, long Spent);
