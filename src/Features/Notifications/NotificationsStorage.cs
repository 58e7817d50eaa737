using Marten.Schema;
using Weasel.Postgresql.Tables;

namespace MyBudget.Features.Notifications;

/// <summary>All of it is somebody's, not a ledger's: the documents are single-tenanted.</summary>
internal sealed class NotificationsStorage : IConfigureMarten
{
    public void Configure(IServiceProvider services, StoreOptions options)
    {
        options.Schema.For<InboxEntry>().SingleTenanted().StoredIn(NotificationsTables.Inbox)
            .Duplicate(entry => entry.UserId).Duplicate(entry => entry.LedgerId!, pgType: "uuid");
        options.Schema.For<Device>().SingleTenanted().StoredIn(NotificationsTables.Devices)
            .Duplicate(device => device.UserId)
            .UniqueIndex(UniqueIndexType.DuplicatedField, "device_token_unique", device => device.TokenHash);
        options.Schema.For<NotificationPreferences>().SingleTenanted().DocumentAlias("notification_preferences");

        var keys = new Table(NotificationsTables.NoticeKeys);
        keys.AddColumn<Guid>("user_id").AsPrimaryKey();
        keys.AddColumn("key", "text").AsPrimaryKey();
        keys.AddColumn("announced_at", "timestamptz").NotNull();
        options.Storage.ExtendedSchemaObjects.Add(keys);

        var limits = new Table(NotificationsTables.LargeLimits);
        limits.AddColumn<Guid>("ledger_id").AsPrimaryKey();
        limits.AddColumn<long>("revision").NotNull();
        limits.AddColumn<long>("amount");
        limits.AddColumn("currency", "text").NotNull();
        options.Storage.ExtendedSchemaObjects.Add(limits);
    }
}
