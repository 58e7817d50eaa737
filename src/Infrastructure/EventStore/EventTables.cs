namespace MyBudget.Infrastructure.EventStore;

/// <summary>Marten's tables of events, and the one in which every ledger has its revision.</summary>
internal static class EventTables
{
    public const string Events = "mt_events";
    public const string Streams = "mt_streams";
    public const string Progress = "mt_event_progression";
    public const string Heads = "ledger_heads";
    public const string Changes = "ledger_changes";
}
