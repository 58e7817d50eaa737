using System.Text.RegularExpressions;
using MimeKit;

namespace MyBudget.IntegrationTests.Features.Identity;

/// <summary>Reads the mail that a development server keeps as files.</summary>
public sealed partial class Mailbox : IDisposable
{
    private readonly string _folder;
    private readonly FileSystemWatcher _watcher;
    private readonly HashSet<string> _read = [];

    public Mailbox(string dataDirectory)
    {
        _folder = Directory.CreateDirectory(Path.Combine(dataDirectory, "mail")).FullName;
        _watcher = new FileSystemWatcher(_folder) { EnableRaisingEvents = true };
    }

    /// <summary>The next mail to this address that was not read yet.</summary>
    public async Task<MimeMessage> NextAsync(string to)
    {
        using var changed = new SemaphoreSlim(0);
        _watcher.Renamed += Notice;
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            while (true)
            {
                if (Unread(to) is { } mail) return mail;
                await changed.WaitAsync(patience.Token);
            }
        }
        finally
        {
            _watcher.Renamed -= Notice;
        }

        void Notice(object sender, FileSystemEventArgs file) => changed.Release();
    }

    public async Task<string> NextCodeAsync(string to) => CodeIn(await NextAsync(to));

    public static string CodeIn(MimeMessage mail) => Code().Match(mail.TextBody!).Value;

    /// <summary>What has arrived so far for this address.</summary>
    public int CountFor(string to) => Directory.GetFiles(_folder, "*.eml").Count(file => To(MimeMessage.Load(file)) == to);

    public void Dispose() => _watcher.Dispose();

    private MimeMessage? Unread(string to)
    {
        foreach (var file in Directory.GetFiles(_folder, "*.eml").Order(StringComparer.Ordinal).Where(file => !_read.Contains(file)))
        {
            var mail = MimeMessage.Load(file);
            if (To(mail) != to) continue;
            _read.Add(file);
            return mail;
        }

        return null;
    }

    private static string To(MimeMessage mail) => mail.To.Mailboxes.Single().Address;

    [GeneratedRegex(@"\b\d{10}\b", RegexOptions.None, 1000)]
    private static partial Regex Code();
}
