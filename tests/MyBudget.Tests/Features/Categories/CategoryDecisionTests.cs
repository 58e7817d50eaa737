using MyBudget.Domain;
using MyBudget.Features.Categories;
using MyBudget.Features.Categories.Contracts;
using MyBudget.Features.Categories.DeleteCategory;
using MyBudget.Features.Categories.MergeCategory;
using MyBudget.Features.Categories.ReviseCategory;

namespace MyBudget.Tests.Features.Categories;

public sealed class CategoryDecisionTests
{
    private static readonly Guid User = Guid.CreateVersion7();
    private static readonly DateTimeOffset Then = new(2026, 11, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Now = Then.AddDays(1);

    [Fact]
    public void a_revision_carries_both_states_and_archiving_is_an_event_of_its_own()
    {
        var tea = Tea();
        var events = ReviseCategoryHandler.Decide(
            tea, new CategorySet([tea]), Input(tea) with { Name = "Chai", Archived = true }, User, Now);

        events.ShouldBe([new CategoryRevised(tea.ToDetails(), tea.ToDetails() with { Name = "Chai" }, User, Now), new CategoryArchived(User, Now)]);
        events.Aggregate<object, Category?>(tea, (state, e) => Category.Fold(state, tea.Id, e))
            .ShouldBe(tea with { Name = "Chai", Archived = true, UpdatedAt = Now, Version = 3 });
    }

    [Fact]
    public void a_revision_that_changes_nothing_decides_nothing()
    {
        var tea = Tea();
        ReviseCategoryHandler.Decide(tea, new CategorySet([tea]), Input(tea), User, Now).ShouldBeEmpty();
    }

    [Fact]
    public void an_archived_category_may_have_a_name_that_is_in_use()
    {
        var (tea, other) = (Tea() with { Archived = true }, Tea());
        var set = new CategorySet([tea, other]);

        ReviseCategoryHandler.Decide(tea, set, Input(tea) with { Name = "TEA" }, User, Now).ShouldHaveSingleItem();
        Refused(() => ReviseCategoryHandler.Decide(tea, set, Input(tea) with { Archived = false }, User, Now), "categories.name-taken", true);
    }

    [Fact]
    public void a_merger_needs_another_category_of_the_same_kind_that_is_in_use()
    {
        var (tea, drinks) = (Tea(), Tea() with { Name = "Drinks" });

        MergeCategoryHandler.Decide(tea, drinks, User, Now).ShouldBe(new CategoryMerged(drinks.Id, User, Now));
        Refused(() => MergeCategoryHandler.Decide(tea, tea, User, Now), "categories.merge-into-itself");
        Refused(() => MergeCategoryHandler.Decide(tea, null, User, Now), "categories.merge-target");
        Refused(() => MergeCategoryHandler.Decide(tea, drinks with { Archived = true }, User, Now), "categories.merge-target");
        Refused(() => MergeCategoryHandler.Decide(tea, drinks with { Kind = CategoryKind.Income }, User, Now), "categories.kind-differs");
    }

    [Fact]
    public void only_a_category_without_entries_is_deleted()
    {
        DeleteCategoryHandler.Decide(hasEntries: false, User, Now).ShouldBe(new CategoryDeleted(User, Now));
        Refused(() => DeleteCategoryHandler.Decide(hasEntries: true, User, Now), "categories.in-use", true);
    }

    private static CategoryInput Input(Category category) => new()
    {
        Name = category.Name,
        Group = category.Group,
        Kind = category.Kind,
        Icon = category.Icon,
        Color = category.Color,
        Archived = category.Archived,
    };

    private static Category Tea() => Category.Fold(null, Guid.CreateVersion7(), new CategoryCreated(
        new CategoryDetails { Name = "Tea", Group = "Drinks", Kind = CategoryKind.Expense, Icon = "cup", Color = "#a0b1c2" }, User, Then))!;

    private static void Refused(Func<object> decide, string code, bool isConflict = false)
    {
        var violation = Should.Throw<RuleViolation>(decide);
        (violation.Code, violation.IsConflict).ShouldBe((code, isConflict));
    }
}
