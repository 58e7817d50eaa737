using System.Text;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using MimeKit;
using MyBudget.Infrastructure.Mail;

namespace MyBudget.IntegrationTests.Infrastructure.Mail;

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
    public async Task tries_again_where_the_server_is_only_busy()
    {
        using var server = new SmtpServer("451 busy", "451 still busy");

        await SendAsync(server);

        server.Connections.ShouldBe(3);
        server.Mails.Count.ShouldBe(1);
    }

    [Fact]
    public async Task takes_no_for_an_answer()
    {
        using var server = new SmtpServer("550 never");

        await Should.ThrowAsync<SmtpCommandException>(() => SendAsync(server));

        server.Connections.ShouldBe(1);
    }

    [Fact]
    public async Task gives_up_after_three_tries()
    {
        using var server = new SmtpServer("451 busy", "451 busy", "451 busy");

        await Should.ThrowAsync<SmtpCommandException>(() => SendAsync(server));

        server.Connections.ShouldBe(3);
    }

    [Fact]
    public async Task sends_nothing_over_a_connection_that_it_was_to_secure()
    {
        using var server = new SmtpServer();

        await Should.ThrowAsync<NotSupportedException>(() => SendAsync(server, security: null));

        server.Mails.ShouldBeEmpty();
    }

    private static Task SendAsync(SmtpServer server, SecureSocketOptions? security = SecureSocketOptions.None)
    {
        var settings = Options.Create(new MailSettings
        {
            Host = "127.0.0.1",
            Port = server.Port,
            Security = security,
            From = "MyBudget <budget@example.org>",
        });
        var transport = new SmtpTransport(settings, new MailFormat(settings, TimeProvider.System), new Impatient(), NullLogger<SmtpTransport>.Instance);
        return transport.SendAsync(Mail, TestContext.Current.CancellationToken);
    }

    /// <summary>Waits for nothing.</summary>
    private sealed class Impatient : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
