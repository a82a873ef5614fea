using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Workflow.Registers;

/// <summary>The rows of a register, the latest first, filtered by unit and words.</summary>
internal sealed class FindRegister(Store store, IOrganizationDirectory organizations, TimeProvider clock)
{
    /// <summary>One page.</summary>
    public async Task<RegisterView> Page(RegisterShape shape, QueryState query, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var rows = Rows(shape, query, units);
        var page = await rows.OrderByDescending(r => r.Id).Skip((query.Page - 1) * RegisterView.Size).Take(RegisterView.Size).ToListAsync(cancel);
        var known = await store.Set<RegisterRow>().Where(r => r.Kind == shape.Kind).Select(r => r.UnitId).Distinct().ToListAsync(cancel);
        return new(
            shape.Path, page.ConvertAll(r => Line(r, units)), [.. known.Select(units.Living).Distinct().Select(id => KeyValuePair.Create(id, units.ShortName(id))).OrderBy(u => u.Value, StringComparer.Ordinal)],
            query["q"] is not null || query["unit"] is not null, actor.Is(Roles.DataCentre), query.Page, await rows.CountAsync(cancel));
    }

    /// <summary>All rows of a filter, for a workbook.</summary>
    public async Task<IReadOnlyList<RegisterLine>> All(RegisterShape shape, QueryState query, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        return (await Rows(shape, query, units).OrderByDescending(r => r.Id).ToListAsync(cancel)).ConvertAll(r => Line(r, units));
    }

    /// <summary>The next rows by id.</summary>
    public async Task<IReadOnlyList<RegisterLine>> After(RegisterShape shape, QueryState query, long after, int most, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        return (await Rows(shape, query, units).Where(r => r.Id > after).OrderBy(r => r.Id).Take(most).ToListAsync(cancel)).ConvertAll(r => Line(r, units));
    }

    /// <summary>The form of a row; 0 for a new one.</summary>
    public async Task<Result<RegisterFormView>> Form(RegisterShape shape, long id, RegisterDraft? typed, CancellationToken cancel)
    {
        var units = (await organizations.Tree(cancel)).All.Select(u => KeyValuePair.Create(u.Id, u.ShortName)).ToList();
        if (id == 0) return new RegisterFormView(shape.Path, 0, 0, "", typed ?? new(new Dictionary<string, string>()), units);
        return await store.Set<RegisterRow>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.Kind == shape.Kind, cancel) is { } row
            ? new RegisterFormView(shape.Path, id, row.Edit, row.Resource, typed ?? RegisterDraft.Of(row), units)
            : SaveRegisterRow.NotFound;
    }

    private IQueryable<RegisterRow> Rows(RegisterShape shape, QueryState query, UnitTree units)
    {
        var rows = store.Set<RegisterRow>().AsNoTracking().Where(r => r.Kind == shape.Kind);
        if (query["q"] is { } words) rows = rows.Where(r => r.Resource.Contains(words));
        if (long.TryParse(query["unit"], out var unit))
        {
            var family = units.Family(unit);
            rows = rows.Where(r => family.Contains(r.UnitId));
        }
        return rows;
    }

    private RegisterLine Line(RegisterRow r, UnitTree units)
    {
        var (state, tone) = State(r, clock.Today());
        return new(r.Id, r.ResourceId, r.Resource, r.UnitId, units.ShortName(r.UnitId), r.Origin, r.Way, Enum.TryParse<UpdateFrequency>(r.Frequency, out var f) ? f.Name() : "", r.SinceOn, r.DueOn, r.LastOn, r.EndedOn, r.Rows, r.Note, state, tone);
    }

    // A state follows from the days; nobody has to keep it up to date.
    private static (string, Tone) State(RegisterRow r, DateOnly today) => r switch
    {
        { Kind: RegisterKind.Collected, EndedOn: not null } => ("已停止", Tone.Idle),
        { Kind: RegisterKind.Collected, LastOn: null } => ("未到数", Tone.Warn),
        { Kind: RegisterKind.Collected } => ("归集中", Tone.Ok),
        { LastOn: not null } => ("已交付", Tone.Ok),
        { DueOn: { } due } when due < today => ("超过约定期限", Tone.Bad),
        _ => ("待交付", Tone.Info),
    };
}
