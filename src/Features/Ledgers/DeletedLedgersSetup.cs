using MyBudget.Infrastructure.Operations.Retention;

namespace MyBudget.Features.Ledgers;

internal static class DeletedLedgersSetup
{
    public static void AddDeletedLedgers(this IServiceCollection services)
    {
        services.AddSingleton<DeletedLedgerErasure>();
        services.AddRetentionRule(new(
            "DeletedLedgers", LedgersTables.DeletedMemberships, "deleted_at <= $1", DeletedLedgers.KeptFor, IsFixed: true)
        {
            EraseAs = (provider, before, cancellationToken) => provider.GetRequiredService<DeletedLedgerErasure>().RunAsync(before, cancellationToken),
        });
    }
}
