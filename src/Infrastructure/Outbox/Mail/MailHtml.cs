using System.Net;

namespace MyBudget.Infrastructure.Outbox.Mail;

/// <summary>
/// The HTML of a mail, made from its text: blank lines part paragraphs, and what is indented by four spaces stands out. It loads
/// nothing and links to nothing, as a mail about accounts should.
/// </summary>
internal static class MailHtml
{
    private const string Indent = "    ";

    public static string Of(OutgoingMail mail)
    {
        var html = new StringBuilder()
            .Append("<!doctype html><html lang=\"").Append(WebUtility.HtmlEncode(mail.Language)).Append("\"><head><meta charset=\"utf-8\"><title>")
            .Append(WebUtility.HtmlEncode(mail.Subject)).Append("</title></head>")
            .Append("<body style=\"margin:0 auto;max-width:36em;padding:1.5em;font:16px/1.5 sans-serif\">");
        foreach (var paragraph in mail.Text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var stands = paragraph.StartsWith(Indent, StringComparison.Ordinal);
            var lines = paragraph.Trim().Split('\n').Select(line => WebUtility.HtmlEncode(line.Trim()));
            html.Append(stands ? "<p style=\"font-size:1.4em;font-weight:bold\">" : "<p>").AppendJoin("<br>", lines).Append("</p>");
        }

        return html.Append("</body></html>").ToString();
    }
}
