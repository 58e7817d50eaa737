namespace MyBudget.Infrastructure.Http.Paging;

internal static class StoredPages
{
    /// <summary>
    /// A page of stored JSON. The rows have the columns data, date and id; there is one more of them than the page holds when another
    /// page follows.
    /// </summary>
    public static async Task<JsonText> JsonPageAsync(this SqlCall call, int size, CancellationToken cancellationToken)
    {
        var list = new JsonList();
        var count = 0;
        Cursor? last = null;
        await foreach (var row in call.RowsAsync(cancellationToken))
        {
            if (++count > size) return list.Close(last!.Encode());
            list.Add(row.GetFieldValue<byte[]>(0));
            if (count == size) last = new Cursor(row.GetFieldValue<DateOnly>(1), row.GetGuid(2));
        }

        return list.Close();
    }
}
