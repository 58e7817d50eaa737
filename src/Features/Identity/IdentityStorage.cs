using Marten.Schema;
using Weasel.Postgresql.Tables;

namespace MyBudget.Features.Identity;

/// <summary>Users and what they sign in with live outside ledgers, so their documents are single-tenanted.</summary>
internal sealed class IdentityStorage : IConfigureMarten
{
    public void Configure(IServiceProvider services, StoreOptions options)
    {
        options.Schema.For<UserProfile>().SingleTenanted().StoredIn(IdentityTables.Profiles)
            .Duplicate(user => user.Mailbox);
        options.Schema.For<Credentials>().SingleTenanted().DocumentAlias("credentials")
            .UniqueIndex(UniqueIndexType.DuplicatedField, Credentials.UniqueEmail, credentials => credentials.Email);
        options.Schema.For<RefreshToken>().SingleTenanted().StoredIn(IdentityTables.RefreshTokens)
            .Duplicate(token => token.UserId);
        options.Schema.For<MailCode>().SingleTenanted().StoredIn(IdentityTables.MailCodes)
            .Duplicate(code => code.UserId);

        options.Schema.For<FirebaseLink>().SingleTenanted().DocumentAlias("firebase_link")
            .Duplicate(link => link.UserId);

        AddFactors(options);

        var places = new Table(KnownPlaces.Table);
        places.AddColumn<Guid>("user_id").AsPrimaryKey();
        places.AddColumn("place", "text").AsPrimaryKey();
        places.AddColumn("used_at", "timestamptz").NotNull();
        options.Storage.ExtendedSchemaObjects.Add(places);
    }

    private static void AddFactors(StoreOptions options)
    {
        var recovery = new Table(RecoveryCodes.Table);
        recovery.AddColumn<Guid>("user_id").AsPrimaryKey();
        recovery.AddColumn("hash", "text").AsPrimaryKey();

        var challenges = new Table(FactorChallenges.Table);
        challenges.AddColumn("id", "text").AsPrimaryKey();
        challenges.AddColumn<Guid>("user_id").NotNull().AddIndex();
        challenges.AddColumn("installation", "text").NotNull();
        challenges.AddColumn("device", "text");
        challenges.AddColumn("through", "text");
        challenges.AddColumn("expires_at", "timestamptz").NotNull();
        challenges.AddColumn<int>("tries").NotNull();

        var keys = new Table(FactorKeys.Table);
        keys.AddColumn<int>("id").AsPrimaryKey();
        keys.AddColumn("key", "bytea").NotNull();
        options.Storage.ExtendedSchemaObjects.AddRange([recovery, challenges, keys]);
    }
}
