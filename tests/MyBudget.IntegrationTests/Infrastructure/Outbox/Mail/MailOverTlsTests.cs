using System.Net;
using System.Text;
using MimeKit;
using MyBudget.IntegrationTests.Infrastructure.Operations;

namespace MyBudget.IntegrationTests.Infrastructure.Outbox.Mail;

/// <summary>The whole way in a process of its own, whose system trusts the mail server's authority.</summary>
public sealed class MailOverTlsTests(AppFixture app) : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("mybudget-tls-").FullName;

    [Fact]
    public async Task a_mail_goes_out_encrypted_to_a_server_that_wants_to_know_from_whom()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var certificate = LocalCertificate.Create();
        using var server = new SmtpServer { Certificate = certificate, Account = ("budget", "s3cret") };
        var authorities = Path.Combine(_directory, "authorities.pem");
        await File.WriteAllTextAsync(authorities, certificate.ExportCertificatePem(), cancellation);
        await using var program = await RunningProgram.StartAsync("Development", await app.CreateDatabaseAsync($"tls{Guid.CreateVersion7():N}"),
        [
            ("SSL_CERT_FILE", authorities), ("MYBUDGET_DATA", _directory), ("Mail:Host", "127.0.0.1"), ("Mail:Port", $"{server.Port}"),
            ("Mail:Username", "budget"), ("Mail:Password", "s3cret"), ("Mail:From", "MyBudget <budget@example.org>"),
        ]);
        using var http = new HttpClient { BaseAddress = program.Address };

        (await new ApiClient(http, Guid.Empty, null).PostAsync(
            "/api/v1/auth/register", new { email = "ada@example.org", password = "correct horse battery", displayName = "Ada", locale = "ru" }))
            .ShouldBe(HttpStatusCode.Created);

        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(await server.FirstMailAsync(cancellation)));
        var mail = await MimeMessage.LoadAsync(stream, cancellation);
        mail.To.Mailboxes.Single().Address.ShouldBe("ada@example.org");
        mail.TextBody.ShouldNotBeNull().ShouldMatch(@"\b\d{10}\b");
        mail.HtmlBody.ShouldNotBeNull().ShouldContain("lang=\"ru\"");
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);
}
