using System.Text.Encodings.Web;

namespace MyBudget.Infrastructure.Outbox;

/// <summary>Texts within a message of a limited size, measured as they go over the wire, escapes included.</summary>
internal static class TextInJson
{
    /// <summary>The body gives way first, then the title: at the end of a character as people see it, with a mark that it goes on.</summary>
    public static (string Title, string Body) Fit(string title, string body, int bytes)
    {
        var shown = Cut(title, Math.Max(bytes, 0));
        return (shown, Cut(body, Math.Max(bytes - Size(shown), 0)));
    }

    public static int Size(string text) => JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes.Length;

    private static string Cut(string text, int bytes)
    {
        if (Size(text) <= bytes) return text;

        var (end, used) = (0, Size("…"));
        for (var elements = StringInfo.GetTextElementEnumerator(text); elements.MoveNext();)
        {
            used += Size(elements.GetTextElement());
            if (used > bytes) break;
            end = elements.ElementIndex + elements.GetTextElement().Length;
        }

        return end == 0 ? string.Empty : $"{text[..end]}…";
    }
}
