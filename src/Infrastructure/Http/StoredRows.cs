using System.Data.Common;

namespace MyBudget.Infrastructure.Http;

/// <summary>Answers with stored JSON, the first column of a statement's rows.</summary>
internal static class StoredRows
{
    /// <summary>All rows as one list.</summary>
    public static async Task<JsonText> JsonListAsync(this SqlCall call, CancellationToken cancellationToken)
    {
        var list = new JsonList();
        await foreach (var row in call.RowsAsync(cancellationToken)) list.Add(row.GetFieldValue<byte[]>(0));
        return list.Close();
    }

    /// <summary>The first row with the <c>ETag</c> that its other columns make, or null when there is none.</summary>
    public static Task<JsonText?> JsonAsync(this SqlCall call, Func<DbDataReader, string> tag, CancellationToken cancellationToken) =>
        call.FirstOrDefaultAsync(row => new JsonText(row.GetFieldValue<byte[]>(0), tag(row)), cancellationToken);
}
