using MyBudget.Features.Imports.Contracts;

namespace MyBudget.Features.Imports;

internal sealed class ImportsStorage : IConfigureMarten
{
    public void Configure(IServiceProvider services, StoreOptions options)
    {
        options.Events.MapEventType<ImportCompleted>("import_completed");
        options.Events.MapEventType<ImportUndone>("import_undone");
        options.AddLedgerState<Import>(ImportsModule.Kind);
    }
}
