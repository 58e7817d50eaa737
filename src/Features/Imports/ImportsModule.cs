using Carter;
using MyBudget.Features.Imports.GetImport;
using MyBudget.Features.Imports.ImportFile;
using MyBudget.Features.Imports.ListImports;
using MyBudget.Features.Imports.UndoImport;

namespace MyBudget.Features.Imports;

public sealed class ImportsModule : ICarterModule, IFeature
{
    internal const string Kind = "import";

    public static void AddServices(IServiceCollection services)
    {
        services.AddLedgerEntity<Import>(Kind)
            .Event<ImportCompleted>("import_completed")
            .Event<ImportUndone>("import_undone");
        services.AddSingleton(new BusinessCount(
            "mybudget.imports", "{import}", "Bank files that were imported.", $"select count(*) from {ImportsTables.Imports}"));
    }

    public void AddRoutes(IEndpointRouteBuilder app) => app.MapGroup("/api/v1/ledgers/{ledgerId:guid}/imports").WithTags("Imports")
        .MapUseCases(ImportFileEndpoint.Map, ListImportsEndpoint.Map, GetImportEndpoint.Map, UndoImportEndpoint.Map);
}
