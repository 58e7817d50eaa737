namespace MyBudget.Features.Transactions.ReviseInBulk;

internal static class ReviseInBulkEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPost("/revisions", async (BulkInput body, LedgerScope scope, IMediator mediator, CancellationToken ct) =>
        {
            var report = await mediator.Send(new ReviseInBulk(body), ct);
            return report.Id is { } id
                ? TypedResults.Created($"/api/v1/ledgers/{scope.LedgerId}/transactions/revisions/{id}", report)
                : (IResult)TypedResults.Ok(report);
        })
        .RequireAuthorization(Policies.LedgerEditor)
        .WithSummary("Make one change to up to 5,000 transactions, all in one write that can be undone as one")
        .Produces<BulkReport>(StatusCodes.Status201Created)
        .Produces<BulkReport>()
        .Refuses(StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity)
        .FewAtOnce(TakesMemory.ManyEntries)
        .WithRequestTimeout(HttpSetup.LongTimeout);
}

/// <summary>Which transactions, and what changes.</summary>
[RequiredMembers("where", "change")]
internal sealed record BulkInput
{
    /// <summary>A UUID chosen by the client, so that a repeat after a lost response changes nothing twice.</summary>
    public Guid? Id { get; init; }

    /// <summary>The transactions: ids, or what the list is filtered by.</summary>
    public BulkWhere? Where { get; init; }

    /// <summary>What becomes of each.</summary>
    public BulkChange? Change { get; init; }

    /// <summary>How many transactions the client has in mind: if it is another number, nothing is changed (409).</summary>
    public int? Expect { get; init; }

    /// <summary>True to be told what would happen; nothing is changed.</summary>
    public bool? DryRun { get; init; }
}

/// <summary>What became of the transactions that were asked for.</summary>
/// <param name="Id">By which it is seen and undone; null where nothing was changed.</param>
/// <param name="Matched">How many were asked for; those that are changed, unchanged or skipped.</param>
/// <param name="Changed">How many were changed.</param>
/// <param name="Unchanged">How many were as wished already.</param>
/// <param name="Skipped">Those that the change does not fit, with the code of the rule that it would break.</param>
internal sealed record BulkReport(Guid? Id, int Matched, int Changed, int Unchanged, IReadOnlyList<BulkSkipped> Skipped);
