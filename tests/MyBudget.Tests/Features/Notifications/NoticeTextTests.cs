using System.Globalization;
using CsCheck;
using MyBudget.Domain;
using MyBudget.Features.Notifications;

namespace MyBudget.Tests.Features.Notifications;

public sealed class NoticeTextTests
{
    private static readonly Guid Id = Guid.Parse("0192c0de-0000-7000-8000-000000000001");
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("en", 1, "1 new entry", "1 large entry")]
    [InlineData("en", 2, "2 new entries", "2 large entries")]
    [InlineData("en", 21, "21 new entries", "21 large entries")]
    [InlineData("en", 1_234, "1,234 new entries", "1,234 large entries")]
    [InlineData("ru", 1, "1 новая запись", "1 крупная запись")]
    [InlineData("ru", 2, "2 новые записи", "2 крупные записи")]
    [InlineData("ru", 4, "4 новые записи", "4 крупные записи")]
    [InlineData("ru", 5, "5 новых записей", "5 крупных записей")]
    [InlineData("ru", 11, "11 новых записей", "11 крупных записей")]
    [InlineData("ru", 14, "14 новых записей", "14 крупных записей")]
    [InlineData("ru", 21, "21 новая запись", "21 крупная запись")]
    [InlineData("ru", 22, "22 новые записи", "22 крупные записи")]
    [InlineData("ru", 111, "111 новых записей", "111 крупных записей")]
    [InlineData("ru", 1_201, "1\u00a0201 новая запись", "1\u00a0201 крупная запись")]
    public void counts_as_people_of_the_language_do(string language, int count, string entries, string large)
    {
        var data = new EntriesNotice(count, Id, "Ada");

        TextOf(NotificationKind.MemberEntry, data, language).Body.ShouldBe(entries);
        TextOf(NotificationKind.LargeTransaction, data, language).Title.ShouldBe(large);
    }

    [Theory]
    [InlineData("EUR", "en", -123_456, "Ada: -1,234.56\u00a0EUR")]
    [InlineData("EUR", "ru", -123_456, "Ada: -1\u00a0234,56\u00a0EUR")]
    [InlineData("JPY", "en", -1_234, "Ada: -1,234\u00a0JPY")]
    [InlineData("BHD", "en", 1_234, "Ada: 1.234\u00a0BHD")]
    public void amounts_are_written_as_their_currency_and_the_language_have_them(string currency, string language, long amount, string title) =>
        TextOf(NotificationKind.MemberEntry, Entry(amount, currency), language).Title.ShouldBe(title);

    [Theory]
    [InlineData("en", "Bakery · Bank · 5 June 2026")]
    [InlineData("ru", "Bakery · Bank · 5 июня 2026")]
    public void nobody_takes_the_month_for_the_day(string language, string body)
    {
        var june = Entry(-1, "EUR") with { Date = new DateOnly(2026, 6, 5) };
        foreach (var kind in (NotificationKind[])[NotificationKind.LargeTransaction, NotificationKind.MemberEntry, NotificationKind.MemberChange, NotificationKind.MemberDeletion])
            TextOf(kind, june, language).Body.ShouldBe(body);
        var budget = new BudgetNotice(Id, "Food", june.Date, june.Date, 80, 1, 1, Currency.Of("EUR"));
        TextOf(NotificationKind.BudgetExceeded, budget, language).Body.ShouldContain(body[16..]);
        TextOf(NotificationKind.BudgetThreshold, budget, language, hideAmounts: true).Body.ShouldContain(body[16..]);
    }

    [Theory]
    [InlineData("en", "2026-11-30", "Food is exceeded", "the period ends on 31 December 2026")]
    [InlineData("en", "2026-12-15", "Food is exceeded", "the period ends on 31 December 2026")]
    [InlineData("en", "2026-11-29", "Food will be exceeded in the period from 30 November 2026", "for 30 November 2026 to 31 December 2026")]
    [InlineData("en", "2027-01-01", "Food was exceeded in the period until 31 December 2026", "from 30 November 2026 to 31 December 2026")]
    [InlineData("en", null, "Food is exceeded", "the period ends on 31 December 2026")]
    [InlineData("ru", "2026-11-29", "Бюджет «Food» будет превышен в периоде с 30 ноября 2026", "на период с 30 ноября 2026 по 31 декабря 2026")]
    [InlineData("ru", "2027-01-01", "Бюджет «Food» был превышен в периоде по 31 декабря 2026", "за период с 30 ноября 2026 по 31 декабря 2026")]
    public void a_budget_says_which_period_it_means_where_that_does_not_run(string language, string? on, string title, string period)
    {
        var told = new BudgetNotice(
            Id, "Food", new DateOnly(2026, 11, 30), new DateOnly(2026, 12, 31), 80, 2, 1, Currency.Of("EUR"),
            on is null ? null : DateOnly.ParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture));
        var (exceeded, reached) = (TextOf(NotificationKind.BudgetExceeded, told, language), TextOf(NotificationKind.BudgetThreshold, told, language));

        exceeded.Title.ShouldBe(title);
        exceeded.Body.ShouldContain(period);
        reached.Body.ShouldBe(exceeded.Body);
        if (title.Contains("2026", StringComparison.Ordinal)) reached.Title.ShouldContain("2026");
        TextOf(NotificationKind.BudgetExceeded, told, language, hideAmounts: true).Body.ShouldContain("2026");
    }

    [Fact]
    public void every_kind_is_told_in_every_language()
    {
        var texts = from kind in Enum.GetValues<NotificationKind>() from language in new[] { "en", "ru" } select (kind, language, Text: TextOf(kind, DataOf(kind), language));

        texts.ShouldAllBe(told => told.Text.Title.Length > 0);
        texts.Where(told => told.language == "ru").ShouldAllBe(told => (told.Text.Title + told.Text.Body).Any(letter => letter >= 'а' && letter <= 'я'));
        texts.ShouldAllBe(told => !told.Text.Title.Contains('{') && !told.Text.Body.Contains('{'));
        Enum.GetValues<NotificationKind>().Select(kind => TextOf(kind, DataOf(kind), "en").Title).ShouldBeUnique();
    }

    [Fact]
    public void hidden_amounts_are_nowhere_and_neither_are_payee_and_account() => Gen.Select(Gen.Long[-999_999, 999_999], Gen.Bool.Select(english => english ? "en" : "ru")).Sample((amount, language) =>
    {
        foreach (var kind in Enum.GetValues<NotificationKind>())
        {
            var data = kind is NotificationKind.LargeTransaction or NotificationKind.MemberEntry or NotificationKind.MemberChange or NotificationKind.MemberDeletion ? Entry(amount, "EUR") : DataOf(kind, Math.Abs(amount) + 100_000);
            var text = TextOf(kind, data, language, hideAmounts: true);
            var all = $"{text.Title} {text.Body}";
            foreach (var secret in new[] { "EUR", "Bakery", "Bank", Money(amount, language), Money(Math.Abs(amount) + 100_000, language) })
                all.ShouldNotContain(secret, Case.Sensitive);
        }
    });

    private static string Money(long minor, string language) =>
        (Math.Abs(minor) / 100m).ToString("N2", CultureInfo.GetCultureInfo(language));

    private static EntryNotice Entry(long amount, string currency) => new(Id, "Bank", "Bakery", new DateOnly(2026, 3, 1), amount, Currency.Of(currency), "Ada");

    private static NoticeData DataOf(NotificationKind kind, long spent = 81_00) => kind switch
    {
        NotificationKind.BudgetThreshold or NotificationKind.BudgetExceeded =>
            new BudgetNotice(Id, "Food", new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 31), 80, spent, spent, Currency.Of("EUR")),
        NotificationKind.LargeTransaction => Entry(-12_50, "EUR"),
        NotificationKind.MemberEntry or NotificationKind.MemberChange or NotificationKind.MemberDeletion => new EntriesNotice(5, ImportId: null, "Ada"),
        NotificationKind.Invitation or NotificationKind.RoleChanged => new MembershipNotice(Id, "Home", LedgerRole.Editor, "Ada", Id),
        NotificationKind.JoinRequested => new JoinRequestNotice(Id, "Home", "Ada", "ada@example.org", "It is me"),
        NotificationKind.JoinAnswered => new JoinAnswerNotice(Id, "Home", LedgerRole.Editor, "Ada"),
        _ => new SecurityNotice(Id, "phone"),
    };

    private static NoticeText TextOf(NotificationKind kind, NoticeData data, string language, bool hideAmounts = false) =>
        NoticeText.Of(InboxEntry.Of(new Notice("key", kind, Id, Id, data, Now), Id), language, hideAmounts);
}
