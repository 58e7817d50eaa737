using System.Net;

namespace MyBudget.IntegrationTests.Features.Identity;

[Collection(nameof(IdentityApp))]
public sealed class WeakPasswordTests(IdentityApp app)
{
    [Theory]
    [InlineData("password", "password-common")]
    [InlineData("PassWord", "password-common")]
    [InlineData("12345678", "password-monotonous")]
    [InlineData("qwertyuiop", "password-common")]
    [InlineData("1qaz2wsx", "password-common")]
    [InlineData("Password1!", "password-common")]
    [InlineData("password ", "password-common")]
    [InlineData("ｐａｓｓｗｏｒｄ", "password-common")]
    [InlineData("qwertz123", "password-common")]
    [InlineData("йцукенгш", "password-common")]
    [InlineData("abcdefgh", "password-monotonous")]
    [InlineData("12341234", "password-monotonous")]
    [InlineData("20262026202", "password-monotonous")]
    [InlineData("Höpper-12", "password-about-user")]
    [InlineData("aaaaaaaa", "password-monotonous")]
    [InlineData("        ", "password-monotonous")]
    [InlineData("abababababab", "password-monotonous")]
    [InlineData("mybudget", "password-about-user")]
    [InlineData("MyBudget2026", "password-about-user")]
    [InlineData("my-budget-my-budget", "password-about-user")]
    [InlineData("Grace Hopper", "password-about-user")]
    [InlineData("grace.hopper1906", "password-about-user")]
    [InlineData("👨‍👩‍👧‍👦", "password-too-short")]
    [InlineData("ä̈ö̈ü̈", "password-too-short")]
    [InlineData("seven77", "password-too-short")]
    public async Task is_refused_wherever_one_is_set(string password, string code)
    {
        (await RegisterAsync(password)).ShouldBlame("password", code);

        var user = await app.RegisterAsync();
        await user.Client.SendAsync(HttpMethod.Patch, "/api/v1/me", new { displayName = "Grace Hopper" });
        (await user.Client.PostAsync("/api/v1/auth/password/change", new { currentPassword = user.Password, newPassword = password }))
            .ShouldBlame("newPassword", code);

        await app.Mail.NextAsync(user.Email);
        await app.Anonymous.PostAsync("/api/v1/auth/password/forgot", new { email = user.Email });
        var mailed = await app.Mail.NextCodeAsync(user.Email);
        (await ResetAsync(user.Email, mailed, password)).ShouldBlame("newPassword", code);
        (await ResetAsync(user.Email, mailed, "a good one, and long")).ShouldBe(HttpStatusCode.NoContent);
    }

    [Theory]
    [InlineData("Grace Hopper wrote COBOL")]
    [InlineData("my budget is my castle")]
    [InlineData("пароль с буквой й")]
    [InlineData("🍎🍐🍊🍋🍌🍉🍇🍓")]
    public async Task is_not_what_is_long_enough_and_ones_own(string password) => (await RegisterAsync(password)).ShouldBe(HttpStatusCode.Created);

    [Theory]
    [InlineData("correct hors\ufffe")]
    [InlineData("correct hors\ufffe\uffff battery")]
    public async Task or_one_with_what_is_no_character_is_answered_and_not_a_fault(string password)
    {
        (await RegisterAsync(password)).Status.ShouldBeOneOf(HttpStatusCode.Created, HttpStatusCode.BadRequest);
        var user = await app.RegisterAsync();
        (await app.LogInAsync(user.Email, password)).ShouldBe(HttpStatusCode.Unauthorized);
        (await user.Client.SendAsync(HttpMethod.Delete, "/api/v1/me", new { password })).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await app.Anonymous.PostAsync("/api/v1/auth/register", new { email = app.NewEmail(), password = IdentityApp.Password, displayName = "X\ufffe" }))
            .ShouldBlame("displayName", "invisible-characters");
        (await app.Anonymous.PostAsync("/api/v1/auth/register", new { email = "c@exam\ufffeple.com", password = IdentityApp.Password, displayName = "X" }))
            .ShouldBlame("email", "email");
        foreach (var code in new[] { "123😀12345", "\ufffe234567890", "١٢٣٤٥٦٧٨٩٠", "1234-567890" })
        {
            (await ResetAsync(user.Email, code, "a good one, and long")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "auth.code-invalid");
            (await user.Client.PostAsync("/api/v1/auth/verify-email", new { code })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "auth.code-invalid");
        }
    }

    [Fact]
    public async Task is_one_that_a_leak_has_where_the_operator_asks_a_service()
    {
        await using var service = await BreachService.StartAsync("correct horse battery staple");
        await using var asking = await app.StartHostAsync(("Passwords:BreachService", service.Address));

        (await RegisterAsync("correct horse battery staple", asking)).ShouldBlame("password", "password-breached");
        (await RegisterAsync("correct horse battery stable", asking)).ShouldBe(HttpStatusCode.Created);

        service.Asked.ShouldAllBe(path => path.Length == "/range/".Length + 5, "it learns five digits of a hash, and nothing else");
        service.Asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task is_not_found_where_the_service_is_away_which_keeps_nobody_out()
    {
        string address;
        await using (var service = await BreachService.StartAsync("correct horse battery staple")) address = service.Address;
        await using var asking = await app.StartHostAsync(("Passwords:BreachService", address));

        (await RegisterAsync("correct horse battery staple", asking)).ShouldBe(HttpStatusCode.Created);
    }

    private Task<ApiResponse> RegisterAsync(string password, Alba.IAlbaHost? host = null) => app.ClientOf(null, host).PostAsync(
        "/api/v1/auth/register", new { email = app.NewEmail(), password, displayName = "Grace Hopper" });

    private Task<ApiResponse> ResetAsync(string email, string code, string newPassword) =>
        app.Anonymous.PostAsync("/api/v1/auth/password/reset", new { email, code, newPassword });
}
