using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace MyBudget.IntegrationTests.Infrastructure.Outbox.Mail;

/// <summary>
/// A mail server that speaks just enough SMTP (RFC 5321) to take a mail, with STARTTLS and one account where they are given, and
/// answers the first mails as told.
/// </summary>
internal sealed class SmtpServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Queue<string> _answers;
    private readonly TaskCompletionSource<string> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SmtpServer(params string[] firstAnswers)
    {
        _answers = new Queue<string>(firstAnswers);
        _listener.Start();
        _ = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int Connections { get; private set; }

    public List<string> Mails { get; } = [];

    /// <summary>Offers STARTTLS with it.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Takes mail only from who signs in so.</summary>
    public (string Name, string Password)? Account { get; init; }

    /// <summary>Accepts connections and says nothing.</summary>
    public bool IsSilent { get; init; }

    public Task<string> FirstMailAsync(CancellationToken cancellationToken) => _first.Task.WaitAsync(TimeSpan.FromSeconds(60), cancellationToken);

    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                Connections++;
                try
                {
                    await TalkAsync(client);
                }
                catch (Exception gone) when (gone is IOException or System.Security.Authentication.AuthenticationException)
                {
                    // Clients may leave as they like.
                }
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        Stream stream = client.GetStream();
        var (reader, writer) = Over(stream);
        if (IsSilent)
        {
            await reader.ReadToEndAsync();
            return;
        }

        var isSignedIn = Account is null;
        await writer.WriteLineAsync("220 test");
        while (await reader.ReadLineAsync() is { } line)
        {
            switch (line.Split(' ', ':')[0])
            {
                case "EHLO":
                    await writer.WriteLineAsync($"250-test\r\n{(stream is SslStream ? "250-AUTH PLAIN" : Certificate is null ? "250-SIZE" : "250-STARTTLS")}\r\n250 8BITMIME");
                    break;
                case "STARTTLS":
                    await writer.WriteLineAsync("220 go on");
                    var secured = new SslStream(stream);
                    await secured.AuthenticateAsServerAsync(Certificate!);
                    (stream, (reader, writer)) = (secured, Over(secured));
                    break;
                case "AUTH":
                    var words = Encoding.UTF8.GetString(Convert.FromBase64String(line.Split(' ')[2])).Split('\0');
                    isSignedIn = Account == (words[1], words[2]);
                    await writer.WriteLineAsync(isSignedIn ? "235 welcome" : "535 who are you");
                    break;
                case "MAIL":
                    await writer.WriteLineAsync(!isSignedIn ? "530 sign in first" : _answers.TryDequeue(out var answer) ? answer : "250 ok");
                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    Mails.Add(await ReadMailAsync(reader));
                    _first.TrySetResult(Mails[0]);
                    await writer.WriteLineAsync("250 taken");
                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 bye");
                    return;
                default:
                    await writer.WriteLineAsync("250 ok");
                    break;
            }
        }
    }

    private static (StreamReader Reader, StreamWriter Writer) Over(Stream stream) =>
        (new StreamReader(stream, Encoding.UTF8), new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true });

    private static async Task<string> ReadMailAsync(StreamReader reader)
    {
        var mail = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line && line != ".") mail.AppendLine(line);
        return mail.ToString();
    }
}
