using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Contracts;
using Qingdan.Lists.Negatives;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Standards.Contracts.Rules;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Lists.Impacts;

/// <summary>What other laws would do to a unit: negative entries whose basis they read otherwise, and cases whose terms they set.</summary>
internal sealed class ImpactOnProfile(Store store, RuleProfiles rules, IImpactSource cases)
{
    private const string NoteText = "这里只是分析。单位类别由系统管理员在组织机构中修改；修改后，依据不再被认可的条目要重新审核。";
    private const string SameNote = "两种类别适用的规则相同，没有条目受影响。";

    public async Task<ImpactContent> Run(ImpactQuestion question, Unit unit, OrganizationKind to, UnitTree units, Actor actor, CancellationToken cancel)
    {
        var (before, after) = (rules.For(unit.Kind), rules.For(to));
        if (before.SequenceEqual(after)) return new ImpactContent(question, unit.Name, [], [SameNote, NoteText], []);
        var family = units.Family(unit.Id);
        var rows = await store.Set<Negative>().AsNoTracking().Where(n => family.Contains(n.ProviderId) && n.State != NegativeState.Rejected && n.State != NegativeState.Removed && n.BasisLevel != "").OrderBy(n => n.Id).ToListAsync(cancel);
        List<ImpactHit> hits =
        [
            .. from row in rows
               let level = row.Level()
               where level is not null
               let carried = LevelVerdict.Of(level.Value, after).Carried
               where LevelVerdict.Of(level.Value, before).Carried != carried
               select new ImpactHit(ImpactGroup.Negative, row.Id, row.Name, row.Number ?? "", row.ProviderId, units.ShortName(row.ProviderId), row.State.Text(), carried ? "依据的层级将被认可" : "依据的层级不再被认可，要重新审核", [], $"/lists/negatives/{row.Id}"),
            .. (await cases.OwedBy(family, actor, cancel)).Select(c => new ImpactHit(ImpactGroup.Case, c.Id, c.Name, "", c.UnitId, units.ShortName(c.UnitId), c.State, "后面的期限按新的适用规则计算", [], $"/workflow/cases/{c.Id}")),
        ];
        return new ImpactContent(question, unit.Name, [], [NoteText], hits);
    }
}
