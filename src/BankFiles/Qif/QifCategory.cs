namespace MyBudget.BankFiles.Qif;

/// <summary><c>Category:Subcategory/Class</c>, or <c>[Account]/Class</c> for what goes to or comes from another account.</summary>
internal static class QifCategory
{
    public static (string? Category, string? Transfer) Of(string? text)
    {
        if (text is null) return (null, null);
        if (text.StartsWith('['))
        {
            var end = text.IndexOf(']', StringComparison.Ordinal);
            return (null, BankText.Clean(end < 0 ? text.AsSpan(1) : text.AsSpan(1, end - 1)));
        }

        var @class = text.IndexOfAny(['/', '|']);
        return (@class < 0 ? BankText.Clean(text) : BankText.Clean(text.AsSpan(0, @class)), null);
    }
}
