using MyBudget.Infrastructure.RuntimeSettings;

namespace MyBudget.Tests.Infrastructure.RuntimeSettings;

public sealed class ParametersTests
{
    [Fact]
    public void have_a_name_and_a_setting_each()
    {
        Parameters.All.ShouldNotBeEmpty();
        Parameters.All.Select(parameter => parameter.Name).ShouldBeUnique();
        Parameters.All.Select(parameter => parameter.Setting).ShouldBeUnique();
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("False", false)]
    public void a_switch_is_on_or_off(string text, bool expected) => Parameters.Imports.Read(text).ShouldBe(expected);

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("yes")]
    public void a_switch_is_nothing_else(string text) => Parameters.Imports.Read(text).ShouldBeNull();

    [Theory]
    [InlineData("[]")]
    [InlineData("[1]")]
    [InlineData("[1, 50, 1000]")]
    public void thresholds_are_ascending_percentages(string text) =>
        Parameters.BudgetThresholds.Read(text).ShouldBeAssignableTo<IReadOnlyList<int>>();

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("80")]
    [InlineData("[0]")]
    [InlineData("[1001]")]
    [InlineData("[80,80]")]
    [InlineData("[100,80]")]
    [InlineData("[80.5]")]
    [InlineData("[\"80\"]")]
    [InlineData("[1,2,3,4,5,6,7,8,9,10,11]")]
    [InlineData("[80")]
    public void thresholds_are_nothing_else(string text) => Parameters.BudgetThresholds.Read(text).ShouldBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("https://play.google.com/store/apps/details?id=org.example")]
    public void an_update_is_to_be_had_over_https_or_nowhere(string text) => Parameters.UpdateAndroid.Read(text).ShouldBe(text);

    [Theory]
    [InlineData("http://example.org")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/relative")]
    [InlineData("https://")]
    public void an_update_is_to_be_had_nowhere_else(string text) => Parameters.UpdateAndroid.Read(text).ShouldBeNull();
}
