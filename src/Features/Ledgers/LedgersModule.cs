using Carter;
using MyBudget.Features.Ledgers.AcceptInvitation;
using MyBudget.Features.Ledgers.AcceptJoinRequest;
using MyBudget.Features.Ledgers.AskToJoin;
using MyBudget.Features.Ledgers.ChangeRole;
using MyBudget.Features.Ledgers.CreateJoinLink;
using MyBudget.Features.Ledgers.CreateLedger;
using MyBudget.Features.Ledgers.DeclineInvitation;
using MyBudget.Features.Ledgers.DeclineJoinRequest;
using MyBudget.Features.Ledgers.DeleteLedger;
using MyBudget.Features.Ledgers.ExportLedgers;
using MyBudget.Features.Ledgers.GetInvitation;
using MyBudget.Features.Ledgers.GetJoinLinkQr;
using MyBudget.Features.Ledgers.GetLedger;
using MyBudget.Features.Ledgers.HandOverLedger;
using MyBudget.Features.Ledgers.ListActivity;
using MyBudget.Features.Ledgers.ListInvitations;
using MyBudget.Features.Ledgers.ListJoinLinks;
using MyBudget.Features.Ledgers.ListJoinRequests;
using MyBudget.Features.Ledgers.ListLedgers;
using MyBudget.Features.Ledgers.ListMembers;
using MyBudget.Features.Ledgers.ListReceivedInvitations;
using MyBudget.Features.Ledgers.ListSentJoinRequests;
using MyBudget.Features.Ledgers.LookUpJoinLink;
using MyBudget.Features.Ledgers.RemoveMember;
using MyBudget.Features.Ledgers.RestoreLedger;
using MyBudget.Features.Ledgers.ReviseLedger;
using MyBudget.Features.Ledgers.RevokeJoinLink;
using MyBudget.Features.Ledgers.SendInvitation;
using MyBudget.Features.Ledgers.WithdrawInvitation;
using MyBudget.Features.Ledgers.WithdrawJoinRequest;
using MyBudget.Infrastructure.Operations.Retention;

namespace MyBudget.Features.Ledgers;

public sealed class LedgersModule : ICarterModule, IFeature
{
    private const string Expired = "(data->>'expiresAt')::timestamptz <= $1";

    public static void AddServices(IServiceCollection services)
    {
        services.AddSingleton<IExportSource, LedgersExport>();
        services.AddSingleton<IExportSource, ReceiptsExport>();
        services.AddSingleton(new BusinessCount(
            "mybudget.ledgers", "{ledger}", "Ledgers.",
            $"select (select count(*) from {EventTables.Heads}) - (select count(distinct ledger_id) from {LedgersTables.DeletedMemberships})"));
        services.AddDeletedLedgers();
        services.AddScoped<IExportSource, InvitationsExport>();
        services.AddScoped<IExportSource, JoiningExport>();
        services.AddSingleton<JoinCodes>();
        services.AddScoped<JoinLinks>();
        services.AddScoped<JoinRequests>();
        services.AddScoped<Invitations>();
        services.AddScoped<InvitationMails>();
        services.AddSingleton<IOutboxChannel, InvitationMailChannel>();
        // Invitations name people who may not be users at all.
        services.AddRetentionRule(new("ExpiredInvitations", LedgersTables.Invitations, Expired, TimeSpan.Zero, IsFixed: true));
        services.AddRetentionRule(new("ExpiredJoinLinks", LedgersTables.JoinLinks, Expired, TimeSpan.Zero, IsFixed: true));
        services.AddRetentionRule(new("ExpiredJoinRequests", LedgersTables.JoinRequests, Expired, TimeSpan.Zero, IsFixed: true));
        services.AddSettings<InvitationSettings>(InvitationSettings.Section)
            .Validate(settings => settings.Lifetime > TimeSpan.Zero, "Invitations:Lifetime is more than 0.")
            .Validate(
                settings => settings.Link is not { Length: > 0 } link || link.Contains(InvitationSettings.CodePlace, StringComparison.Ordinal),
                "Invitations:Link needs {code} in it.")
            .Validate(
                settings => settings.JoinLink is not { Length: > 0 } link || link.Contains(InvitationSettings.CodePlace, StringComparison.Ordinal),
                "Invitations:JoinLink needs {code} in it.");
        services.AddLedgerEntity<Ledger>("ledger")
            .Event<LedgerCreated>("ledger_created")
            .Event<LedgerRenamed>("ledger_renamed")
            .Event<LargeTransactionLimitSet>("large_transaction_limit_set")
            .Event<FactorDemandSet>("factor_demand_set")
            .Event<MemberJoined>("member_joined")
            .Event<MemberRoleChanged>("member_role_changed")
            .Event<MemberRenamed>("member_renamed")
            .Event<MemberLeft>("member_left")
            .Event<LedgerDeleted>("ledger_deleted")
            .Event<LedgerRestored>("ledger_restored")
            .SyncedAs(LedgerRows.Living);
        services.AddLedgerActivity();
        services.AddSingleton<ActivityTexts>();
        services.AddSingleton<ActivityPlan>();
        services.AddScoped<ActivitySources>();
        services.AddSingleton(new SyncedKind(MemberRows.Kind, MemberRows.Living, MemberRows.Changes));
        services.AddLedgerOperations<Ledger, LedgerDetails>("ledger")
            .Add("revise", OperationEffect.Revise, (m, o, ct) => m.Send(new ReviseLedger.ReviseLedger(o.EntityId, o.Patch, IfMatch.Any), ct), LedgerRole.Owner);
    }

    public void AddRoutes(IEndpointRouteBuilder app)
    {
        app.MapGroup("/api/v1/ledgers").WithTags("Ledgers").MapUseCases(
            CreateLedgerEndpoint.Map, ListLedgersEndpoint.Map, GetLedgerEndpoint.Map, ReviseLedgerEndpoint.Map,
            DeleteLedgerEndpoint.Map, RestoreLedgerEndpoint.Map);

        app.MapGroup("/api/v1/ledgers/{ledgerId:guid}").WithTags("Sharing").MapUseCases(
            ListMembersEndpoint.Map, ChangeRoleEndpoint.Map, RemoveMemberEndpoint.Map, SendInvitationEndpoint.Map,
            ListInvitationsEndpoint.Map, WithdrawInvitationEndpoint.Map, HandOverLedgerEndpoint.Map, CreateJoinLinkEndpoint.Map,
            ListJoinLinksEndpoint.Map, GetJoinLinkQrEndpoint.Map, RevokeJoinLinkEndpoint.Map, ListJoinRequestsEndpoint.Map,
            AcceptJoinRequestEndpoint.Map, DeclineJoinRequestEndpoint.Map, ListActivityEndpoint.Map);

        app.MapGroup("/api/v1/invitations").WithTags("Sharing").MapUseCases(
            ListReceivedInvitationsEndpoint.Map, GetInvitationEndpoint.Map, AcceptInvitationEndpoint.Map,
            DeclineInvitationEndpoint.Map);

        app.MapGroup("/api/v1/join-links").WithTags("Sharing").MapUseCases(LookUpJoinLinkEndpoint.Map);

        app.MapGroup("/api/v1/join-requests").WithTags("Sharing").MapUseCases(
            AskToJoinEndpoint.Map, ListSentJoinRequestsEndpoint.Map, WithdrawJoinRequestEndpoint.Map);
    }
}
