namespace MyBudget.Development.Demo;

/// <summary>What happens in the household, day after day. The same days bring the same entries, whatever is asked for when.</summary>
internal sealed class DemoStory(DateOnly start, DateOnly today, IReadOnlyDictionary<string, Guid> categories)
{
    private static readonly string[] Supermarkets = ["Fresh & Fair", "Corner Market", "Big Basket", "Green Grocer"];
    private static readonly string[] Restaurants = ["Trattoria Roma", "Noodle House", "Cafe Central", "The Old Mill"];
    private static readonly string[] Shops = ["Bookworm", "Garden World", "Sound & Vision", "Shoe Palace"];
    private static readonly string[] ShopCategories =
        ["expense/Books and hobbies", "expense/Furniture and household", "expense/Electronics", "expense/Clothes and shoes"];

    public IEnumerable<DemoEntry> Entries()
    {
        for (var day = start; day <= today; day = day.AddDays(1))
        {
            var dice = new Random(day.DayNumber);
            foreach (var entry in Monthly(day).Concat(Daily(day, dice))) yield return entry;
        }
    }

    private IEnumerable<DemoEntry> Monthly(DateOnly day)
    {
        switch (day.Day)
        {
            case 1:
                yield return Out(day, "rent", DemoAccounts.Bank, 1_180_00, "Hansa Homes", "expense/Rent or mortgage");
                yield return Move(day, "savings", DemoAccounts.Bank, DemoAccounts.Savings, 300_00, 300_00, "Standing order");
                break;
            case 3:
                yield return Out(day, "power", DemoAccounts.Bank, 96_00 + day.Month % 4 * 700, "City Power", "expense/Utilities");
                yield return Out(day, "internet", DemoAccounts.Bank, 44_99, "FibreNet", "expense/Internet and phone");
                break;
            case 5:
                yield return Move(day, "card bill", DemoAccounts.Bank, DemoAccounts.Card, 520_00, 520_00, "Card statement");
                yield return Move(day, "car loan", DemoAccounts.Bank, DemoAccounts.CarLoan, 240_00, 240_00, "Instalment");
                break;
            case 12:
                yield return Out(day, "streaming", DemoAccounts.Card, 17_99, "Streamly", "expense/Subscriptions");
                yield return Out(day, "gym", DemoAccounts.Bank, 29_90, "Gym 21", "expense/Sport");
                break;
            case 15:
                yield return In(day, "freelance", DemoAccounts.Dollars, 450_00, "Atlas Studio", "income/Freelance");
                yield return Out(day, "hosting", DemoAccounts.Dollars, 24_00, "Cloud Nine", "expense/Subscriptions");
                if (day.Month % 3 == 0)
                    yield return Move(day, "exchange", DemoAccounts.Dollars, DemoAccounts.Bank, 900_00, 828_40, "Exchanged at 0.9204", day.AddDays(1));
                break;
            case 20:
                yield return Move(day, "funds", DemoAccounts.Bank, DemoAccounts.Funds, 150_00, 150_00, "Savings plan");
                break;
            case 27:
                yield return In(day, "salary", DemoAccounts.Bank, 3_350_00 + (day.Year - start.Year) * 120_00, "Nordlicht GmbH", "income/Salary");
                break;
            case 28:
                if (day.Month is 6 or 12) yield return In(day, "interest", DemoAccounts.Savings, 61_20, "Savings bank", "income/Interest");
                break;
        }
    }

    private IEnumerable<DemoEntry> Daily(DateOnly day, Random dice)
    {
        if (day.DayOfWeek is DayOfWeek.Tuesday or DayOfWeek.Saturday) yield return Groceries(day, dice);
        if (day.DayOfWeek is DayOfWeek.Monday && day.Day <= 7) yield return Move(day, "withdrawal", DemoAccounts.Bank, DemoAccounts.Cash, 60_00, 60_00, "ATM");
        if (day.DayOfWeek is >= DayOfWeek.Monday and <= DayOfWeek.Friday && dice.Next(3) > 0)
            yield return Out(day, "coffee", DemoAccounts.Cash, 2_80 + dice.Next(4) * 40, "Kiosk", "expense/Cafes and snacks");
        if (day.DayOfWeek is DayOfWeek.Friday && dice.Next(4) > 0)
            yield return Out(day, "dinner", DemoAccounts.Card, 28_00 + dice.Next(4500), Restaurants[dice.Next(Restaurants.Length)], "expense/Restaurants", ["date night"]);
        if (day.Day % 11 == 0) yield return Out(day, "fuel", DemoAccounts.Card, 52_00 + dice.Next(2200), "Highway Fuel", "expense/Fuel");
        if (dice.Next(12) == 0) foreach (var entry in Shopping(day, dice)) yield return entry;
        if (day is { Month: 8, Day: 9 }) yield return Out(day, "holiday", DemoAccounts.Card, 1_240_00, "Seaside Hotel", "expense/Travel", ["holiday"]);
        if (dice.Next(25) == 0) yield return Out(day, "unknown", DemoAccounts.Card, 9_00 + dice.Next(3000), "SumUp *1842", category: null);
    }

    /// <summary>A purchase, and sometimes its refund ten days later.</summary>
    private IEnumerable<DemoEntry> Shopping(DateOnly day, Random dice)
    {
        var shop = dice.Next(Shops.Length);
        var amount = 19_00 + dice.Next(8000);
        yield return Out(day, "shopping", DemoAccounts.Card, amount, Shops[shop], ShopCategories[shop]);
        if (dice.Next(5) == 0 && day.AddDays(10) <= today)
            yield return In(day.AddDays(10), "refund", DemoAccounts.Card, amount, Shops[shop], ShopCategories[shop], "Returned");
    }

    /// <summary>Sometimes with things for the household, and once a month with cash from the till.</summary>
    private DemoEntry Groceries(DateOnly day, Random dice)
    {
        var (food, household) = (32_00 + dice.Next(4200), dice.Next(3) == 0 ? 4_00 + dice.Next(1600) : 0);
        var cash = day is { DayOfWeek: DayOfWeek.Saturday, Day: > 14 and <= 21 } ? 50_00 : 0;
        var entry = Out(day, "groceries", DemoAccounts.Bank, food + household + cash, Supermarkets[dice.Next(Supermarkets.Length)], "expense/Groceries");
        List<DemoSplit> splits = [new(-food, entry.CategoryId)];
        if (household > 0) splits.Add(new DemoSplit(-household, Category("expense/Beauty and care"), "Drugstore shelf"));
        if (cash > 0) splits.Add(new DemoSplit(-cash, CategoryId: null, "Cash back", new DemoTransfer(DemoAccounts.Cash.Id, cash)));
        return splits.Count == 1 ? entry : entry with { CategoryId = null, Splits = splits };
    }

    private DemoEntry Out(
        DateOnly day, string what, DemoAccount account, long amount, string payee, string? category, IReadOnlyList<string>? tags = null) =>
        new(IdOf(day, what), account.Id, day, -amount, payee, Category(category), Tags: tags, Status: StatusOn(day));

    private DemoEntry In(DateOnly day, string what, DemoAccount account, long amount, string payee, string category, string? note = null) =>
        new(IdOf(day, what), account.Id, day, amount, payee, Category(category), Note: note, Status: StatusOn(day));

    private DemoEntry Move(DateOnly day, string what, DemoAccount from, DemoAccount to, long leaves, long arrives, string note, DateOnly? arrivesOn = null) =>
        new(IdOf(day, what), from.Id, day, -leaves, Transfer: new DemoTransfer(to.Id, arrives, arrivesOn), Note: note, Status: StatusOn(day));

    private static Guid IdOf(DateOnly day, string what) => DemoClient.IdOf($"{day:yyyy-MM-dd}/{what}");

    private Guid? Category(string? name) => name is null ? null : categories[name];

    /// <summary>The bank is a few days behind.</summary>
    private string StatusOn(DateOnly day) => day.AddDays(4) > today ? "pending" : "cleared";
}
