namespace MyBudget.Infrastructure.UseCases;

/// <summary>A feature's part of what a user takes along: everything kept about them, no secrets.</summary>
public interface IExportSource
{
    /// <summary>The member of the export that this source fills; unique.</summary>
    string Name { get; }

    /// <summary>It comes after all others, and has all the time that the client needs, so it holds nothing meanwhile.</summary>
    bool TakesLong => false;

    /// <summary>
    /// Writes exactly one JSON value. A source with much to tell drains the writer as it goes, so that no export is ever held in
    /// memory.
    /// </summary>
    Task WriteAsync(ExportWriter export, Guid userId, CancellationToken cancellationToken);
}
