using JasperFx.CommandLine;

namespace MyBudget.Infrastructure.EventStore.Maintenance;

public sealed class RenewIncarnationsInput : NetCoreInput
{
    [Description("Only this ledger")]
    [FlagAlias("ledger", longAliasOnly: true)]
    public Guid? LedgerFlag { get; set; }
}

/// <summary>
/// <c>renew-incarnations</c> belongs to every restore: a database that went back takes the same revisions again for other writes, and a
/// client that had seen the first ones would miss the second. With another incarnation its cursor is refused, and it reads everything anew.
/// </summary>
[Description("After a restore: have every client read its ledgers anew", Name = "renew-incarnations")]
public sealed class RenewIncarnationsCommand : JasperFxAsyncCommand<RenewIncarnationsInput>
{
    public override async Task<bool> Execute(RenewIncarnationsInput input)
    {
        using var host = input.BuildHost();
        return await RunAsync(host.Services, input.LedgerFlag, Console.Out, CancellationToken.None);
    }

    internal static async Task<bool> RunAsync(IServiceProvider services, Guid? only, TextWriter output, CancellationToken cancellationToken)
    {
        var database = services.GetRequiredService<NpgsqlDataSource>();
        var renewed = await database.Sql(
            $"update {EventTables.Heads:raw} set incarnation = gen_random_uuid() where {only}::uuid is null or ledger_id = {only}")
            .ExecuteAsync(cancellationToken);
        await output.WriteLineAsync(only is not null && renewed == 0
            ? $"renew-incarnations: there is no ledger {only}"
            : string.Create(CultureInfo.InvariantCulture, $"{renewed} ledgers have a new incarnation"));
        return only is null || renewed > 0;
    }
}
