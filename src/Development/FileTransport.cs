using MyBudget.Infrastructure.Outbox.Mail;

namespace MyBudget.Development;

/// <summary>Keeps the mail of a development server as <c>.eml</c> files, which any mail program opens.</summary>
internal sealed class FileTransport(IConfiguration configuration, MailFormat format, TimeProvider time) : IMailTransport
{
    public async Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(Path.Combine(DataDirectory.Of(configuration), "mail")).FullName;
        var now = time.GetUtcNow();
        var name = string.Create(CultureInfo.InvariantCulture, $"{now:yyyyMMdd'T'HHmmss}-{Guid.CreateVersion7(now):N}");
        using var message = format.Of(mail);

        // A program that watches the folder for .eml files sees only whole ones.
        var draft = Path.Combine(folder, $"{name}.part");
        await message.WriteToAsync(draft, cancellationToken);
        File.Move(draft, Path.Combine(folder, $"{name}.eml"));
    }
}
