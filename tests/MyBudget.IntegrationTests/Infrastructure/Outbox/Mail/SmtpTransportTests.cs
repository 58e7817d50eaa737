using System.Text;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;
using MyBudget.Infrastructure.Outbox;
using MyBudget.Infrastructure.Outbox.Mail;

namespace MyBudget.IntegrationTests.Infrastructure.Outbox.Mail;

public sealed class SmtpTransportTests
{
    private static readonly OutgoingMail Mail = new("ada@example.org", "Новый пароль", "Здравствуйте!\n", "ru");

    [Fact]
    public async Task hands_a_mail_to_the_server()
    {
        using var server = new SmtpServer();

        await SendAsync(server);

        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(server.Mails.ShouldHaveSingleItem()));
        var mail = await MimeMessage.LoadAsync(stream, TestContext.Current.CancellationToken);
        mail.Subject.ShouldBe("Новый пароль");
        mail.TextBody!.Trim().ShouldBe("Здравствуйте!");
        mail.From.ToString().ShouldContain("budget@example.org");
        mail.To.Mailboxes.Single().Address.ShouldBe("ada@example.org");
    }

    [Fact]
    public async Task writes_the_text_as_html_too()
    {
        using var server = new SmtpServer();

        await SendAsync(server, mail: new OutgoingMail("ada@example.org", "<Code>", "Hello Ada & <Bob>,\n\nyour code:\n\n    12345678\n\nBye", "en"));

        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(server.Mails.ShouldHaveSingleItem()));
        var mail = await MimeMessage.LoadAsync(stream, TestContext.Current.CancellationToken);
        mail.Body.ShouldBeOfType<MultipartAlternative>().Select(part => part.ContentType.MimeType).ShouldBe(["text/plain", "text/html"]);
        mail.HtmlBody.ShouldNotBeNull().ShouldContain("<p>Hello Ada &amp; &lt;Bob&gt;,</p>");
        mail.HtmlBody!.ShouldContain("bold\">12345678</p>");
        mail.HtmlBody!.ShouldContain("<title>&lt;Code&gt;</title>");
        mail.HtmlBody!.ShouldContain("lang=\"en\"");
    }

    [Theory]
    [InlineData("451 busy", typeof(Delivery.Retry))]
    [InlineData("421 closing", typeof(Delivery.Retry))]
    [InlineData("550 never", typeof(Delivery.Park))]
    [InlineData("530 sign in first", typeof(Delivery.Hold))]
    public async Task leaves_it_to_the_outbox_what_follows_from_a_refusal(string answer, Type outcome)
    {
        using var server = new SmtpServer(answer);

        (await TransportTo(server).DeliverAsync(Mail, TestContext.Current.CancellationToken)).ShouldBeOfType(outcome);

        server.Connections.ShouldBe(1);
    }

    [Fact]
    public async Task comes_back_to_a_server_that_is_away()
    {
        var server = new SmtpServer();
        server.Dispose();

        (await TransportTo(server).DeliverAsync(Mail, TestContext.Current.CancellationToken)).ShouldBeOfType<Delivery.Retry>();
    }

    [Fact]
    public async Task waits_for_the_operator_where_the_connection_cannot_be_secured()
    {
        using var server = new SmtpServer();

        (await TransportTo(server, security: null).DeliverAsync(Mail, TestContext.Current.CancellationToken)).ShouldBeOfType<Delivery.Hold>();

        server.Mails.ShouldBeEmpty();
    }

    [Fact]
    public async Task a_server_that_says_nothing_is_not_waited_for()
    {
        using var server = new SmtpServer { IsSilent = true };

        (await TransportTo(server, timeout: TimeSpan.FromMilliseconds(300)).DeliverAsync(Mail, TestContext.Current.CancellationToken))
            .ShouldBeOfType<Delivery.Retry>().Reason.ShouldBe(nameof(TimeoutException));
    }

    [Fact]
    public async Task waits_for_the_operator_where_nobody_vouches_for_the_server()
    {
        using var certificate = LocalCertificate.Create();
        using var server = new SmtpServer { Certificate = certificate };

        (await TransportTo(server, security: null).DeliverAsync(Mail, TestContext.Current.CancellationToken)).ShouldBeOfType<Delivery.Hold>();

        server.Mails.ShouldBeEmpty();
    }

    private static Task SendAsync(SmtpServer server, OutgoingMail? mail = null) =>
        TransportTo(server).SendAsync(mail ?? Mail, TestContext.Current.CancellationToken);

    private static SmtpTransport TransportTo(SmtpServer server, SecureSocketOptions? security = SecureSocketOptions.None, TimeSpan? timeout = null)
    {
        var settings = Options.Create(new MailSettings
        {
            Host = "127.0.0.1",
            Port = server.Port,
            Security = security,
            From = "MyBudget <budget@example.org>",
            Timeout = timeout ?? TimeSpan.FromSeconds(20),
        });
        return new SmtpTransport(settings, new MailFormat(settings, TimeProvider.System));
    }
}
