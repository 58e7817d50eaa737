using System.Net;
using MyBudget.Infrastructure.Http;

namespace MyBudget.Tests.Infrastructure.Http;

public sealed class CallerTests
{
    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7", true)]
    [InlineData("192.0.2.7", "::ffff:192.0.2.7", true)]
    [InlineData("192.0.2.7", "192.0.2.8", false)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    public void is_known_by_what_a_subscriber_cannot_choose(string first, string second, bool same) =>
        (Caller.NetworkOf(IPAddress.Parse(first)) == Caller.NetworkOf(IPAddress.Parse(second))).ShouldBe(same);

    [Fact]
    public void on_a_local_socket_has_no_address() => Caller.NetworkOf(null).ShouldBe("local");
}
