using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using MyBudget.Domain;
using MyBudget.Features.Notifications;
using MyBudget.Infrastructure.Firebase.Messaging;

namespace MyBudget.Tests.Infrastructure.Firebase;

public sealed class FcmMessageTests
{
    private const int Largest = 4096;

    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Guid Id = Guid.Parse("0192c0de-0000-7000-8000-000000000001");
    private static readonly JsonSerializerOptions AsSent = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // One family is 25 bytes and one character to a reader; quotes, controls and the last code points grow when escaped.
    private static readonly string[] Hard = ["a", "я", "漢", "😀", "👨‍👩‍👧‍👦", "e\u0301\u0301\u0301", "\"", "\\", "\n", "\u0001", "\u2028", "\U0010ffff", "<", "\u0000"];
    private static readonly string[] OfNames = ["W", "я", "漢", "😀", "\"", "\\", "\u2028"];

    private static readonly Gen<string> Text = Gen.Int[0, Hard.Length - 1].Array[0, 3_000].Select(parts => string.Concat(parts.Select(part => Hard[part])));

    private static readonly Gen<string> Name = Gen.Int[0, OfNames.Length - 1].Array[100].Select(parts => string.Concat(parts.Select(part => OfNames[part])));

    [Fact]
    public void is_never_larger_than_fcm_and_apple_take() => Gen.Select(Text, Text).Sample((title, body) =>
    {
        var message = Write(new PushText(title, body), Data());

        SizeOf(message).ShouldBeLessThanOrEqualTo(Largest);
        SizeForApple(message).ShouldBeLessThanOrEqualTo(Largest);
        ShouldBegin(message["notification"]!["title"]!.GetValue<string>(), title);
        ShouldBegin(message["notification"]!["body"]!.GetValue<string>(), body);
    });

    [Fact]
    public void what_fits_is_sent_as_it_is() => Gen.Select(Name, Name).Sample((title, body) =>
    {
        var text = Write(new PushText(title, body), Data())["notification"]!;

        (text["title"]!.GetValue<string>(), text["body"]!.GetValue<string>()).ShouldBe((title, body));
    });

    [Fact]
    public void a_body_gives_way_before_its_title()
    {
        var (title, body) = (new string('t', 500), new string('b', 5_000));

        var text = Write(new PushText(title, body), Data())["notification"]!;

        text["title"]!.GetValue<string>().ShouldBe(title);
        text["body"]!.GetValue<string>().ShouldEndWith("b…");
    }

    [Fact]
    public void notices_with_the_longest_names_fit_with_all_their_data() => Gen.Select(Name, Name, Name, Gen.Bool.Select(english => english ? "en" : "ru")).Sample((one, two, three, language) =>
    {
        NoticeData[] all =
        [
            new BudgetNotice(Id, one, new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 31), 1_000, long.MaxValue, long.MinValue, Currency.Of("EUR")),
            new EntryNotice(Id, one, two, new DateOnly(2026, 3, 1), long.MinValue, Currency.Of("BHD"), three), new EntriesNotice(int.MaxValue, Id, one),
            new MembershipNotice(Id, one, LedgerRole.Editor, two, Id), new SecurityNotice(Id, one),
        ];
        NotificationKind[] kinds =
            [NotificationKind.BudgetExceeded, NotificationKind.LargeTransaction, NotificationKind.MemberEntry, NotificationKind.Invitation, NotificationKind.NewSignIn];
        foreach (var (kind, data) in kinds.Zip(all))
        {
            var entry = InboxEntry.Of(new Notice("key", kind, Id, Id, data, Now), Id);
            var payload = PushPayload.Of(entry, new ReachableDevice(Id, "phone", null), NoticeText.Of(entry, language));
            var message = Write(new PushText(payload.Title!, payload.Body!), payload.Data);

            SizeOf(message).ShouldBeLessThanOrEqualTo(Largest);
            message["notification"]!["title"]!.GetValue<string>().ShouldBe(payload.Title);
            message["data"]!["type"]!.GetValue<string>().ShouldNotBeEmpty();
            message["data"]!.AsObject().Select(pair => pair.Key).ShouldBeSubsetOf(["type", "notificationId", "ledgerId", "budgetId", "transactionId", "importId", "sessionId", "invitationId"]);
        }
    }, iter: 50);

    [Fact]
    public void a_silent_message_tells_a_ledger_and_its_revision_and_nothing_else()
    {
        var payload = PushPayload.OfSync(new ReachableDevice(Id, "phone", "ru"), Id, 17);
        var message = Write(text: null, payload.Data, payload.CollapseId);

        message.ContainsKey("notification").ShouldBeFalse();
        message["data"]!.AsObject().ToDictionary(pair => pair.Key, pair => pair.Value!.GetValue<string>()).ShouldBe(
            new Dictionary<string, string> { ["type"] = "sync", ["ledgerId"] = $"{Id}", ["revision"] = "17" }, ignoreOrder: true);
        message["android"]!["priority"]!.GetValue<string>().ShouldBe("NORMAL");
        message["apns"]!["headers"]!["apns-push-type"]!.GetValue<string>().ShouldBe("background");
        message["apns"]!["headers"]!["apns-priority"]!.GetValue<string>().ShouldBe("5");
        message["apns"]!["payload"]!["aps"]!["content-available"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public void what_takes_its_place_is_known_by_one_id_on_every_platform()
    {
        var message = Write(new PushText("Title", "Body"), Data());

        message["android"]!["collapse_key"]!.GetValue<string>().ShouldBe("collapse");
        message["android"]!["notification"]!["tag"]!.GetValue<string>().ShouldBe("collapse");
        message["apns"]!["headers"]!["apns-collapse-id"]!.GetValue<string>().ShouldBe("collapse");
        message["android"]!["ttl"]!.GetValue<string>().ShouldBe("3600s");
        message["apns"]!["headers"]!["apns-expiration"]!.GetValue<string>().ShouldBe($"{Now.AddHours(1).ToUnixTimeSeconds()}");
    }

    private static Dictionary<string, string> Data() => new() { ["type"] = "memberEntry", ["notificationId"] = $"{Id}", ["ledgerId"] = $"{Id}", ["transactionId"] = $"{Id}" };

    private static JsonObject Write(PushText? text, IReadOnlyDictionary<string, string> data, string collapseId = "collapse") => JsonNode.Parse(
        FcmMessage.Write(new PushMessage("token", text, data, collapseId, IsUrgent: false, TimeSpan.FromHours(1)), Now))!["message"]!.AsObject();

    private static int SizeOf(JsonObject message) => Bytes(new JsonObject
    {
        ["notification"] = message["notification"]!.DeepClone(),
        ["data"] = message["data"]!.DeepClone(),
    });

    /// <summary>FCM puts the text into what goes to Apple, and the data beside it.</summary>
    private static int SizeForApple(JsonObject message)
    {
        var payload = message["apns"]!["payload"]!.DeepClone().AsObject();
        payload["aps"]!["alert"] = message["notification"]!.DeepClone();
        foreach (var (name, value) in message["data"]!.AsObject()) payload[name] = value!.DeepClone();
        return Bytes(payload);
    }

    private static int Bytes(JsonObject json) => JsonSerializer.SerializeToUtf8Bytes(json, AsSent).Length;

    private static void ShouldBegin(string sent, string whole)
    {
        if (sent == whole || sent.Length == 0) return;
        sent.ShouldEndWith("…");
        whole.ShouldStartWith(sent[..^1]);
        // Nobody's family is torn apart.
        System.Globalization.StringInfo.ParseCombiningCharacters(whole).ShouldContain(sent.Length - 1);
    }
}
