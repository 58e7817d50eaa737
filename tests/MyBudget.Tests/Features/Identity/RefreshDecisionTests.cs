using MyBudget.Features.Identity;
using MyBudget.Features.Identity.Refresh;
using MyBudget.Infrastructure.Security;

namespace MyBudget.Tests.Features.Identity;

public sealed class RefreshDecisionTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(60);
    private static readonly SignInSession Living = new(Guid.CreateVersion7(Now), Guid.CreateVersion7(Now), null, Now, Now, Now.AddDays(60));
    private static readonly RefreshToken Newest = new("hash", Living.Id, Living.UserId, Now);

    [Fact]
    public void the_newest_token_is_replaced() => Decide(Living, Newest).ShouldBe(RefreshOutcome.Rotate);

    [Theory]
    [InlineData(0, RefreshOutcome.Repeat)]
    [InlineData(60, RefreshOutcome.Repeat)]
    [InlineData(61, RefreshOutcome.Revoke)]
    public void the_one_before_is_answered_again_within_the_grace(int secondsAgo, object outcome) =>
        Decide(Living, Newest with { ReplacedAt = Now.AddSeconds(-secondsAgo), SuccessorSeed = "seed" }).ShouldBe(outcome);

    [Fact]
    public void an_older_one_ends_the_family_even_within_the_grace() =>
        Decide(Living, Newest with { ReplacedAt = Now, SuccessorSeed = null }).ShouldBe(RefreshOutcome.Revoke);

    [Fact]
    public void nothing_revives_a_session_that_is_over()
    {
        Decide(Living with { EndedAt = Now }, Newest).ShouldBe(RefreshOutcome.Refuse);
        Decide(Living with { ExpiresAt = Now }, Newest).ShouldBe(RefreshOutcome.Refuse);
        Decide(Living with { EndedAt = Now }, Newest with { ReplacedAt = Now.AddDays(-1) }).ShouldBe(RefreshOutcome.Refuse);
    }

    [Fact]
    public void a_successor_depends_on_both_the_token_and_the_seed()
    {
        var (token, seed) = (RefreshToken.Generate(), RefreshToken.Generate());

        RefreshToken.SuccessorOf(token, seed).ShouldBe(RefreshToken.SuccessorOf(token, seed));
        RefreshToken.SuccessorOf(token, seed).Length.ShouldBe(43);
        RefreshToken.SuccessorOf(RefreshToken.Generate(), seed).ShouldNotBe(RefreshToken.SuccessorOf(token, seed));
        RefreshToken.SuccessorOf(token, RefreshToken.Generate()).ShouldNotBe(RefreshToken.SuccessorOf(token, seed));
    }

    private static RefreshOutcome Decide(SignInSession family, RefreshToken token) => RefreshDecision.Of(family, token, Now, Grace);
}
