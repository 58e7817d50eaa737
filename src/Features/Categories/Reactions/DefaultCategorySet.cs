namespace MyBudget.Features.Categories.Reactions;

/// <summary>The categories of a new ledger. Only a start: they are the ledger's own from then on.</summary>
internal static class DefaultCategorySet
{
    private static readonly Heading[] Headings =
    [
        new(CategoryKind.Expense, "Housing", "Жильё", "#8d6e63",
        [
            new("home", "Rent or mortgage", "Аренда или ипотека"),
            new("bolt", "Utilities", "Коммунальные услуги"),
            new("wifi", "Internet and phone", "Интернет и связь"),
            new("build", "Repairs and maintenance", "Ремонт и обслуживание"),
            new("chair", "Furniture and household", "Мебель и быт"),
        ]),
        new(CategoryKind.Expense, "Food", "Еда", "#43a047",
        [
            new("shopping-cart", "Groceries", "Продукты"),
            new("restaurant", "Restaurants", "Рестораны"),
            new("coffee", "Cafes and snacks", "Кафе и перекусы"),
            new("delivery", "Delivery", "Доставка еды"),
        ]),
        new(CategoryKind.Expense, "Transport", "Транспорт", "#1e88e5",
        [
            new("bus", "Public transport", "Общественный транспорт"),
            new("taxi", "Taxi", "Такси"),
            new("fuel", "Fuel", "Топливо"),
            new("car-repair", "Car maintenance", "Обслуживание машины"),
            new("parking", "Parking and tolls", "Парковка и платные дороги"),
            new("car", "Car insurance and tax", "Страховка и налог на машину"),
        ]),
        new(CategoryKind.Expense, "Health", "Здоровье", "#e53935",
        [
            new("doctor", "Doctors", "Врачи"),
            new("pharmacy", "Medicine", "Лекарства"),
            new("fitness", "Sport", "Спорт"),
            new("shield", "Health insurance", "Медицинская страховка"),
        ]),
        new(CategoryKind.Expense, "Personal", "Личное", "#8e24aa",
        [
            new("shirt", "Clothes and shoes", "Одежда и обувь"),
            new("spa", "Beauty and care", "Красота и уход"),
            new("devices", "Electronics", "Техника"),
            new("school", "Education", "Образование"),
        ]),
        new(CategoryKind.Expense, "Family", "Семья", "#fb8c00",
        [
            new("child", "Children", "Дети"),
            new("pets", "Pets", "Питомцы"),
            new("gift", "Gifts", "Подарки"),
            new("heart", "Charity", "Благотворительность"),
        ]),
        new(CategoryKind.Expense, "Leisure", "Досуг", "#00acc1",
        [
            new("movie", "Entertainment", "Развлечения"),
            new("subscriptions", "Subscriptions", "Подписки"),
            new("book", "Books and hobbies", "Книги и хобби"),
            new("plane", "Travel", "Путешествия"),
        ]),
        new(CategoryKind.Expense, "Finance", "Финансы", "#546e7a",
        [
            new("tax", "Taxes", "Налоги"),
            new("bank", "Bank fees", "Банковские комиссии"),
            new("percent", "Interest", "Проценты по кредитам"),
            new("umbrella", "Insurance", "Страхование"),
        ]),
        new(CategoryKind.Expense, "Other", "Прочее", "#757575",
        [
            new("more", "Other expenses", "Прочие расходы"),
        ]),
        new(CategoryKind.Income, "Work", "Работа", "#2e7d32",
        [
            new("work", "Salary", "Зарплата"),
            new("star", "Bonus", "Премия"),
            new("laptop", "Freelance", "Подработка"),
        ]),
        new(CategoryKind.Income, "Capital", "Капитал", "#00897b",
        [
            new("savings", "Interest", "Проценты по вкладам"),
            new("trending-up", "Dividends", "Дивиденды"),
            new("key", "Rental income", "Доход от аренды"),
        ]),
        new(CategoryKind.Income, "Other", "Прочее", "#7cb342",
        [
            new("redeem", "Gifts received", "Полученные подарки"),
            new("family", "Benefits", "Пособия"),
            new("add", "Other income", "Прочие доходы"),
        ]),
    ];

    /// <param name="language">Two letters; English where there is no translation.</param>
    public static IEnumerable<CategoryDetails> In(string language)
    {
        var russian = language == "ru";
        return Headings.SelectMany(heading => heading.Items, (heading, item) => new CategoryDetails
        {
            Name = russian ? item.Russian : item.English,
            Group = russian ? heading.Russian : heading.English,
            Kind = heading.Kind,
            Icon = item.Icon,
            Color = heading.Color,
        });
    }

    private sealed record Heading(CategoryKind Kind, string English, string Russian, string Color, Item[] Items);

    private sealed record Item(string Icon, string English, string Russian);
}
