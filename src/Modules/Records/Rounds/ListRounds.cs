using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Standards.Contracts;

namespace Qingdan.Records.Rounds;

/// <summary>A round in the list, counted over the reports that the reader sees.</summary>
public sealed record RoundRow(Round Round, int Expected, int HandedIn, int Accepted)
{
    /// <summary>Rounds a page.</summary>
    public const int Size = 20;
}

/// <summary>The rounds in which a person has a part, the newest first.</summary>
internal sealed class ListRounds(Store store, ReportAccess access)
{
    /// <summary>One page, and how many there are.</summary>
    public async Task<(IReadOnlyList<RoundRow> Rows, int Total)> Run(int page, Actor actor, CancellationToken cancel)
    {
        var visible = await access.Visible(actor, cancel);
        var rounds = Rounds(visible, actor);
        return (await Counted(await rounds.OrderByDescending(r => r.Id).Skip((page - 1) * RoundRow.Size).Take(RoundRow.Size).ToListAsync(cancel), visible, cancel), await rounds.CountAsync(cancel));
    }

    /// <summary>The rounds older than one; 0 for the newest.</summary>
    public async Task<IReadOnlyList<RoundRow>> After(long id, int most, Actor actor, CancellationToken cancel)
    {
        var visible = await access.Visible(actor, cancel);
        return await Counted(await Rounds(visible, actor).Where(r => id == 0 || r.Id < id).OrderByDescending(r => r.Id).Take(most).ToListAsync(cancel), visible, cancel);
    }

    private IQueryable<Round> Rounds(IQueryable<Report> visible, Actor actor)
    {
        var all = actor.Is(Roles.SeeAll);
        return store.Set<Round>().AsNoTracking().Where(r => all || visible.Any(v => v.RoundId == r.Id));
    }

    private static async Task<IReadOnlyList<RoundRow>> Counted(List<Round> shown, IQueryable<Report> visible, CancellationToken cancel)
    {
        var ids = shown.ConvertAll(r => r.Id);
        var counts = (await visible.Where(r => ids.Contains(r.RoundId)).GroupBy(r => new { r.RoundId, r.State }).Select(g => new { g.Key.RoundId, g.Key.State, Count = g.Count() }).ToListAsync(cancel)).ToLookup(g => g.RoundId);
        return shown.ConvertAll(r => new RoundRow(
            r, counts[r.Id].Where(c => c.State != ReportState.NotExpected).Sum(c => c.Count), counts[r.Id].Where(c => c.State is ReportState.HandedIn or ReportState.Accepted).Sum(c => c.Count),
            counts[r.Id].Where(c => c.State == ReportState.Accepted).Sum(c => c.Count)));
    }
}
