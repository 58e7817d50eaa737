using System.Net;
using System.Text.Json;

namespace MyBudget.IntegrationTests.Features.Budgets;

public sealed class BudgetTests(AppFixture app)
{
    [Fact]
    public async Task is_created_as_it_is_read_and_listed()
    {
        var ledger = await app.CreateLedgerAsync();
        var (food, bank) = (await ledger.CreateCategoryAsync("Food"), await ledger.OpenAccountAsync());

        var created = await ledger.PostAsync("budgets", new
        {
            name = " Eating ",
            icon = "fork",
            amount = 50_000,
            currency = "EUR",
            period = "month",
            startsOn = "2026-01-31",
            endsOn = "2026-12-31",
            categoryIds = new[] { food, food },
            accountIds = new[] { bank },
            rollover = "surplus",
            thresholds = new[] { 100, 80, 80 },
        });

        var budget = created.ShouldBe(HttpStatusCode.Created).Body;
        budget.GetProperty("name").GetString().ShouldBe("Eating");
        budget.GetProperty("icon").GetString().ShouldBe("fork");
        budget.GetProperty("amount").GetInt64().ShouldBe(50_000);
        budget.GetProperty("period").GetString().ShouldBe("month");
        budget.GetProperty("rollover").GetString().ShouldBe("surplus");
        budget.GetProperty("endsOn").GetString().ShouldBe("2026-12-31");
        budget.GetProperty("thresholds").GetRawText().ShouldBe("[80,100]");
        budget.GetProperty("categoryIds").EnumerateArray().Select(id => id.GetGuid()).ShouldBe([food]);
        budget.GetProperty("accountIds").EnumerateArray().Select(id => id.GetGuid()).ShouldBe([bank]);
        created.ETag.ShouldBe("\"1\"");
        var read = await ledger.GetAsync(created.Headers.Location!.ToString());
        read.Text.ShouldBe(created.Text);
        (await ledger.GetAsync("budgets")).Items.Single().GetRawText().ShouldBe(created.Text);
        (await ledger.GetAsync($"budgets/{created.Id}", ("If-None-Match", read.ETag!))).ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task says_nothing_more_than_it_must()
    {
        var ledger = await app.CreateLedgerAsync();
        var created = await ledger.PostAsync("budgets", Body());

        created.ShouldBe(HttpStatusCode.Created);
        created.Body.GetProperty("rollover").GetString().ShouldBe("none");
        created.Body.GetProperty("icon").ValueKind.ShouldBe(JsonValueKind.Null);
        foreach (var list in (string[])["categoryIds", "accountIds"]) created.Body.GetProperty(list).GetArrayLength().ShouldBe(0);
        created.Body.GetProperty("thresholds").GetRawText().ShouldBe("[80,100]");
    }

    [Fact]
    public async Task a_repeated_creation_is_the_same_success_and_other_content_a_conflict()
    {
        var ledger = await app.CreateLedgerAsync();
        var id = Guid.CreateVersion7();
        var body = Body(("id", id), ("thresholds", new[] { 80 }));
        var first = await ledger.PostAsync("budgets", body);
        var revision = await ledger.RevisionAsync();

        (await ledger.PostAsync("budgets", body)).ShouldBe(HttpStatusCode.Created).Text.ShouldBe(first.Text);
        (await ledger.RevisionAsync()).ShouldBe(revision);
        (await ledger.PostAsync("budgets", Body(("id", id), ("thresholds", new[] { 90 }))))
            .ShouldBeProblem(HttpStatusCode.Conflict, "http.id-taken");
        (await ledger.DeleteAsync($"budgets/{id}")).ShouldBe(HttpStatusCode.NoContent);
        var again = (await ledger.PostAsync("budgets", body)).ShouldBe(HttpStatusCode.Created).Body;
        again.GetProperty("deletedAt").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.String);
        again.GetProperty("version").GetInt32().ShouldBe(2);
        (await ledger.GetAsync($"budgets/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await ledger.PostAsync("budgets", Body(("id", id), ("thresholds", new[] { 90 }))))
            .ShouldBeProblem(HttpStatusCode.Conflict, "http.id-taken");
    }

    [Fact]
    public async Task a_name_is_there_once_whatever_its_case()
    {
        var ledger = await app.CreateLedgerAsync();
        var food = (await ledger.PostAsync("budgets", Body(("name", "Food")))).ShouldBe(HttpStatusCode.Created).Id;
        var fun = (await ledger.PostAsync("budgets", Body(("name", "Fun")))).ShouldBe(HttpStatusCode.Created).Id;

        (await ledger.PostAsync("budgets", Body(("name", "FOOD")))).ShouldBeProblem(HttpStatusCode.Conflict, "budgets.name-taken");
        (await ledger.PatchAsync($"budgets/{fun}", new { name = "food" })).ShouldBeProblem(HttpStatusCode.Conflict, "budgets.name-taken");
        (await ledger.PatchAsync($"budgets/{food}", new { name = "FOOD" })).ShouldBe(HttpStatusCode.OK);
        (await ledger.DeleteAsync($"budgets/{food}")).ShouldBe(HttpStatusCode.NoContent);
        (await ledger.PatchAsync($"budgets/{fun}", new { name = "food" })).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task names_only_expense_categories_and_accounts_of_its_ledger()
    {
        var ledger = await app.CreateLedgerAsync();
        var other = await app.CreateLedgerAsync();
        var (salary, foreign) = (await ledger.CreateCategoryAsync("Pay", "income"), await other.CreateCategoryAsync("Food"));
        var account = await other.OpenAccountAsync();

        await Refused(("categoryIds", new[] { foreign }), "budgets.unknown-category");
        await Refused(("categoryIds", new[] { Guid.Empty }), "budgets.unknown-category");
        await Refused(("categoryIds", new[] { salary }), "budgets.income-category");
        await Refused(("accountIds", new[] { account }), "budgets.unknown-account");

        async Task Refused((string Name, object? Value) member, string code) =>
            (await ledger.PostAsync("budgets", Body(member))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, code);
    }

    [Fact]
    public async Task a_ledger_has_at_most_two_hundred()
    {
        var ledger = await app.CreateLedgerAsync();
        for (var i = 0; i < 200; i++) (await ledger.PostAsync("budgets", Body(("name", $"{i}")))).ShouldBe(HttpStatusCode.Created);

        (await ledger.PostAsync("budgets", Body())).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "budgets.too-many");
        (await ledger.GetAsync("budgets/status?on=2026-01-01")).Items.Length.ShouldBe(200);
    }

    [Theory]
    [InlineData("name", null, "required")]
    [InlineData("name", " ", "required")]
    [InlineData("icon", "a\tb", "control-characters")]
    [InlineData("amount", null, "required")]
    [InlineData("amount", -1, "amount-range")]
    [InlineData("amount", 1_000_000_000_000_000, "amount-range")]
    [InlineData("amount", 1.5, "json")]
    [InlineData("currency", "eur", "currency")]
    [InlineData("currency", null, "required")]
    [InlineData("period", null, "required")]
    [InlineData("period", "day", "json")]
    [InlineData("startsOn", null, "required")]
    [InlineData("startsOn", "1899-12-31", "date-range")]
    [InlineData("startsOn", "2026-02-30", "json")]
    [InlineData("endsOn", "2025-12-31", "ends-before-start")]
    [InlineData("endsOn", "2200-01-01", "date-range")]
    [InlineData("rollover", "all", "json")]
    [InlineData("thresholds", new[] { 0 }, "percent-range")]
    [InlineData("thresholds", new[] { 1001 }, "percent-range")]
    [InlineData("thresholds", new[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 }, "too-many")]
    [InlineData("id", "00000000-0000-0000-0000-000000000000", "id")]
    [InlineData("spent", 1, "unknown-member")]
    public async Task bad_input_names_the_field(string member, object? value, string code)
    {
        var ledger = await app.CreateLedgerAsync();
        (await ledger.PostAsync("budgets", Body((member, value)))).ShouldBlame(member, code);
        if (member is "id") return;

        var budget = (await ledger.PostAsync("budgets", Body())).ShouldBe(HttpStatusCode.Created).Id;
        (await ledger.PatchAsync($"budgets/{budget}", new Dictionary<string, object?> { [member] = value })).ShouldBlame(member, code);
    }

    [Fact]
    public async Task a_single_period_needs_its_end()
    {
        var ledger = await app.CreateLedgerAsync();
        (await ledger.PostAsync("budgets", Body(("period", "once")))).ShouldBlame("endsOn", "end-required");

        var budget = await ledger.PostAsync("budgets", Body(("period", "once"), ("endsOn", "2026-01-01")));
        (await ledger.PatchAsync($"budgets/{budget.Id}", """{"endsOn":null}""")).ShouldBlame("endsOn", "end-required");
        (await ledger.PatchAsync($"budgets/{budget.Id}", """{"endsOn":null,"period":"month"}""")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task a_change_of_a_version_that_is_gone_is_refused_and_no_change_writes_nothing()
    {
        var ledger = await app.CreateLedgerAsync();
        var created = await ledger.PostAsync("budgets", Body());
        var path = $"budgets/{created.Id}";
        var revised = await ledger.PatchAsync(path, new { icon = "cart", thresholds = new[] { 50 } }, ("If-Match", created.ETag!));
        var revision = await ledger.RevisionAsync();

        revised.ShouldBe(HttpStatusCode.OK).ETag.ShouldBe("\"2\"");
        (await ledger.GetAsync(path)).Text.ShouldBe(revised.Text);
        (await ledger.PatchAsync(path, new { icon = "cart" })).ShouldBe(HttpStatusCode.OK).Text.ShouldBe(revised.Text);
        (await ledger.PatchAsync(path, new { icon = "x" }, ("If-Match", created.ETag!)))
            .ShouldBeProblem(HttpStatusCode.PreconditionFailed, "http.precondition-failed");
        (await ledger.DeleteAsync(path, ("If-Match", created.ETag!)))
            .ShouldBeProblem(HttpStatusCode.PreconditionFailed, "http.precondition-failed");
        (await ledger.RevisionAsync()).ShouldBe(revision);
        (await ledger.DeleteAsync(path, ("If-Match", revised.ETag!))).ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task what_is_gone_or_of_another_ledger_is_not_found()
    {
        var ledger = await app.CreateLedgerAsync();
        var foreign = (await (await app.CreateLedgerAsync()).PostAsync("budgets", Body())).Id;
        var gone = (await ledger.PostAsync("budgets", Body())).Id;
        (await ledger.DeleteAsync($"budgets/{gone}")).ShouldBe(HttpStatusCode.NoContent);

        foreach (var id in (Guid[])[foreign, gone, Guid.CreateVersion7()])
        {
            (await ledger.GetAsync($"budgets/{id}")).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
            (await ledger.GetAsync($"budgets/{id}/status")).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
            (await ledger.PatchAsync($"budgets/{id}", new { amount = 1 })).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
            (await ledger.DeleteAsync($"budgets/{id}")).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
        }

        (await ledger.GetAsync("budgets")).Items.ShouldBeEmpty();
        (await ledger.As(await app.SignInAsync()).GetAsync("budgets")).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
    }

    internal static Dictionary<string, object?> Body(params (string Name, object? Value)[] members)
    {
        var body = new Dictionary<string, object?>
        {
            ["name"] = "Home",
            ["amount"] = 10_000,
            ["currency"] = "EUR",
            ["period"] = "month",
            ["startsOn"] = "2026-01-01",
        };
        foreach (var (name, value) in members) body[name] = value;
        return body;
    }

    [Fact]
    public async Task are_listed_by_name_in_any_language()
    {
        var ledger = await app.CreateLedgerAsync();
        string[] wanted = ["Äpfel", "apple", "Banana", "дом", "Ёлка", "жильё", "Яблоко"];
        foreach (var name in wanted.Reverse())
        {
            (await ledger.PostAsync("budgets", new { name, amount = 1, currency = "EUR", period = "month", startsOn = "2026-01-01" }))
                .ShouldBe(HttpStatusCode.Created);
        }

        var budgets = (await ledger.GetAsync("budgets")).Items;
        budgets.Select(budget => budget.GetProperty("name").GetString()).ShouldBe(wanted);
        (await ledger.GetAsync("budgets/status?on=2026-01-01")).Items.Select(status => status.GetProperty("budgetId").GetGuid())
            .ShouldBe(budgets.Select(budget => budget.GetProperty("id").GetGuid()));
    }
}
