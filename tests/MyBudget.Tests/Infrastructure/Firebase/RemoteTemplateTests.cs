using System.Text;
using System.Text.Json;
using CsCheck;
using MyBudget.Infrastructure.Firebase.RemoteConfig;

namespace MyBudget.Tests.Infrastructure.Firebase;

public sealed class RemoteTemplateTests
{
    [Fact]
    public void is_read_in_groups_and_out_of_them()
    {
        var texts = Read(
            """
            {
              "conditions": [{"name": "beta", "expression": "true"}],
              "parameters": {
                "one": {"defaultValue": {"value": "1"}, "conditionalValues": {"beta": {"value": "2"}}, "valueType": "STRING"},
                "left_to_the_server": {"defaultValue": {"useInAppDefault": true}},
                "only_for_some": {"conditionalValues": {"beta": {"value": "2"}}},
                "rolled_out": {"defaultValue": {"rolloutValue": {"rolloutId": "r", "value": "2", "percent": 10}}},
                "no_text": {"defaultValue": {"value": 1}},
                "no_object": 3,
                "empty": {"defaultValue": {"value": ""}}
              },
              "parameterGroups": {"limits": {"description": "", "parameters": {"two": {"defaultValue": {"value": "2"}}}}},
              "version": {"versionNumber": "12"}
            }
            """);

        texts.ShouldBe(
            new Dictionary<string, string?>
            {
                ["one"] = "1",
                ["rolled_out"] = null,
                ["no_text"] = null,
                ["no_object"] = null,
                ["empty"] = "",
                ["two"] = "2",
            },
            ignoreOrder: true);
    }

    [Fact]
    public void says_nothing_before_anything_was_published() => Read("{}").ShouldBeEmpty();

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"parameters":[]}""")]
    [InlineData("""{"parameters":null}""")]
    [InlineData("""{"parameterGroups":{"limits":[]}}""")]
    [InlineData("""{"parameters":{"one":""")]
    public void is_not_read_when_it_is_none(string text) => Should.Throw<JsonException>(() => Read(text));

    [Fact]
    public void waits_as_long_as_it_was_told_and_no_replica_as_long_as_another() => Gen.Select(
        Gen.Int[1, 86_400], Gen.Int[0, 50], Gen.Int[-10, 10_000].Nullable(), Gen.Double[0, 1]).Sample((interval, failures, asked, share) =>
        {
            var usual = TimeSpan.FromSeconds(interval);
            var wait = RemoteConfigPace.Next(usual, failures, asked is { } seconds ? TimeSpan.FromSeconds(seconds) : null, share);
            wait.ShouldBeGreaterThan(TimeSpan.Zero);
            if (asked is { } least) wait.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(Math.Min(least, 3_600)));
            else wait.ShouldBeLessThanOrEqualTo(usual * 1.1001);
            if (failures == 0 && asked is null) wait.ShouldBeGreaterThanOrEqualTo(usual * 0.8999);
        });

    private static IReadOnlyDictionary<string, string?> Read(string text) => RemoteTemplate.Read(Encoding.UTF8.GetBytes(text));
}
