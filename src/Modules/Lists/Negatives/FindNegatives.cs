using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts.Declarations;
using Qingdan.Standards.Contracts.Rules;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Lists.Negatives;

/// <summary>The negative list as pages and exports see it: three statements a page.</summary>
internal sealed class FindNegatives(Store store, IOrganizationDirectory organizations, RuleProfiles rules)
{
    /// <summary>Rows a page.</summary>
    public const int Size = 50;

    private const int Slice = 500;

    private static readonly NegativeState[] Tabs =
        [NegativeState.InForce, NegativeState.Candidate, NegativeState.InRoute, NegativeState.Returned, NegativeState.Rejected, NegativeState.Removed];

    private static readonly Expression<Func<Negative, string>> Texts = n => n.Name + "\n" + n.Code + "\n" + (n.Number ?? "");

    private sealed record Cell(NegativeState State, long Provider, string Level, BanKind Ban, int Count);

    /// <summary>One page with the figures of all tabs and filters.</summary>
    public async Task<NegativeListView> Page(NegativeFilter filter, int page, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        if (filter.Provider is { } asked) filter = filter with { Provider = units.Living(asked) };
        var visible = store.Set<Negative>().AsNoTracking().VisibleTo(actor, units.Family(actor.UnitId)).Saying(filter.Text, Texts);
        // One small cube instead of a count for each tab and choice.
        var cube = await visible.GroupBy(n => new { n.State, n.ProviderId, n.BasisLevel, n.Ban })
            .Select(g => new Cell(g.Key.State, g.Key.ProviderId, g.Key.BasisLevel, g.Key.Ban, g.Count())).ToListAsync(cancel);
        cube = cube.ConvertAll(c => c with { Provider = units.Living(c.Provider) });
        var found = visible.Fitting(filter, Family(filter, units)).OrderByDescending(n => n.ChangedAt).ThenByDescending(n => n.Id);
        var rows = await Rows(await found.Skip((page - 1) * Size).Take(Size).ToListAsync(cancel), units, cancel);
        var inTab = cube.Where(c => c.State == filter.State).ToList();
        return new NegativeListView(
            [.. Tabs.Select(s => new Facet($"{s}", s.Text(), cube.Where(c => c.State == s && Fits(c, filter)).Sum(c => c.Count)))],
            Facets(inTab.Where(c => Fits(c, filter with { Provider = null })), c => $"{c.Provider}", c => units.ShortName(c.Provider)),
            Facets(inTab.Where(c => Fits(c, filter with { Level = null })), c => c.Level.Length == 0 ? NegativeFilter.NoLevel : c.Level, c => LevelText(c.Level)),
            Facets(inTab.Where(c => Fits(c, filter with { Ban = null })), c => $"{c.Ban}", c => c.Ban.Text()),
            rows, $"{filter.State}", filter.Narrows, page, Size, inTab.Where(c => Fits(c, filter)).Sum(c => c.Count),
            cube.Where(c => c.State is NegativeState.Candidate or NegativeState.Returned && c.Level.Length == 0).Sum(c => c.Count));
    }

    /// <summary>All rows of a filter, a slice at a time.</summary>
    public async IAsyncEnumerable<NegativeRow> All(NegativeFilter filter, Actor actor, [EnumeratorCancellation] CancellationToken cancel)
    {
        for (long after = 0; ;)
        {
            var (slice, units) = await After(filter, after, Slice, actor, cancel);
            foreach (var row in await Rows(slice, units, cancel)) yield return row;
            if (slice.Count < Slice) yield break;
            after = slice[^1].Id;
        }
    }

    /// <summary>The next entries of a filter by id.</summary>
    public async Task<(IReadOnlyList<Negative> Entries, UnitTree Units)> After(NegativeFilter filter, long after, int most, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var found = store.Set<Negative>().AsNoTracking().VisibleTo(actor, units.Family(actor.UnitId)).Saying(filter.Text, Texts).Fitting(filter, Family(filter, units));
        return (await found.Where(n => n.Id > after).OrderBy(n => n.Id).Take(most).ToListAsync(cancel), units);
    }

    /// <summary>Entries as rows, their items with them in one statement.</summary>
    public async Task<IReadOnlyList<NegativeRow>> Rows(IReadOnlyList<Negative> entries, UnitTree units, CancellationToken cancel)
    {
        var ids = entries.Select(n => n.Id).ToList();
        var items = (await store.Set<NegativeItem>().AsNoTracking().Where(i => ids.Contains(i.NegativeId)).OrderBy(i => i.Place).ToListAsync(cancel)).ToLookup(i => i.NegativeId, i => i.Name);
        return [.. entries.Select(n => Row(n, [.. items[n.Id]], units))];
    }

    /// <summary>One entry as a row.</summary>
    public NegativeRow Row(Negative n, IReadOnlyList<string> items, UnitTree units)
    {
        var verdict = n.Verdict(rules, units);
        var (word, tone) = verdict.Blocks.Count > 0 ? (Short(verdict), Tone.Bad) : verdict.Warnings.Count > 0 ? ("请看提示", Tone.Warn) : ("依据明确", Tone.Ok);
        return new NegativeRow(
            n.Id, n.Number ?? "", n.Name, n.Code, units.ShortName(n.ProviderId), items, n.Reason, LevelText(n.BasisLevel), n.BasisName.Length == 0 ? "" : $"《{n.BasisName}》{n.BasisClause}",
            n.BasisNumber, n.BasisText, n.Alternatives, n.State.Text(), n.State.Tone(), NegativeRoute.Text(n.Step), word, tone, n.ChangedAt,
            n is { State: NegativeState.InRoute, Step: NegativeRoute.Authority }, DeclaredPart.Texts(n.Elements));
    }

    private static string Short(NegativeVerdict verdict) => verdict.Blocks[0].Field switch
    {
        "legalOpinion" => "缺法制意见",
        "basisState" => "依据已废止",
        _ => verdict.Laws.Count == 0 ? "缺依据" : "层级不够",
    };

    private static string LevelText(string level) => FormChoice.Of<LegalBasisLevel>(level)?.Name() ?? "没有依据";

    private static long[]? Family(NegativeFilter filter, UnitTree units) => filter.Provider is { } id ? units.Family(id) : null;

    private static bool Fits(Cell cell, NegativeFilter filter) =>
        (filter.Provider is null || filter.Provider == cell.Provider) && (filter.Ban is null || filter.Ban == cell.Ban)
        && (filter.Level is null || (filter.Level == NegativeFilter.NoLevel ? "" : filter.Level) == cell.Level);

    private static List<Facet> Facets(IEnumerable<Cell> cells, Func<Cell, string> value, Func<Cell, string> text) => Facet.Of(cells, value, text, c => c.Count);
}
