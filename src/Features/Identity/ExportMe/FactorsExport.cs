namespace MyBudget.Features.Identity.ExportMe;

internal sealed class FactorsExport(SecondFactors factors, RecoveryCodes recovery) : IExportSource
{
    public string Name => "secondFactors";

    public async Task WriteAsync(ExportWriter export, Guid userId, CancellationToken cancellationToken)
    {
        var known = await factors.ListAsync(userId, cancellationToken);
        export.Write(new
        {
            Items = known.Select(factor => new { factor.Id, factor.Name, factor.CreatedAt, factor.LastUsedAt }),
            RecoveryCodesLeft = await recovery.LeftAsync(userId, cancellationToken),
        });
    }
}
