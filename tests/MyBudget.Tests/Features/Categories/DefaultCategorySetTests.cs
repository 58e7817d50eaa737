using MyBudget.Features.Categories;
using MyBudget.Features.Categories.Reactions;

namespace MyBudget.Tests.Features.Categories;

public sealed class DefaultCategorySetTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("ru")]
    public void holds_only_what_a_user_could_create_too(string language)
    {
        var set = DefaultCategorySet.In(language).ToList();

        set.ShouldNotBeEmpty();
        foreach (var details in set)
        {
            var input = new CategoryInput { Name = details.Name, Group = details.Group, Kind = details.Kind, Icon = details.Icon, Color = details.Color, Archived = false };
            new CategoryInputValidator().Validate(input).Errors.ShouldBeEmpty();
            input.ToDetails().ShouldBe(details);
        }

        set.Select(details => $"{details.Kind}/{details.Group}/{details.Name}".ToUpperInvariant()).ShouldBeUnique();
    }

    [Fact]
    public void is_the_same_set_in_each_language()
    {
        var (english, russian) = (DefaultCategorySet.In("en").ToList(), DefaultCategorySet.In("ru").ToList());

        english.Select(details => (details.Kind, details.Icon, details.Color))
            .ShouldBe(russian.Select(details => (details.Kind, details.Icon, details.Color)));
        english.Zip(russian).ShouldAllBe(pair => pair.First.Name != pair.Second.Name && pair.First.Group != pair.Second.Group);
        DefaultCategorySet.In("de").ShouldBe(english);
    }
}
