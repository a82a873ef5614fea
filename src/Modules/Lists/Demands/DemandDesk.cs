using Microsoft.AspNetCore.Http;
using Qingdan.Catalog.Contracts;
using Qingdan.Lists.Demands.Files;
using Qingdan.Lists.Demands.Repeats;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Lists.Demands;

/// <summary>What the form of a demand is shown with.</summary>
/// <param name="Input">What it says: as stored, or as typed.</param>
/// <param name="View">The stored demand; null for one not saved yet.</param>
/// <param name="Edit">Number of the state the form was loaded with.</param>
/// <param name="Form">What was sent; null when it is opened.</param>
/// <param name="Faults">Why it was refused.</param>
/// <param name="Matches">What in the catalogue it may be; null before it was looked for.</param>
internal sealed record DeskState(DemandInput Input, DemandView? View, int Edit, IFormCollection? Form, IReadOnlyList<Fault> Faults, IReadOnlyList<CatalogMatch>? Matches = null);

/// <summary>The form of a demand with all that stands beside it: what is known, what is like it, its attachments, whether its basis is the law.</summary>
internal sealed class DemandDesk(DemandKnowledge knowledge, KnownSources sources, CitedLaw law, FindRepeats repeats, IOrganizationDirectory organizations, Translator t)
{
    /// <summary>The page, or the refused one with all that was typed.</summary>
    public async Task<IResult> Page(DeskState at, Actor actor, CancellationToken cancel)
    {
        var (units, id, unit) = (await organizations.Tree(cancel), at.View?.Row.Id ?? 0, at.View?.UnitId ?? actor.UnitId);
        var inside = at.View?.Row.InCatalog == true || at.Input.Items.Any(i => i.ResourceId != 0);
        var parameters = new
        {
            Id = id, at.Edit, at.Input, Known = inside ? await Known(at, id, unit, units, cancel) : null, Units = inside ? [] : Units(units), at.Matches, at.View?.Answer,
            Beside = await repeats.Typed(id, at.Input, actor, cancel), Sources = await sources.Of(inside ? [] : at.Input.Items.Select(i => i.Name).Append(at.Input.Name), cancel),
            BasisDoubt = await law.Doubt(at.Input, cancel) is { } doubt ? new Sentence(doubt.Text, doubt.Args) : null, OfDistrict = units.Find(unit)?.Level == OrganizationLevel.District,
            Files = at.View?.Files ?? [], FileKind = at.Form?["fileKind"].ToString() is { Length: > 0 } kind ? kind : nameof(DemandFileKind.Basis),
        };
        return at.Faults.Count == 0 ? Pages.Ok<DemandEditPage>(parameters) : Pages.Refused<DemandEditPage>(parameters, at.Faults);
    }

    // Rows of the stored demand are shown though all their ticks were taken away.
    private async Task<DemandKnownView> Known(DeskState at, long id, long unit, UnitTree units, CancellationToken cancel) => await knowledge.Of(
        id, at.Input, unit, units.Family(unit), all: true, cancel, at.View?.Input.Items.Where(i => i.ResourceId != 0).Select(i => i.ResourceId));

    private IReadOnlyList<Option> Units(UnitTree units) => [new("0", t["不明确"]), .. units.All.Select(u => new Option($"{u.Id}", u.Name))];
}
