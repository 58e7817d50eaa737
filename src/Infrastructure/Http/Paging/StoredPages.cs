using System.Data.Common;

namespace MyBudget.Infrastructure.Http.Paging;

/// <summary>Pages of stored JSON, which PostgreSQL puts together: it takes a third of what one row after the other does.</summary>
internal static class StoredPages
{
    /// <summary>The statement for a page.</summary>
    /// <param name="rows">In order, with the columns data, date and id, and one row more than the page has if another page follows.</param>
    /// <param name="size">Of the page.</param>
    public static Sql Of(Sql rows, int size) =>
        $"""
         select coalesce(string_agg(data::text, ',' order by place) filter (where place <= {size}), ''), count(*) > {size},
                max(date) filter (where place = {size}), max(id::text) filter (where place = {size})
         from (select r.*, row_number() over () as place from ({rows}) r) page
         """;

    /// <summary>Runs the statement of <see cref="Of"/>.</summary>
    public static async Task<JsonText> JsonPageAsync(this SqlCall call, CancellationToken cancellationToken) =>
        (await call.FirstOrDefaultAsync(Read, cancellationToken))!;

    private static JsonText Read(DbDataReader row) => new JsonList(row.GetFieldValue<byte[]>(0))
        .Close(row.GetBoolean(1) ? new Cursor(row.GetFieldValue<DateOnly>(2), Guid.Parse(row.GetString(3))).Encode() : null);
}
