using System.Text.Json;
using CsCheck;
using MyBudget.Features.Notifications;
using MyBudget.Features.Notifications.Push;
using MyBudget.Infrastructure.WebPush;

namespace MyBudget.Tests.Features.Notifications;

public sealed class WebPushBodyTests
{
    private static readonly Guid Id = Guid.Parse("0192c0de-0000-7000-8000-000000000001");

    private static readonly string[] Hard = ["a", "я", "漢", "😀", "👨‍👩‍👧‍👦", "\"", "\\", "\n", "\u0001", "\u2028", "<", "\u0000"];

    private static readonly Gen<string> Text = Gen.Int[0, Hard.Length - 1].Array[0, 3_000].Select(parts => string.Concat(parts.Select(part => Hard[part])));

    [Fact]
    public void is_never_larger_than_it_may_be() => Gen.Select(Text, Text).Sample((title, body) =>
    {
        var bytes = WebPushBody.Write(Payload(title, body, ("transactionId", $"{Id}"), ("ledgerId", $"{Id}")));

        (bytes.Length + PushEncryption.Overhead).ShouldBeLessThanOrEqualTo(3072);
        var read = JsonDocument.Parse(bytes).RootElement;
        title.ShouldStartWith(read.GetProperty("title").GetString()!.TrimEnd('…'));
        body.ShouldStartWith(read.GetProperty("body").GetString()!.TrimEnd('…'));
    });

    [Theory]
    [InlineData("transactionId", "/entries/0192c0de-0000-7000-8000-000000000001")]
    [InlineData("budgetId", "/budgets/0192c0de-0000-7000-8000-000000000001")]
    [InlineData("importId", "/imports/0192c0de-0000-7000-8000-000000000001")]
    [InlineData("sessionId", "/notifications")]
    [InlineData("invitationId", "/notifications")]
    public void says_what_a_click_opens(string data, string url)
    {
        var read = JsonDocument.Parse(WebPushBody.Write(Payload("Title", "Body", (data, $"{Id}")))).RootElement;

        read.EnumerateObject().Select(member => member.Name).ShouldBe(["title", "body", "tag", "url", "data"]);
        read.GetProperty("url").GetString().ShouldBe(url);
        read.GetProperty("tag").GetString().ShouldBe("collapse");
        read.GetProperty("data").GetProperty(data).GetString().ShouldBe($"{Id}");
    }

    private static PushPayload Payload(string title, string body, params (string Name, string Value)[] data) =>
        new("laptop", Id, MemberOf: null, title, body, data.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal), "collapse", IsUrgent: false);
}
