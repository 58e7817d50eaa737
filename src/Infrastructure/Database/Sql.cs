using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace MyBudget.Infrastructure.Database;

/// <summary>
/// A statement with its values, written as it reads: <c>$"select data from {Table:raw} where id = {id}"</c>. Each value, text too,
/// becomes a typed parameter. Only constants become part of the statement itself, and only by saying <c>:raw</c>; the compiler refuses
/// anything else there (CA1857). Another <see cref="Sql"/> is put in with its values. A statement is run once.
/// </summary>
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

    /// <summary>The parts with commas between them.</summary>
    public static Sql List(IEnumerable<Sql> parts)
    {
        var list = new Sql(0, 0);
        foreach (var part in parts)
        {
            if (list._text.Length > 0) list._text.Append(", ");
            list.Append(part);
        }

        return list;
    }

    public bool IsEmpty => _text.Length == 0;

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

    /// <summary>A number can be part of the statement itself: then PostgreSQL plans with it, such as with a limit.</summary>
    public void AppendFormatted(int number, [ConstantExpected] string format) => Append(number.ToString(CultureInfo.InvariantCulture), format);

    public void AppendFormatted([ConstantExpected] string constant, [ConstantExpected] string format) =>
        Append(constant, format);

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
        var count = _values.Count;
        return string.Create(_text.Length + count + Math.Max(0, count - 9) + Math.Max(0, count - 99), _text, static (to, text) =>
        {
            var number = 0;
            foreach (var chunk in text.GetChunks())
            {
                var from = chunk.Span;
                for (var place = from.IndexOf(Place); place >= 0; place = from.IndexOf(Place))
                {
                    from[..place].CopyTo(to);
                    to[place] = '$';
                    (++number).TryFormat(to[(place + 1)..], out var digits, provider: CultureInfo.InvariantCulture);
                    from = from[(place + 1)..];
                    to = to[(place + 1 + digits)..];
                }

                from.CopyTo(to);
                to = to[from.Length..];
            }
        });
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

    internal void Queue(IDocumentOperations session) => session.QueueSqlCommand(Place, _text.ToString(), Values());

    internal Task<IReadOnlyList<T>> DocumentsAsync<T>(IQuerySession session, CancellationToken cancellationToken) =>
        session.QueryAsync<T>(Place, _text.ToString(), cancellationToken, Values());

    private object[] Values() => [.. _values.Select(value => value.Value ?? DBNull.Value)];

    private void Append(string text, string format) =>
        _text.Append(format == "raw" ? text : throw new FormatException("What becomes part of a statement is put in with :raw."));
}
