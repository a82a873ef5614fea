using Qingdan.Catalog.Contracts;
using Qingdan.Lists.Demands;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Lists.Availability;

/// <summary>
/// 能不能用: whether a unit may use the items of a resource today for a purpose, and by which entry and clause. From the rows in force and the grants in use, the same that forms are shown
/// and that decide what is let through; a negative entry has the last word.
/// </summary>
internal sealed class AskAvailability(PublishedCatalog catalog, CatalogLookup lookup, KnownItems known, KnownGrants grants, IOrganizationDirectory organizations, TimeProvider clock)
{
    private const int MostPurpose = 200;

    /// <summary>Answers; <paramref name="resource"/> is a catalogue code or an id, <paramref name="unit"/> 0 the own unit, <paramref name="item"/> 0 all items.</summary>
    public async Task<Result<AvailabilityView>> Run(string resource, long item, long unit, string purpose, Actor actor, CancellationToken cancel)
    {
        var (units, asked) = (await organizations.Tree(cancel), unit == 0 ? actor.UnitId : unit);
        var faults = new List<Fault>();
        if (purpose.Length > MostPurpose) faults.Add(new("lists.availability.purpose.too-long", "使用用途不超过 {0} 字。", "purpose", FaultKind.Invalid, MostPurpose));
        if (units.Find(asked) is not { } asking) faults.Add(new("lists.availability.unit.unknown", "没有这个单位。", "unit"));
        else if (!actor.Is(Roles.SeeAll) && !units.Family(actor.UnitId).Contains(asking.Id)) faults.Add(new("lists.availability.unit.foreign", "只能查询自己单位能不能用。", "unit", FaultKind.Forbidden));
        if (await Find(resource.Trim(), cancel) is not { } found) faults.Add(new("lists.availability.resource.unknown", "没有这条已发布的目录，请写目录代码。", "resource"));
        else if (item != 0 && found.Items.All(i => i.Id != item)) faults.Add(new("lists.availability.item.unknown", "这条目录里没有这个数据项。", "item"));
        else if (faults.Count == 0) return await Answer(found, item, asked, purpose.Trim(), units, cancel);
        return faults;
    }

    private async Task<PublishedResource?> Find(string resource, CancellationToken cancel)
    {
        if (resource.Length == 0) return null;
        if ((await lookup.ByCode([resource], cancel)).GetValueOrDefault(resource) is { } coded) return coded;
        return long.TryParse(resource, out var id) ? (await catalog.Of([id], cancel)).SingleOrDefault() : null;
    }

    private async Task<AvailabilityView> Answer(PublishedResource resource, long item, long unit, string purpose, UnitTree units, CancellationToken cancel)
    {
        var (standings, granted) = (await known.Of([resource.Id], cancel), await grants.Of(unit, [resource.Id], cancel));
        var items = resource.Items.Where(i => item == 0 || i.Id == item).Select(i => (i.Id, i.Name)).DefaultIfEmpty((0, resource.Name));
        return new AvailabilityView(
            resource.Id, resource.Code, resource.Name, units.ShortName(resource.ProviderId), unit, units.ShortName(unit), purpose, clock.Today(),
            [.. items.Select(i => Of(i.Item1, i.Item2, Standing(standings, resource.Id, i.Item1), KnownGrants.Over(granted, resource.Id, i.Item1), purpose))]);
    }

    // What is said of the item; of the whole, when its entry has no items or forbids all.
    private static Known Standing(KnownStandings standings, long resource, long item) =>
        (standings.ByItem(resource) ? standings.Named(resource, item) : standings.Of(resource, item)) ?? new Known(KnownKind.Unlisted);

    private static ItemAvailability Of(long id, string name, Known row, GrantView? grant, string purpose)
    {
        var verdict = row.Kind switch
        {
            KnownKind.Negative => grant is { Plain: false } ? Granted(grant, purpose) : Verdict.Forbidden,
            KnownKind.Suspended => Verdict.Suspended,
            _ when grant is not null => Granted(grant, purpose),
            KnownKind.Unlisted => Verdict.Unlisted,
            KnownKind.Candidate => Verdict.Proposed,
            _ => row.Share == ShareProperty.Unconditional ? Verdict.Direct : Verdict.OnConsent,
        };
        var used = verdict is Verdict.Granted or Verdict.OtherPurpose ? grant : null;
        var address = row.RowId == 0 ? "" : row.Kind == KnownKind.Negative ? $"/lists/negatives/{row.RowId}" : $"/lists/responsibilities/{row.RowId}";
        return new ItemAvailability(
            id, name, verdict, verdict.Text(), verdict.Tone(), used?.Purpose ?? (row.Kind == KnownKind.Negative ? "" : row.Text), row.Number, address, Clause(verdict, row), row.Alternatives, used?.CaseId ?? 0, used?.Case ?? "", used?.Until);
    }

    private static Verdict Granted(GrantView grant, string purpose) => purpose.Length == 0 || NameKey.Of(purpose) == NameKey.Of(grant.Purpose) ? Verdict.Granted : Verdict.OtherPurpose;

    private static string Clause(Verdict verdict, Known row) => row.Kind == KnownKind.Negative ? row.Text : verdict switch
    {
        Verdict.Direct => Anchors.Classes,
        Verdict.OnConsent or Verdict.Granted or Verdict.OtherPurpose => Anchors.Conditions,
        _ => Anchors.Lists,
    };
}
