namespace MyBudget.Development.EmbeddedPostgres;

/// <summary>The PostgreSQL binaries are not installed.</summary>
public sealed class EmbeddedPostgresMissingException : EmbeddedPostgresException
{
    public EmbeddedPostgresMissingException()
        : this("no known place")
    {
    }

    public EmbeddedPostgresMissingException(string lookedIn)
        : base($"The PostgreSQL binaries are missing (looked in {lookedIn}). "
            + "Run `./mybudget install`, or set MYBUDGET_DATABASE to the connection string of a PostgreSQL 17 of your own.")
    {
    }

    public EmbeddedPostgresMissingException(string lookedIn, Exception innerException)
        : base(lookedIn, innerException)
    {
    }
}
