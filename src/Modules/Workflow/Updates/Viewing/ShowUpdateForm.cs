using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.LegalBases;

namespace Qingdan.Workflow.Updates.Viewing;

/// <summary>What the forms show that choose resources of a unit's catalogue.</summary>
internal sealed class ShowUpdateForm(Store store, IDutyResources resources, LegalRegister register, IOrganizationDirectory organizations)
{
    private static readonly Fault NoUnit = new("workflow.update.unit.unknown", "没有叫“{0}”的单位。请从列表中选择。", "unit");

    /// <summary>The form of a new one; <paramref name="unit"/> is what the city typed, a name or an id, and empty at first.</summary>
    public async Task<Result<UpdateFormView>> Run(string unit, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var (city, typed) = (actor.Is(Roles.City), unit.Trim());
        var id = city ? units.Resolve(typed) ?? (long.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? units.Find(number)?.Id : null) ?? 0 : units.Living(actor.UnitId);
        if (city && id == 0 && typed.Length > 0) return NoUnit with { Args = [typed] };
        var names = await register.NamesInForce(cancel);
        return new UpdateFormView(
            id, units.Find(id)?.Name ?? "", [.. OpenUpdate.Levels.Keys.SelectMany(level => names[level])], id == 0 ? [] : await resources.Of(units.Family(id), cancel));
    }

    /// <summary>What may still be added to one that the person's unit works on.</summary>
    public async Task<Result<AddConcernedView>> More(long id, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var row = await UpdateAccess.Visible(store.Set<CatalogUpdate>().AsNoTracking(), actor, units).SingleOrDefaultAsync(u => u.Id == id, cancel);
        if (row is null) return UpdateFaults.NotFound;
        if (!UpdateAccess.Is(UpdateParty.Unit, row, actor, units)) return UpdateFaults.NotYours;
        if (row.State != UpdateState.ToUpdate) return UpdateFaults.NotNow;
        var known = await store.Set<ConcernedResource>().Where(r => r.UpdateId == id).Select(r => r.ResourceId).ToHashSetAsync(cancel);
        return new AddConcernedView(row.Id, row.Basis, row.Edit, [.. (await resources.Of(units.Family(row.UnitId), cancel)).Where(r => !known.Contains(r.Id))]);
    }
}
