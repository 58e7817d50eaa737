using System.Net;

namespace MyBudget.IntegrationTests.Features.Identity;

[Collection(nameof(IdentityApp))]
public sealed class RecoveryCodeTests(IdentityApp app)
{
    [Fact]
    public async Task signs_in_once_however_it_is_written()
    {
        var (user, phone) = await EnrolledAsync();
        var code = phone.RecoveryCodes[3];

        (await (await Challenged.LogInAsync(app, user)).AnswerAsync(app, code.ToUpperInvariant().Replace("-", "  ", StringComparison.Ordinal))).ShouldBe(HttpStatusCode.OK);

        (await (await Challenged.LogInAsync(app, user)).AnswerAsync(app, code)).ShouldBeProblem(HttpStatusCode.Unauthorized, "auth.factor-code-invalid");
        (await user.Client.GetAsync("/api/v1/me/factors")).Body.GetProperty("recoveryCodesLeft").GetInt32().ShouldBe(9);
    }

    [Fact]
    public async Task of_many_that_show_the_same_one_at_once_one_gets_in()
    {
        var (user, phone) = await EnrolledAsync();
        var asked = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Challenged.LogInAsync(app, user)));

        var answers = await Task.WhenAll(asked.Select(each => each.AnswerAsync(app, phone.RecoveryCodes[0])));

        answers.Count(answer => answer.Status == HttpStatusCode.OK).ShouldBe(1);
        (await user.Client.GetAsync("/api/v1/me/factors")).Body.GetProperty("recoveryCodesLeft").GetInt32().ShouldBe(9);
    }

    [Fact]
    public async Task new_ones_take_the_place_of_all_before()
    {
        var (user, phone) = await EnrolledAsync();

        var renewed = (await user.Client.PostAsync("/api/v1/me/recovery-codes")).ShouldBe(HttpStatusCode.OK).Body.GetProperty("recoveryCodes");

        renewed.GetArrayLength().ShouldBe(10);
        (await (await Challenged.LogInAsync(app, user)).AnswerAsync(app, phone.RecoveryCodes[0])).ShouldBe(HttpStatusCode.Unauthorized);
        (await (await Challenged.LogInAsync(app, user)).AnswerAsync(app, renewed[0].GetString()!)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task without_a_factor_there_are_none()
    {
        var (user, phone) = await EnrolledAsync();
        (await user.Client.DeleteAsync($"/api/v1/me/factors/{phone.Id}")).ShouldBe(HttpStatusCode.NoContent);

        (await user.Client.GetAsync("/api/v1/me/factors")).Body.GetProperty("recoveryCodesLeft").GetInt32().ShouldBe(0);
        (await user.Client.PostAsync("/api/v1/me/recovery-codes")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "auth.no-factor");
        (await app.LogInAsync(user.Email, user.Password)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task the_user_is_told_of_each_that_is_used_and_when_few_are_left()
    {
        var user = await app.RegisterAsync(locale: "ru");
        (await user.Client.PostAsync("/api/v1/auth/verify-email", new { code = await app.Mail.NextCodeAsync(user.Email) })).ShouldBe(HttpStatusCode.OK);
        var phone = await Authenticator.EnrolAsync(app, user, "Мой телефон");
        var added = await app.Mail.NextAsync(user.Email);
        (added.Subject, added.TextBody!.Contains("Мой телефон", StringComparison.Ordinal)).ShouldBe(("Добавлен второй фактор", true));

        var subjects = new List<string>();
        for (var i = 0; i < 7; i++)
        {
            app.Time.Advance(TimeSpan.FromMinutes(1));
            await (await Challenged.LogInAsync(app, user)).AnswerAsync(app, phone.RecoveryCodes[i]);
            for (var mail = 0; mail < 2; mail++) subjects.Add((await app.Mail.NextAsync(user.Email)).Subject!);
        }

        subjects.Count(subject => subject == "Использован код восстановления").ShouldBe(6);
        subjects.Count(subject => subject == "Кодов восстановления почти не осталось").ShouldBe(1);
        (await user.Client.PostAsync("/api/v1/me/recovery-codes")).ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task<(TestUser, Authenticator)> EnrolledAsync()
    {
        var user = await app.RegisterAsync();
        return (user, await Authenticator.EnrolAsync(app, user));
    }
}
