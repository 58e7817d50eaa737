using System.Text;
using CsCheck;
using Microsoft.Extensions.Options;
using MyBudget.Infrastructure.Security;

namespace MyBudget.Tests.Infrastructure.Security;

public sealed class PasswordHasherTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task verifies_any_password_against_its_own_hash_only()
    {
        using var hasher = Hasher();

        await Gen.Select(Gen.String[Gen.Char[' ', 'я'], 1, 200], Gen.String[Gen.Char[' ', 'я'], 1, 200]).SampleAsync(
            async (password, other) =>
            {
                var hash = await hasher.HashAsync(password, Cancellation);
                (await hasher.VerifyAsync(hash, password, Cancellation)).ShouldBeTrue();
                (await hasher.VerifyAsync(hash, other, Cancellation))
                    .ShouldBe(password.Normalize(NormalizationForm.FormC) == other.Normalize(NormalizationForm.FormC));
            },
            iter: 50, threads: 1);
    }

    [Theory]
    [InlineData(71)]
    [InlineData(72)]
    [InlineData(999)]
    public async Task minds_what_comes_after_a_long_beginning(int length)
    {
        using var hasher = Hasher();
        var beginning = new string('x', length);
        var hash = await hasher.HashAsync($"{beginning}1", Cancellation);

        (await hasher.VerifyAsync(hash, $"{beginning}1", Cancellation)).ShouldBeTrue();
        (await hasher.VerifyAsync(hash, $"{beginning}2", Cancellation)).ShouldBeFalse();
    }

    [Fact]
    public async Task minds_what_comes_after_a_nul()
    {
        using var hasher = Hasher();
        var hash = await hasher.HashAsync("before\0after", Cancellation);

        (await hasher.VerifyAsync(hash, "before\0other", Cancellation)).ShouldBeFalse();
    }

    [Fact]
    public async Task answers_no_where_there_is_no_hash()
    {
        using var hasher = Hasher();

        (await hasher.VerifyAsync(null, "anything", Cancellation)).ShouldBeFalse();
    }

    [Fact]
    public async Task asks_for_a_new_hash_when_the_cost_has_risen_and_only_then()
    {
        using var cheap = Hasher(cost: 4);
        using var costly = Hasher(cost: 5);
        var hash = await cheap.HashAsync("password", Cancellation);

        hash.ShouldStartWith("$2");
        cheap.NeedsRehash(hash).ShouldBeFalse();
        costly.NeedsRehash(hash).ShouldBeTrue();
        cheap.NeedsRehash(await costly.HashAsync("password", Cancellation)).ShouldBeFalse();
    }

    private static PasswordHasher Hasher(int cost = 4) => new(Options.Create(new PasswordSettings { WorkFactor = cost }));
}
