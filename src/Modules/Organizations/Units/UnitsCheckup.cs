using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Organizations.People;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.Codes;

namespace Qingdan.Organizations.Units;

/// <summary>Looks for codes that are wrong, however they came in.</summary>
internal sealed class CodesCheckup(IOrganizationDirectory directory) : ICheckup
{
    public async Task<CheckupReport> Look(CancellationToken cancel)
    {
        var wrong = (await directory.Tree(cancel)).All.Where(u =>
            (u.Uscc is { } uscc && !UnifiedSocialCreditCode.Parse(uscc, "").Ok) || (u.Code is { } code && !OrganizationCode.Parse(code, "").Ok)).ToList();
        return wrong.Count == 0 ? new CheckupReport("单位代码", true, "所有代码的校验码都对。") : new CheckupReport("单位代码", false, "{0} 个单位的代码不对，例如“{1}”。请在“单位”页改正。", wrong.Count, wrong[0].Name);
    }
}

/// <summary>Looks for units without anybody who keeps their catalogue. The list of units shows them; nothing is broken.</summary>
internal sealed class LiaisonsCheckup(Store store, IOrganizationDirectory directory) : ICheckup
{
    public async Task<CheckupReport> Look(CancellationToken cancel)
    {
        var tree = await directory.Tree(cancel);
        var kept = (await store.Set<Person>().Where(p => p.State == PersonState.Active && p.UnitId != null && store.Set<PersonRole>().Any(r => r.PersonId == p.Id && r.Role == Roles.Liaison))
            .Select(p => p.UnitId!.Value).Distinct().ToListAsync(cancel)).Select(id => tree.Find(id)!.Id).ToHashSet();
        var without = tree.All.Count(u => u.State == OrganizationState.Active && !kept.Contains(u.Id));
        return new CheckupReport("数据联络员", true, "{0} 个在用单位没有数据联络员。", without);
    }
}
