using Qingdan.Lists.Generation;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Identity;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Responsibilities;

/// <summary>示例市's 责任清单: generated from its catalogue, most of it confirmed by the units, some refused, the rest waiting.</summary>
internal sealed class ResponsibilityDemo(RunGeneration generation, ConfirmCandidates confirm, RejectCandidates reject, IOrganizationDirectory organizations) : IDemoPart
{
    public int Order => 40;

    public async Task Load(TextWriter output, CancellationToken cancel)
    {
        var run = (await generation.Run(0, Actor.System, _ => Task.CompletedTask, cancel)).Value;
        var (confirmed, refused, place) = (0L, 0L, 0);
        foreach (var unit in (await organizations.Tree(cancel)).All.Where(u => u.State == OrganizationState.Active))
        {
            var head = new Actor(0, $"{unit.ShortName}负责人", unit.Id, unit.Name, new HashSet<string> { Roles.UnitHead });
            var stated = new EntryFilter(EntryState.Candidate, [], unit.Id, Basis: EntryFilter.Stated);
            // Every fourth unit has not looked at its list yet.
            if (++place % 4 == 0) continue;
            if (place % 5 == 0 && (await reject.Run(new EntryChoice(null, stated with { Share = "Conditional", Frequency = "Irregular" }), "由牵头单位统一列入", head, cancel)).TryGet(out var left)) refused += left.Count;
            if ((await confirm.Run(new EntryChoice(null, stated), head, cancel)).TryGet(out var done)) confirmed += done.Count;
        }
        await output.WriteLineAsync($"责任清单 responsibilities: {run.Candidates} 条拟列入，{confirmed} 条已确认，{refused} 条不列入；问题 findings: {run.Findings}");
    }
}
