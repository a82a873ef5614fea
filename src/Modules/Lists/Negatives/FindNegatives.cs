using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Search;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts.Shelves;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.Declarations;
using Qingdan.Standards.Contracts.LegalBases;
using Qingdan.Standards.Contracts.Rules;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Lists.Negatives;

/// <summary>The negative list as pages and exports see it: filtered, counted and ordered in memory, only the rows of the page read from the tables. Four statements a page.</summary>
internal sealed class FindNegatives(Store store, NegativeShelf shelf, IOrganizationDirectory organizations, RuleProfiles rules, LegalRegister register, NegativesOfLaw ofLaw, TimeProvider clock)
{
    /// <summary>Rows a page.</summary>
    public const int Size = 50;

    private const int Slice = 500;

    private static readonly NegativeState[] Tabs =
        [NegativeState.InForce, NegativeState.Candidate, NegativeState.InRoute, NegativeState.Returned, NegativeState.Rejected, NegativeState.Removed];

    /// <summary>One page with the figures of all tabs and filters.</summary>
    public async Task<NegativeListView> Page(NegativeFilter filter, int page, Actor actor, CancellationToken cancel)
    {
        var found = await Find(filter, actor, cancel);
        var counts = found.Count();
        return new NegativeListView(
            found.Tabs(counts, NegativeShelf.State, Tabs, s => s.Text()), found.UnitsOf(counts, NegativeShelf.Provider, filter.Provider),
            found.Choices(counts, NegativeShelf.Level, v => v.Length == 0 ? NegativeFilter.NoLevel : v, LevelText), found.Choices(counts, NegativeShelf.Ban, v => v, v => Enum.Parse<BanKind>(v).Text()),
            found.Choices(counts, NegativeShelf.Review, v => ReviewStanding.Of(v, clock.Today()), v => ReviewStanding.Text(ReviewStanding.Of(v, clock.Today()))).FindAll(f => f.Value.Length > 0),
            filter.Law is { } law ? await register.Name(law, cancel) ?? "" : "",
            await Rows(await Entries(found.Ids("-changed", (page - 1) * Size, Size), cancel), found.Units, cancel), $"{filter.State}", filter.Narrows, page, Size, counts.Total, WithoutBasis(found));
    }

    /// <summary>All rows of a filter by id, a slice at a time.</summary>
    public async IAsyncEnumerable<NegativeRow> All(NegativeFilter filter, Actor actor, [EnumeratorCancellation] CancellationToken cancel)
    {
        var found = await Find(filter, actor, cancel);
        foreach (var slice in found.ById(0).Chunk(Slice))
            foreach (var row in await Rows(await Entries(slice, cancel), found.Units, cancel)) yield return row;
    }

    /// <summary>The next entries of a filter by id.</summary>
    public async Task<(IReadOnlyList<Negative> Entries, UnitTree Units)> After(NegativeFilter filter, long after, int most, Actor actor, CancellationToken cancel)
    {
        var found = await Find(filter, actor, cancel);
        return (await Entries([.. found.ById(after).Take(most)], cancel), found.Units);
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
            n is { State: NegativeState.InRoute, Step: NegativeRoute.Authority }, DeclaredPart.Texts(n.Elements),
            n.State != NegativeState.InForce ? "" : n.ReviewCause != ReviewCause.None ? n.ReviewCause.Text() : n.ReviewOn <= clock.Today() ? ReviewStanding.Text(ReviewStanding.Due) : "");
    }

    private static string Short(NegativeVerdict verdict) => verdict.Blocks[0].Field switch
    {
        "legalOpinion" => "缺法制意见",
        "basisState" => "依据已废止",
        _ => verdict.Laws.Count == 0 ? "缺依据" : "层级不够",
    };

    private static string LevelText(string level) => FormChoice.Of<LegalBasisLevel>(level)?.Name() ?? "没有依据";

    // Whatever the tab: an empty list says what stands in its way.
    private static long WithoutBasis(ShelfFound found)
    {
        var moment = found.Moment;
        var codes = new FacetFilter
        {
            [moment.Audience] = found.Codes[moment.Audience], [NegativeShelf.Level] = [moment.Code(NegativeShelf.Level, "")],
            [NegativeShelf.State] = [moment.Code(NegativeShelf.State, nameof(NegativeState.Candidate)), moment.Code(NegativeShelf.State, nameof(NegativeState.Returned))],
        };
        return moment.Codes.CountBy(codes, found.Hits).Total;
    }

    private async Task<IReadOnlyList<Negative>> Entries(IReadOnlyList<long> ids, CancellationToken cancel)
    {
        var entries = await store.Set<Negative>().AsNoTracking().Where(n => ids.Contains(n.Id)).ToDictionaryAsync(n => n.Id, cancel);
        return [.. ids.Where(entries.ContainsKey).Select(id => entries[id])];
    }

    private async Task<ShelfFound> Find(NegativeFilter filter, Actor actor, CancellationToken cancel)
    {
        var found = await shelf.Find(store, await organizations.Tree(cancel), actor, ShelfFound.Words(filter.Text), cancel);
        found.Narrow(NegativeShelf.State, filter.State?.ToString());
        found.NarrowTo(NegativeShelf.Provider, filter.Provider);
        found.Narrow(NegativeShelf.Level, filter.Level == NegativeFilter.NoLevel ? "" : filter.Level);
        found.Narrow(NegativeShelf.Ban, filter.Ban?.ToString());
        if (filter.Review is { } review) found.Codes[NegativeShelf.Review] = [.. found.Moment.Values[NegativeShelf.Review].Select((kept, code) => (kept, code)).Where(v => ReviewStanding.Of(v.kept, clock.Today()) == review).Select(v => v.code)];
        if (filter.Law is not { } law) return found;
        var citing = (await ofLaw.Citing(await register.Name(law, cancel) ?? "", cancel)).Select(n => n.Id).ToHashSet();
        if (found.Hits is { } hits) citing.IntersectWith(hits);
        return found with { Hits = citing };
    }
}
