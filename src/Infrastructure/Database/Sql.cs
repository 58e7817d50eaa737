using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;
using Marten;
using Npgsql;

namespace MyBudget.Infrastructure.Database;

/// <summary>
/// A statement with its values, written as it reads: <c>$"select data from {Table:raw} where id = {id}"</c>. Each value, text too,
/// becomes a typed parameter. Only constants become part of the statement itself, and only by saying <c>:raw</c>; the compiler refuses
/// anything else there (CA1857). Another <see cref="Sql"/> is put in with its values. A statement is run once.
/// </summary>
/// <param name="literalLength">As the compiler counts it.</param>
/// <param name="formattedCount">As the compiler counts it.</param>
[InterpolatedStringHandler]
internal sealed class Sql(int literalLength, int formattedCount)
{
    /// <summary>Keeps the place of a value until the statement is complete and values can be numbered. PostgreSQL's text has no such character.</summary>
    private const char Place = '\0';

    private readonly StringBuilder _text = new(literalLength + 16 * formattedCount);
    private readonly List<NpgsqlParameter> _values = new(formattedCount);

    /// <summary>A table's or column's name that is known only at run time, quoted.</summary>
    public static Sql Name(string name)
    {
        var quoted = new Sql(name.Length + 2, 0);
        quoted._text.Append('"').Append(name.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        return quoted;
    }

    public void AppendLiteral(string literal) => _text.Append(literal);

    public void AppendFormatted<T>(T value)
    {
        _text.Append(Place);
        _values.Add(new NpgsqlParameter<T> { TypedValue = value });
    }

    /// <summary>A moment is the same in any time zone; PostgreSQL takes it in UTC.</summary>
    public void AppendFormatted(DateTimeOffset value) => AppendFormatted<DateTimeOffset>(value.ToUniversalTime());

    public void AppendFormatted(DateTimeOffset? value) => AppendFormatted<DateTimeOffset?>(value?.ToUniversalTime());

    public void AppendFormatted(Sql part) => Append(part);

    public void AppendFormatted([ConstantExpected] string constant, [ConstantExpected] string format) =>
        _text.Append(format == "raw" ? constant : throw new FormatException("A constant is put in with :raw."));

    /// <summary>Goes on with another part: <c>sql.Append($" and date &lt;= {to}")</c>.</summary>
    public Sql Append(Sql part)
    {
        _text.Append(part._text);
        _values.AddRange(part._values);
        return this;
    }

    /// <summary>The statement with its values numbered from <c>$1</c>.</summary>
    public override string ToString()
    {
        if (_values.Count == 0) return _text.ToString();

        var text = _text.ToString().AsSpan();
        var numbered = new StringBuilder(text.Length + 2 * _values.Count);
        var number = 0;
        foreach (var part in text.Split(Place))
        {
            if (number > 0) numbered.Append('$').Append(number);
            numbered.Append(text[part]);
            number++;
        }

        return numbered.ToString();
    }

    internal NpgsqlCommand Fill(NpgsqlCommand command)
    {
        command.CommandText = ToString();
        foreach (var value in _values) command.Parameters.Add(value);
        return command;
    }

    internal NpgsqlBatchCommand ToBatchCommand()
    {
        var command = new NpgsqlBatchCommand(ToString());
        foreach (var value in _values) command.Parameters.Add(value);
        return command;
    }

    internal void Queue(IDocumentOperations session) =>
        session.QueueSqlCommand(Place, _text.ToString(), [.. _values.Select(value => value.Value ?? DBNull.Value)]);
}
