using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Resources;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Meanings;

/// <summary>
/// Who sees and who decides: a unit's people see the meanings of which the unit has an item; which unit is the source, 政务数据共享主管部门 says (政务数据共享条例 19), here the city's roles.
/// </summary>
internal sealed class MeaningAccess(Store store, ResourceAccess access)
{
    /// <summary>Most characters of a reason and of a document.</summary>
    public const int MostWhy = 500, MostDocument = 200;

    public static readonly Fault NotFound = new("catalog.meaning.not-found", "没有这一组数据项，或您的单位没有这样的数据项。目录改过以后会重新归集，请从列表里再打开。", null, FaultKind.NotFound);
    public static readonly Fault Changed = new("catalog.meaning.changed", "您打开之后有人对这一组作了决定。请看过现在的内容再决定。", null, FaultKind.Conflict);

    /// <summary>What there is to decide or was decided, as a person sees it.</summary>
    public async Task<IQueryable<Meaning>> Seen(Actor actor, CancellationToken cancel)
    {
        var several = store.Set<Meaning>().Where(m => m.Units > 1 || m.State != MeaningState.Open);
        if (actor.Is(Roles.SeeAll)) return several;
        var own = await access.Family(actor, cancel);
        return several.Where(m => store.Set<MeaningCount>().Where(c => own.Contains(c.UnitId)).Select(c => c.MeaningId).Contains(m.Id));
    }

    /// <summary>A meaning as it was shown, for one who decides about it. A decision is changed with a reason only.</summary>
    public async Task<Result<Meaning>> ToDecide(long id, int edit, string why, string field, Actor actor, CancellationToken cancel)
    {
        if (await (await Seen(actor, cancel)).SingleOrDefaultAsync(m => m.Id == id, cancel) is not { } meaning) return NotFound;
        if (meaning.Edit != edit) return Changed;
        if (meaning.State != MeaningState.Open && string.IsNullOrWhiteSpace(why)) return new Fault("catalog.meaning.why.required", "改变已有的决定，请写明理由。", field);
        if (why.Length > MostWhy) return new Fault("catalog.meaning.why.too-long", "理由不超过 {0} 字。", field, FaultKind.Invalid, MostWhy);
        if (ClassificationMarks.Refusal(why, field) is { } marked) return marked;
        return meaning;
    }

    public static Subject Of(Meaning meaning) => new(CatalogAudit.MeaningKind, meaning.Id, meaning.Name);
}
