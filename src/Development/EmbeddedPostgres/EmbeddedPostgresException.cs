namespace MyBudget.Development.EmbeddedPostgres;

/// <summary>The embedded PostgreSQL could not be started; the message says why and what to do.</summary>
public class EmbeddedPostgresException : Exception
{
    public EmbeddedPostgresException()
    {
    }

    public EmbeddedPostgresException(string message)
        : base(message)
    {
    }

    public EmbeddedPostgresException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
