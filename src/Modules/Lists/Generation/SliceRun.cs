using Qingdan.Lists.Findings;
using Qingdan.Lists.Negatives;
using Qingdan.Platform.Ids;
using Qingdan.Records.Contracts.Findings;

namespace Qingdan.Lists.Generation;

/// <summary>One slice of a run: what follows from its resources is compared with what is stored, and the difference is written. Run again it finds no difference.</summary>
internal sealed class SliceRun(IdSource ids, EntryWriter entries, ChangeWriter changes, NegativeWriter negatives, FindingBook findings)
{
    private readonly List<NewEntry> _insert = [];
    private readonly List<(StoredEntry, EntryProposal)> _replace = [], _refresh = [];
    private readonly List<StoredEntry> _drop = [], _settle = [];
    private readonly List<NewChange> _propose = [];
    private readonly List<NewNegative> _newNegatives = [];
    private readonly List<(StoredNegative, NegativeProposal)> _replaceNegatives = [], _recodeNegatives = [];
    private readonly List<StoredNegative> _dropNegatives = [];
    private readonly List<(long Id, long Provider)> _rehomeEntries = [], _rehomeNegatives = [];
    private readonly List<NewFinding> _findings = [];

    /// <summary>Takes in what follows from one resource.</summary>
    public void Plan(long providerId, long resourceId, Proposal proposal, StoredEntry? entry, StoredNegative? negative)
    {
        if (entry is not null && entry.ProviderId != providerId) _rehomeEntries.Add((entry.Id, providerId));
        if (negative is not null && negative.ProviderId != providerId) _rehomeNegatives.Add((negative.Id, providerId));
        var entryId = Plan(providerId, resourceId, proposal.Entry, entry);
        var negativeId = Plan(providerId, resourceId, proposal.Negative, negative);
        foreach (var notice in proposal.Notices) _findings.Add(notice.Stored(providerId, resourceId, entryId, negativeId));
    }

    /// <summary>A stored row that nothing carries any more.</summary>
    public void Orphan(StoredEntry entry)
    {
        if (StoredEntry.Step(entry, null) == EntryStep.Drop) _drop.Add(entry);
        else _propose.Add(new NewChange(entry, null, "目录已下线，建议移出责任清单。"));
    }

    /// <summary>A stored negative row whose resource is gone.</summary>
    public void Orphan(StoredNegative negative)
    {
        if (negative is { State: NegativeState.Candidate, Edit: 0 }) _dropNegatives.Add(negative);
        else Found(negative, new(ListFindings.NegativeOrphan, negative.Name));
    }

    /// <summary>A finding about a negative row of data outside the catalogue.</summary>
    public void Found(StoredNegative negative, Notice notice) => _findings.Add(notice.Stored(negative.ProviderId, 0, 0, negative.Id));

    /// <summary>Writes the differences; the former findings about <paramref name="resourceIds"/> give way, and about <paramref name="rows"/> where they do not at the end of the run.</summary>
    public async Task Write(IReadOnlyCollection<long> resourceIds, IEnumerable<StoredNegative> rows, GenerationWork work, CancellationToken cancel)
    {
        await entries.Rehome(_rehomeEntries, cancel);
        await negatives.Rehome(_rehomeNegatives, cancel);
        await entries.Insert(_insert, cancel);
        await entries.Replace(_replace, cancel);
        await entries.Refresh(_refresh, cancel);
        var dropped = await entries.Drop(_drop, cancel);
        await changes.Settle(_settle, cancel);
        var (changed, removed) = await changes.Propose(_propose, cancel);
        await negatives.Insert(_newNegatives, cancel);
        await negatives.Replace(_replaceNegatives, cancel);
        await negatives.Recode(_recodeNegatives, cancel);
        await negatives.Drop(_dropNegatives, cancel);
        await findings.Replace(ListFindings.Source, resourceIds, work.Named is null ? [] : [.. rows.Select(n => n.Id)], _findings, work.RunId, cancel);
        var figures = work.Figures;
        figures.Candidates += _insert.Count + _replace.Count;
        figures.Changes += changed;
        figures.Removals += removed + dropped;
        figures.Negatives += _newNegatives.Count + _replaceNegatives.Count;
        Clear();
    }

    private long Plan(long providerId, long resourceId, EntryProposal? proposal, StoredEntry? stored)
    {
        switch (StoredEntry.Step(stored, proposal))
        {
            case EntryStep.Insert:
                var id = ids.Next();
                _insert.Add(new NewEntry(id, providerId, resourceId, proposal!));
                return id;
            case EntryStep.Replace: _replace.Add((stored!, proposal!)); break;
            case EntryStep.Refresh: _refresh.Add((stored!, proposal!)); break;
            case EntryStep.Drop: _drop.Add(stored!); return 0;
            case EntryStep.ProposeChange: _propose.Add(new NewChange(stored!, proposal, stored!.Version == 0 ? "目录外的数据已编入目录。" : "目录内容已变化。")); break;
            case EntryStep.ProposeRemoval: _propose.Add(new NewChange(stored!, null, "目录中已没有可以共享的数据项，建议移出责任清单。")); break;
            case EntryStep.Settle:
                _settle.Add(stored!);
                if (stored!.Stale(proposal!)) _refresh.Add((stored, proposal!));
                break;
        }
        return stored?.Id ?? 0;
    }

    private long Plan(long providerId, long resourceId, NegativeProposal? proposal, StoredNegative? stored)
    {
        if (proposal is null)
        {
            if (stored is { State: NegativeState.Candidate, Edit: 0 }) _dropNegatives.Add(stored);
            return stored?.Id ?? 0;
        }
        if (stored is not null)
        {
            if (NegativeWriter.Replaces(stored, proposal)) _replaceNegatives.Add((stored, proposal));
            else if (stored.Standing.Digest != proposal.Digest && proposal.Says(stored.Standing.Digest)) _recodeNegatives.Add((stored, proposal));
            return stored.Id;
        }
        var id = ids.Next();
        _newNegatives.Add(new NewNegative(id, providerId, resourceId, proposal));
        return id;
    }

    private void Clear()
    {
        foreach (var list in new System.Collections.IList[] { _insert, _replace, _refresh, _drop, _settle, _propose, _newNegatives, _replaceNegatives, _recodeNegatives, _dropNegatives, _rehomeEntries, _rehomeNegatives, _findings }) list.Clear();
    }
}

/// <summary>Figures of a run while it goes on.</summary>
internal sealed class RunFigures
{
    public long Resources { get; set; }
    public long Items { get; set; }
    public long Candidates { get; set; }
    public long Changes { get; set; }
    public long Removals { get; set; }
    public long Negatives { get; set; }
}
