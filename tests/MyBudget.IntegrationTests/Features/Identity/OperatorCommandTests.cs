using System.Globalization;
using System.Net;
using MyBudget.Features.Identity;

namespace MyBudget.IntegrationTests.Features.Identity;

/// <summary>What an operator can do for a user who is shut out, or whose device is lost.</summary>
[Collection(nameof(IdentityApp))]
public sealed class OperatorCommandTests(IdentityApp app)
{
    [Fact]
    public async Task reset_factors_lets_the_password_be_enough_again_and_ends_what_there_is()
    {
        var (user, other) = (await app.RegisterAsync(), await app.RegisterAsync());
        (await user.Client.PostAsync("/api/v1/auth/verify-email", new { code = await app.Mail.NextCodeAsync(user.Email) })).ShouldBe(HttpStatusCode.OK);
        await Authenticator.EnrolAsync(app, user);
        var (phone, asked) = (await Authenticator.EnrolAsync(app, other), await Challenged.LogInAsync(app, user));
        await app.Mail.NextAsync(user.Email);

        (await RunAsync(ResetFactorsCommand.RunAsync, user.Email.ToUpperInvariant())).ShouldBe((true, $"{user.Email.ToUpperInvariant()} has 1 second factors less, and no session"));

        (await user.IsSignedInAsync()).ShouldBeFalse();
        (await asked.AnswerAsync(app, "123456")).ShouldBeProblem(HttpStatusCode.Unauthorized, "auth.challenge-ended");
        (await app.LogInAsync(user.Email, user.Password)).ShouldBe(HttpStatusCode.OK);
        (await app.Mail.NextAsync(user.Email)).Subject.ShouldBe("Your second factors were reset");
        (await other.IsSignedInAsync()).ShouldBeTrue();
        (await (await Challenged.LogInAsync(app, other)).AnswerAsync(app, phone.NextCode())).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task end_sessions_signs_a_user_out_everywhere()
    {
        var (user, other) = (await app.RegisterAsync(), await app.RegisterAsync());
        var tablet = await user.LogInAgainAsync();

        (await RunAsync(EndSessionsCommand.RunAsync, user.Email)).ShouldBe((true, $"2 sessions of {user.Email} have ended"));

        (await user.IsSignedInAsync(), await tablet.IsSignedInAsync(), await other.IsSignedInAsync()).ShouldBe((false, false, true));
        (await app.RefreshAsync(tablet.RefreshToken)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task who_is_not_there_is_said()
    {
        (await RunAsync(ResetFactorsCommand.RunAsync, "nobody@example.org")).ShouldBe((false, "reset-factors: there is no user nobody@example.org"));
        (await RunAsync(EndSessionsCommand.RunAsync, "nobody@example.org")).ShouldBe((false, "end-sessions: there is no user nobody@example.org"));
    }

    private async Task<(bool, string)> RunAsync(Func<IServiceProvider, string, TextWriter, CancellationToken, Task<bool>> command, string email)
    {
        await using var output = new StringWriter(CultureInfo.InvariantCulture);
        return (await command(app.Host.Services, email, output, TestContext.Current.CancellationToken), output.ToString().TrimEnd());
    }
}
