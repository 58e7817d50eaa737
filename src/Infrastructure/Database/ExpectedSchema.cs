using Marten;
using Npgsql;
using Weasel.Core;
using Weasel.Postgresql.Functions;
using Weasel.Postgresql.Tables;

namespace MyBudget.Infrastructure.Database;

/// <summary>
/// What this version needs to find in the database. There may be more: a newer version's migration comes before its last older
/// replica has gone.
/// </summary>
internal sealed class ExpectedSchema(IDocumentStore store)
{
    private const string Sql =
        """
        select count(*) from (
            select from unnest($1::text[], $2::text[]) as wanted (relation, name)
            where not exists (
                select from pg_attribute where attrelid = to_regclass(relation) and attname = name and attnum > 0 and not attisdropped)
            union all
            select from unnest($3::text[], $4::text[]) as wanted (space, name)
            where not exists (
                select from pg_proc join pg_namespace on pg_namespace.oid = pronamespace where nspname = space and proname = name)
        ) as missing
        """;

    private readonly Lazy<IReadOnlyList<ISchemaObject>> _objects = new(() => [.. store.Storage.Database.AllObjects()]);

    /// <summary>Finds out what that is, which takes a while the first time.</summary>
    public void Prepare() => _ = _objects.Value;

    /// <summary>Answers with what to do about it, or null when everything is there.</summary>
    public async Task<string?> MissingAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        var objects = _objects.Value;
        var columns = objects.OfType<Table>()
            .SelectMany(table => table.Columns.Select(column => (table.Identifier.QualifiedName, column.Name))).ToList();
        var functions = objects.OfType<Function>().Select(function => function.Identifier).ToList();
        await using var command = database.CreateCommand(Sql);
        Add(columns.Select(column => column.QualifiedName));
        Add(columns.Select(column => column.Name));
        Add(functions.Select(function => function.Schema));
        Add(functions.Select(function => function.Name));
        return await command.ExecuteScalarAsync(cancellationToken) is > 0L ? "the schema has not been applied: run db-apply" : null;

        void Add(IEnumerable<string> values) => command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. values] });
    }
}
