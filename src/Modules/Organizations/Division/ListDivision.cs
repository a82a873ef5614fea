using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Organizations.People;
using Qingdan.Organizations.Units;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Sheets.Writing;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Organizations.Division;

/// <summary>职责分工表: for each unit in use who holds which post, and from that who fills, reviews and decides. Other units' people are seen by the city's roles and the administrators only.</summary>
internal sealed class ListDivision(Store store, IOrganizationDirectory directory, IEnumerable<IDivision> divisions, Translator t, TimeProvider clock)
{
    /// <summary>A page for the screen.</summary>
    public async Task<DivisionView> Run(QueryState query, Actor actor, CancellationToken cancel)
    {
        var rows = await Rows(query, actor, cancel);
        return new DivisionView([.. rows.Skip((query.Page - 1) * DivisionView.Size).Take(DivisionView.Size)], Kinds(), query.Page, rows.Count, rows.Count(r => r.Lacks), actor.Is(Access.SeeAllPeople));
    }

    /// <summary>The same on a sheet of paper.</summary>
    public async Task<PrintSheetView> Sheet(QueryState query, Actor actor, CancellationToken cancel)
    {
        var rows = await Rows(query, actor, cancel);
        return new PrintSheetView("/organizations/duties", t["职责分工表"], t["日期：{0}", Shown.Day(clock.Today())], Heads(), [.. rows.Take(PrintSheetView.Most).Select(Cells)], rows.Count);
    }

    /// <summary>The same as a file.</summary>
    public async Task Write(TableFormat format, Stream target, QueryState query, Actor actor, CancellationToken cancel)
    {
        var rows = await Rows(query, actor, cancel);
        var spec = new SheetSpec(t["职责分工表"], [.. Heads().Select((h, i) => new ColumnSpec(h, Width: i == 0 || i > DivisionRow.Posts.Count ? 28 : 14))])
        {
            Title = t["职责分工表"], Subline = t["日期：{0}", Shown.Day(clock.Today())],
        };
        await SheetWriter.Write(format, target, spec, rows.Select(r => (IReadOnlyList<object?>)Cells(r)).ToAsyncEnumerable(), cancel);
    }

    private async Task<List<DivisionRow>> Rows(QueryState query, Actor actor, CancellationToken cancel)
    {
        var tree = await directory.Tree(cancel);
        var all = actor.Is(Access.SeeAllPeople);
        var units = UnitFilter.Of(query).In(tree).Where(u => u.State == OrganizationState.Active && (all || (actor.UnitId != 0 && u.Id == tree.Living(actor.UnitId)))).ToList();
        var held = await (from person in store.Set<Person>().AsNoTracking()
                          join role in store.Set<PersonRole>() on person.Id equals role.PersonId
                          where person.State == PersonState.Active && person.UnitId != null
                          orderby person.Id
                          select new { person.UnitId, person.FullName, person.DeputyOfId, role.Role }).ToListAsync(cancel);
        var byUnit = held.ToLookup(h => tree.Living(h.UnitId!.Value), h => (Post: h is { Role: Roles.Liaison, DeputyOfId: not null } ? DivisionRow.Deputy : h.Role, h.FullName));
        var rows = units.ConvertAll(u => new DivisionRow(u, DivisionRow.Posts.Keys.ToDictionary(p => p, p => (IReadOnlyList<string>)[.. byUnit[u.Id].Where(h => h.Post == p).Select(h => h.FullName)])));
        return query["need"] == "missing" ? rows.FindAll(r => r.Lacks) : rows;
    }

    private IReadOnlyList<DivisionOfKind> Kinds() => [.. divisions.Select(d => new DivisionOfKind(d.Kind, d.Steps))];

    private string[] Heads() => [t["单位"], .. DivisionRow.Posts.Values.Select(p => t[p]), .. divisions.Select(d => t[d.Kind])];

    private string[] Cells(DivisionRow row) =>
    [
        row.Unit.ShortName, .. DivisionRow.Posts.Keys.Select(p => row.People[p].Count == 0 ? t["缺"] : string.Join(t["、"], row.People[p])),
        .. Kinds().Select(k => string.Join('；', DivisionWords.Parts(k).Select(p => $"{t[DivisionWords.Name(p)]}：{DivisionWords.Who(t, row, k, p)}"))),
    ];
}

/// <summary>How the parts read.</summary>
internal static class DivisionWords
{
    public static string Name(DivisionPart part) => part switch { DivisionPart.Fills => "填报人", DivisionPart.Reviews => "审核人", _ => "决定人" };

    /// <summary>The parts that a kind has.</summary>
    public static IEnumerable<DivisionPart> Parts(DivisionOfKind kind) => kind.Steps.Select(s => s.Part).Distinct().Order();

    /// <summary>Those who do a part: the unit's people by name, the city's offices by their role. The deputy fills like the liaison.</summary>
    public static string Who(Translator t, DivisionRow row, DivisionOfKind kind, DivisionPart part) =>
        string.Join(t["、"], kind.Steps.Where(s => s.Part == part).SelectMany(s => Of(t, row, s.Role)).Distinct());

    private static IEnumerable<string> Of(Translator t, DivisionRow row, string role)
    {
        if (!row.People.TryGetValue(role, out var names)) return [t[Roles.Names[role]]];
        var all = role == Roles.Liaison ? [.. names, .. row.People[DivisionRow.Deputy]] : names;
        return all.Count > 0 ? all : [t["缺{0}", Roles.Names[role]]];
    }
}
