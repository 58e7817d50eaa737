namespace MyBudget.Development.Demo;

/// <summary>A budget in every state: on track, warning, exceeded, with rollover, of every other week, over and yet to start.</summary>
internal static class DemoBudgets
{
    public static IEnumerable<object> For(DateOnly today, IReadOnlyDictionary<string, Guid> categories)
    {
        var month = new DateOnly(today.Year, today.Month, 1);
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        yield return Budget("Everything", 3_600_00, "month", month.AddMonths(-6), "none");
        yield return Budget("Food", 620_00, "month", month.AddMonths(-12), "both", "Groceries", "Restaurants", "Cafes and snacks");
        yield return Budget("Eating out", 90_00, "week", monday.AddDays(-364), "none", "Restaurants", "Cafes and snacks");
        yield return Budget("Coffee", 70_00, "week", monday.AddDays(-350), "surplus", 2, "Cafes and snacks");
        yield return Budget("Fuel", 900_00, "quarter", month.AddMonths(-9), "surplus", "Fuel");
        yield return Budget("Rent", 1_380_00, "month", month.AddMonths(-12), "none", "Rent or mortgage");
        yield return Budget("Holidays", 1_500_00, "year", new DateOnly(today.Year - 1, 1, 1), "deficit", "Travel");
        yield return Budget("New kitchen", 2_500_00, "once", month.AddMonths(-8), "none", month.AddMonths(-5), "Furniture and household");
        yield return Budget("Next year's books", 400_00, "year", new DateOnly(today.Year + 1, 1, 1), "none", "Books and hobbies");

        object Budget(string name, long amount, string period, DateOnly startsOn, string rollover, params object[] more) => new
        {
            id = DemoClient.IdOf($"budget/{name}"),
            name,
            amount,
            currency = "EUR",
            period,
            every = more.OfType<int>().FirstOrDefault(1),
            startsOn,
            endsOn = more.OfType<DateOnly?>().FirstOrDefault(),
            categoryIds = more.OfType<string>().Select(category => categories[$"expense/{category}"]).ToArray(),
            accountIds = Array.Empty<Guid>(),
            rollover,
            thresholds = new[] { 80, 100 },
        };
    }
}
