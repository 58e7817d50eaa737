using MyBudget.Infrastructure.Database;
using Npgsql;

namespace MyBudget.Tests.Infrastructure.Database;

public sealed class SqlTests
{
    private const string Table = "accounts";

    private static readonly Guid Id = new("0192d3c4-0000-7000-8000-000000000001");

    [Fact]
    public void values_become_numbered_parameters_in_their_order() => Check(
        $"select data from t where id = {Id} and revision > {7L}",
        "select data from t where id = $1 and revision > $2", Value(Id), Value(7L));

    [Theory]
    [InlineData("'; drop table accounts; --")]
    [InlineData("$1 and \"quoted\"")]
    [InlineData("accounts")]
    public void text_is_always_a_value(string text) =>
        Check($"select {text} where name = {text}", "select $1 where name = $2", Value(text), Value(text));

    [Fact]
    public void constants_become_part_of_the_statement() =>
        Check($"delete from {Table:raw} where id = {Id}", "delete from accounts where id = $1", Value(Id));

    [Fact]
    public void numbers_can_become_part_of_the_statement() =>
        Check($"select limit {50:raw} offset {10}", "select limit 50 offset $1", Value(10));

    [Fact]
    public void constants_are_put_in_in_one_way_only() => Should.Throw<FormatException>(() => Check($"delete from {Table:D}", string.Empty));

    [Fact]
    public void names_known_at_run_time_are_quoted() => Check(
        $"select from {Sql.Name("tab\"le; drop")} where id = {1}", "select from \"tab\"\"le; drop\" where id = $1", Value(1));

    [Fact]
    public void parts_bring_their_values_along()
    {
        Sql condition = $"ledger_id = {Id}";
        Sql sql = $"select {1} where {condition} and level = {2}";
        Check(
            sql.Append($" limit {3L}"), "select $1 where ledger_id = $2 and level = $3 limit $4",
            Value(1), Value(Id), Value(2), Value(3L));
    }

    [Fact]
    public void a_list_of_parts_is_separated_by_commas()
    {
        List<Sql> parts = [$"a = {1}", $"b = {2}"];
        Check($"update t set {Sql.List(parts)} where c = {3}", "update t set a = $1, b = $2 where c = $3", Value(1), Value(2), Value(3));
    }

    [Fact]
    public void there_can_be_many_values()
    {
        var sql = Sql.List(Enumerable.Range(1, 120).Select(value => (Sql)$"{value}"));
        sql.ToString().ShouldBe(string.Join(", ", Enumerable.Range(1, 120).Select(number => $"${number}")));
    }

    [Fact]
    public void what_is_absent_keeps_its_type() => Check(
        $"select {(Guid?)null}, {(DateOnly?)null}, {(string?)null}", "select $1, $2, $3",
        Value<Guid?>(null), Value<DateOnly?>(null), Value<string?>(null));

    [Fact]
    public void lists_are_one_value()
    {
        Guid[] ids = [Id];
        DateOnly[] days = [new(2026, 1, 31)];
        Check($"select from unnest({ids}, {days})", "select from unnest($1, $2)", Value(ids), Value(days));
    }

    [Fact]
    public void moments_are_in_utc()
    {
        var moment = new DateTimeOffset(2026, 3, 1, 2, 0, 0, TimeSpan.FromHours(3));
        Check($"select {moment}, {(DateTimeOffset?)null}", "select $1, $2", Value(moment), Value<DateTimeOffset?>(null));
        Values($"select {moment}, {(DateTimeOffset?)moment}")
            .ShouldAllBe(value => ((DateTimeOffset)value.Value!).Offset == TimeSpan.Zero);
    }

    [Fact]
    public void a_statement_without_values_stays_as_it_is() => Check($"select '{{}}'::jsonb", "select '{}'::jsonb");

    private static (Type Type, object? Value) Value<T>(T value) => (typeof(T), value);

    private static void Check(Sql sql, string text, params (Type Type, object? Value)[] values)
    {
        sql.ToString().ShouldBe(text);
        Values(sql).ShouldBe(values);
    }

    private static List<(Type Type, object? Value)> Values(Sql sql)
    {
        using var command = sql.Fill(new NpgsqlCommand());
        return [.. command.Parameters.Select(parameter => (parameter.GetType().GenericTypeArguments.Single(), parameter.Value))];
    }
}
