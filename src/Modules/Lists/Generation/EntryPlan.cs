using Qingdan.Lists.Responsibilities;

namespace Qingdan.Lists.Generation;

/// <summary>What happens to a row of the 责任清单 when generation looks at it.</summary>
internal enum EntryStep
{
    /// <summary>Nothing.</summary>
    Keep,

    /// <summary>A new candidate.</summary>
    Insert,

    /// <summary>The candidate gets the new content; a refused row with new content becomes a candidate again.</summary>
    Replace,

    /// <summary>Same content; version, demands, rule or code are brought up to date.</summary>
    Refresh,

    /// <summary>A candidate nobody decided on and that no longer follows from anything.</summary>
    Drop,

    /// <summary>A row in force that says what the catalogue says: an open change on it is void.</summary>
    Settle,

    /// <summary>A row in force that differs: its change is proposed.</summary>
    ProposeChange,

    /// <summary>A row in force that nothing carries any more: its removal is proposed.</summary>
    ProposeRemoval,
}

/// <summary>A stored row as generation sees it. With a <paramref name="DraftId"/> and no resource it is about data that has just been catalogued, or is about to be.</summary>
internal sealed record StoredEntry(
    long Id, long ResourceId, EntryState State, string Digest, int Version, string DemandIds, bool ShareStated, string Rule, int Edit, long ProviderId, string Name, long DraftId)
{
    /// <summary>Compares what is stored with what follows now. A row in force is never overwritten.</summary>
    public static EntryStep Step(StoredEntry? stored, EntryProposal? proposal) => (stored?.State, proposal) switch
    {
        (null or EntryState.Removed, null) or (EntryState.Rejected, null) => EntryStep.Keep,
        (null or EntryState.Removed, _) => EntryStep.Insert,
        (EntryState.Candidate, null) => EntryStep.Drop,
        // What is out of force for a time is looked at when it is resumed.
        (EntryState.Suspended, _) => EntryStep.Keep,
        (EntryState.InForce, null) => EntryStep.ProposeRemoval,
        (EntryState.InForce, _) => proposal!.Says(stored!.Digest) ? EntryStep.Settle : EntryStep.ProposeChange,
        _ when !proposal!.Says(stored!.Digest) => EntryStep.Replace,
        (EntryState.Candidate, _) when stored.Stale(proposal) => EntryStep.Refresh,
        _ => EntryStep.Keep,
    };

    /// <summary>True when what is no content has moved on. Whether the share property is stated is the catalogue's word only for its own candidates.</summary>
    public bool Stale(EntryProposal proposal) =>
        Version != proposal.Content.Version || Digest != proposal.Digest || (Rule != GenerationRules.Demand && DemandIds != proposal.DemandIds)
        || (State == EntryState.Candidate && Rule != GenerationRules.Demand && (ShareStated != proposal.ShareStated || Rule != proposal.Rule));
}
