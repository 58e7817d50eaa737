namespace MyBudget.Features.Identity.GetMe;

internal sealed record GetMe(Guid UserId) : IQuery<UserProfile?>;

internal sealed class GetMeHandler(IQuerySession session) : IRequestHandler<GetMe, UserProfile?>
{
    public Task<UserProfile?> Handle(GetMe request, CancellationToken cancellationToken) =>
        session.LoadAsync<UserProfile>(request.UserId, cancellationToken);
}
