using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Results;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Disputes;

namespace Qingdan.Workflow.Meetings;

/// <summary>A matter that can be put on an agenda. <paramref name="Key"/> is its kind and id, as forms send it.</summary>
public sealed record OfferedMatter(string Key, string Kind, string Name, string Units, string Question)
{
    /// <summary>Why nothing can be granted at present; null when it can, or when it is no dispute.</summary>
    [JsonIgnore]
    public Fault? Hindrance { get; init; }
}

/// <summary>What a meeting can settle: disputes that the authority coordinates or that wait for a decision, and cases whose provider nobody has named.</summary>
internal sealed class FindMatters(Store store, IOrganizationDirectory organizations)
{
    /// <summary>Matters of one kind that are offered.</summary>
    private const int Most = 200;

    /// <summary>All that wait and are on no agenda yet, the oldest first; three statements.</summary>
    public async Task<IReadOnlyList<OfferedMatter>> Run(CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var agenda = store.Set<MeetingMatter>().Where(m => m.Open).Select(m => m.SubjectId);
        var disputes = await store.Set<Dispute>().AsNoTracking().Where(d => (d.State == DisputeState.Coordinating || d.State == DisputeState.Deciding) && !agenda.Contains(d.Id)).OrderBy(d => d.Id).Take(Most).ToListAsync(cancel);
        var cases = await store.Set<Case>().AsNoTracking().Where(c => c.State == CaseState.ToDispatch && c.ProviderId == 0 && !agenda.Contains(c.Id)).OrderBy(c => c.Id).Take(Most).ToListAsync(cancel);
        var contested = disputes.ConvertAll(d => d.CaseId);
        var stands = await store.Set<Case>().AsNoTracking().Where(c => contested.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancel);
        return
        [
            .. disputes.Select(d => new OfferedMatter($"{MatterKind.Dispute}:{d.Id}", MatterKind.Dispute.Text(), d.Name, $"{units.ShortName(d.UnitId)} — {units.ShortName(d.ProviderId)}", d.Claim) { Hindrance = DisputeAccess.Hindrance(stands[d.CaseId]) }),
            .. cases.Select(c => new OfferedMatter($"{MatterKind.Provider}:{c.Id}", MatterKind.Provider.Text(), c.Name, units.ShortName(c.UnitId), "")),
        ];
    }
}
