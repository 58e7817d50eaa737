using Npgsql;

namespace MyBudget.IntegrationTests.Development;

public sealed class ThrowAwayDatabaseTests(AppFixture app)
{
    [Fact]
    public async Task the_suite_stays_out_of_a_configured_database_and_has_more_beside_it()
    {
        var own = new NpgsqlConnectionStringBuilder(app.ConnectionString).Database;
        var configured = Environment.GetEnvironmentVariable("MYBUDGET_DATABASE");
        if (!string.IsNullOrEmpty(configured)) own.ShouldNotBe(new NpgsqlConnectionStringBuilder(configured).Database);

        var other = await app.CreateDatabaseAsync("beside");
        new NpgsqlConnectionStringBuilder(other).Database.ShouldNotBe(own);
        await using var connection = new NpgsqlConnection(other);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
    }
}
