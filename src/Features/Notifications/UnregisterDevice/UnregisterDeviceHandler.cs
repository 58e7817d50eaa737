namespace MyBudget.Features.Notifications.UnregisterDevice;

internal sealed record UnregisterDevice(Guid UserId, string InstallationId) : ICommand<bool>;

internal sealed class UnregisterDeviceHandler(IDocumentSession session) : IRequestHandler<UnregisterDevice, bool>
{
    /// <returns>False when the user has no such device (any more).</returns>
    public async Task<bool> Handle(UnregisterDevice command, CancellationToken cancellationToken)
    {
        var device = await session.LockAsync<Device>(command.InstallationId, cancellationToken);
        if (device?.UserId != command.UserId) return false;

        session.Delete(device);
        await session.SaveChangesAsync(cancellationToken);
        return true;
    }
}
