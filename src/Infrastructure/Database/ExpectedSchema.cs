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
        string[] relations = [.. columns.Select(column => column.QualifiedName)];
        string[] columnNames = [.. columns.Select(column => column.Name)];
        string[] spaces = [.. functions.Select(function => function.Schema)];
        string[] functionNames = [.. functions.Select(function => function.Name)];
        var missing = await database.Sql(
            $"""
             select count(*) from (
                 select from unnest({relations}, {columnNames}) as wanted (relation, name)
                 where not exists (
                     select from pg_attribute where attrelid = to_regclass(relation) and attname = name and attnum > 0 and not attisdropped)
                 union all
                 select from unnest({spaces}, {functionNames}) as wanted (space, name)
                 where not exists (
                     select from pg_proc join pg_namespace on pg_namespace.oid = pronamespace where nspname = space and proname = name)
             ) as missing
             """).ScalarAsync<long>(cancellationToken);
        return missing > 0 ? "the schema has not been applied: run db-apply" : null;
    }
}
