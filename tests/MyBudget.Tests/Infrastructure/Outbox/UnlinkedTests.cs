using MyBudget.Infrastructure.Outbox.Mail;

namespace MyBudget.Tests.Infrastructure.Outbox;

public sealed class UnlinkedTests
{
    [Theory]
    [InlineData("your account is locked, unlock at https://evil.example/x", "your account is locked, unlock at https evil. example/x")]
    [InlineData("www.evil.example", "www. evil. example")]
    [InlineData("evil。example", "evil。 example")]
    [InlineData("me@evil.example", "me@evil. example")]
    [InlineData("हिन्दी.com/खोलें", "हिन्दी. com/खोलें")]
    [InlineData("cafe\u0301.evil", "cafe\u0301. evil")]
    [InlineData("evil\u034F.\u034Fcom", "evil\u034F. \u034Fcom")]
    [InlineData("evil\u2024example", "evil\u2024 example")]
    [InlineData("J. R. R. Tolkien", "J. R. R. Tolkien")]
    [InlineData("Home, 2026.", "Home, 2026.")]
    [InlineData("Дом", "Дом")]
    public void has_no_address_in_it(string name, string written) => Unlinked.Text(name).ShouldBe(written);
}
