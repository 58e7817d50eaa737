using Carter;
using MyBudget.Features.Imports.ForgetImportLayout;
using MyBudget.Features.Imports.ForgetImportLayouts;
using MyBudget.Features.Imports.GetImport;
using MyBudget.Features.Imports.ImportFile;
using MyBudget.Features.Imports.ListImportLayouts;
using MyBudget.Features.Imports.ListImports;
using MyBudget.Features.Imports.UndoImport;

namespace MyBudget.Features.Imports;

public sealed class ImportsModule : ICarterModule, IFeature
{
    internal const string Kind = "import";
    internal const string LayoutKind = "import_layout";

    public static void AddServices(IServiceCollection services)
    {
        services.AddLedgerEntity<Import>(Kind)
            .Event<ImportCompleted>("import_completed")
            .Rows<ImportCompleted>(e => e.Rows.Count)
            .Event<ImportUndone>("import_undone");
        services.AddLedgerEntity<ImportLayout>(LayoutKind)
            .Event<ImportLayoutSettled>("import_layout_settled")
            .Removal<ImportLayoutForgotten>("import_layout_forgotten");
        services.AddImportActivity();
        services.AddSingleton(new BusinessCount(
            "mybudget.imports", "{import}", "Bank files that were imported.", $"select count(*) from {ImportsTables.Imports}"));
    }

    public void AddRoutes(IEndpointRouteBuilder app)
    {
        var ledger = app.MapGroup("/api/v1/ledgers/{ledgerId:guid}").WithTags("Imports");
        ledger.MapGroup("/imports")
            .MapUseCases(ImportFileEndpoint.Map, ListImportsEndpoint.Map, GetImportEndpoint.Map, UndoImportEndpoint.Map);
        ledger.MapGroup("/accounts/{accountId:guid}/import-layouts").MapUseCases(
            ListImportLayoutsEndpoint.Map, ForgetImportLayoutEndpoint.Map, ForgetImportLayoutsEndpoint.Map);
    }
}
