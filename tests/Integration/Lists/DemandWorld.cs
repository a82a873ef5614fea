using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Items;
using Qingdan.Lists.Demands;
using Qingdan.Platform.Database;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using static Qingdan.Tests.Integration.Lists.NegativeWorld;

namespace Qingdan.Tests.Integration.Lists;

/// <summary>Demands on their way.</summary>
internal static class DemandWorld
{
    /// <summary>A demand with all that is owed.</summary>
    public static readonly DemandInput Complete = new()
    {
        Name = "视频监控点位", Scenario = "防汛调度时查看点位", BasisName = "防汛条例", BasisClause = "第十条", Scope = "防汛处", Purpose = "监管", Way = "服务接口", Frequency = "Daily",
        StartsOn = "2027-01-01", EndsOn = "2028-12-31", Personal = "None", Urgency = "Urgent", Committed = true, Items = [new(0, 0, "点位编号"), new(0, 0, "经纬度", "到小数点后 6 位", false)],
    };

    /// <summary>A sheet signed by the head.</summary>
    public static readonly PaperSignature Sheet = new("刘志强", new DateOnly(2026, 11, 20), "示住建函〔2026〕8 号", 77);

    public static async Task<long> Drafted(this TestServices services, long unit, DemandInput? input = null) =>
        (await services.With<SaveDemand, Result<long>>(s => s.Create(input ?? Complete, Person(unit, Roles.Liaison), default))).Value;

    /// <summary>Hands in what is stored, or what was read as <paramref name="edit"/>.</summary>
    public static async Task<Result<Done>> Submit(this TestServices services, long id, long unit, PaperSignature? paper = null, string role = Roles.Liaison, int? edit = null)
    {
        var seen = edit ?? (await services.Demand(id)).Edit;
        return await services.With<SubmitDemand, Result<Done>>(s => s.Run(id, seen, paper, Person(unit, role), default));
    }

    public static async Task<Result<DemandState>> Consent(this TestServices services, long id, long unit, string role = Roles.UnitHead, int? edit = null)
    {
        var seen = edit ?? (await services.Demand(id)).Edit;
        return await services.With<SignDemand, Result<DemandState>>(s => s.Run(id, seen, new SignOffInput(true, ""), Person(unit, role), default));
    }

    public static async Task<Result<Done>> Pass(this TestServices services, long id, long unit, string role, bool take = false, int? edit = null)
    {
        var seen = edit ?? (await services.Demand(id)).Edit;
        return await services.With<PassDemand, Result<Done>>(p => p.Run(id, seen, take, new SignOffInput(true, ""), Person(unit, role), default));
    }

    public static async Task<Result<Done>> Check(this TestServices services, long id, bool agrees = true, string opinion = "", int? edit = null)
    {
        var seen = edit ?? (await services.Demand(id)).Edit;
        return await services.With<CheckDemand, Result<Done>>(c => c.Run(id, seen, new SignOffInput(agrees, opinion), Person(3, Roles.DataCentre), default));
    }

    public static Task<Demand> Demand(this TestServices services, long id) => services.With<Store, Demand>(s => s.Set<Demand>().AsNoTracking().SingleAsync(d => d.Id == id));

    public static Task<List<DemandItem>> DemandItems(this TestServices services, long id) =>
        services.With<Store, List<DemandItem>>(s => s.Set<DemandItem>().AsNoTracking().Where(i => i.DemandId == id).OrderBy(i => i.Place).ToListAsync());

    /// <summary>The catalogue items of a row, in order.</summary>
    public static Task<List<Item>> CatalogItems(this TestServices services, long resource) =>
        services.With<Store, List<Item>>(s => s.Set<Item>().AsNoTracking().Where(i => i.ResourceId == resource).OrderBy(i => i.Place).ToListAsync());
}
