namespace MyBudget.Infrastructure.Http.Paging;

internal static class StoredPages
{
    /// <summary>
    /// A page of stored JSON. The rows have the columns data, date and id; there is one more of them than the page holds when another
    /// page follows.
    /// </summary>
    /// <param name="more">Further members of the answer, JSON in ASCII without the braces around them.</param>
    public static async Task<JsonText> JsonPageAsync(this SqlCall call, int size, CancellationToken cancellationToken, string? more = null)
    {
        var list = new JsonList();
        var count = 0;
        Cursor? last = null;
        await foreach (var row in call.RowsAsync(cancellationToken))
        {
            if (++count > size) return list.Close(last!.Encode(), more);
            list.Add(row.GetFieldValue<byte[]>(0));
            if (count == size) last = new Cursor(row.GetFieldValue<DateOnly>(1), row.GetGuid(2));
        }

        return list.Close(more: more);
    }
}
