using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Demands;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts.Editions;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Lists.Editions;

/// <summary>The 需求清单 as listed, as it is published.</summary>
internal sealed class DemandEdition(Store store, IOrganizationDirectory organizations) : IEditionList
{
    public string Name => "demand";

    public string Title => "公共数据需求清单";

    public string Address => "/lists/demands";

    public ListSource Source { get; } = new("lists_demands", "unit_id", nameof(DemandState.Listed));

    public int Place => 3;

    public IReadOnlyList<(string Key, string Title)> Columns { get; } =
    [
        ("key", "需求编号"), ("unit", "需求单位"), ("provider", "提供单位"), ("name", "需求名称"), ("items", "数据项"), ("scenario", "应用场景"), ("law", "使用依据"), ("clause", "条款"), ("scope", "使用范围"),
        ("purpose", "用途"), ("way", "共享方式"), ("frequency", "更新频率"), ("startsOn", "开始日期"), ("endsOn", "结束日期"), ("personal", "个人信息"),
    ];

    public async Task<IReadOnlyDictionary<long, JsonObject>> Contents(IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var items = (await store.Set<DemandItem>().AsNoTracking().Where(i => ids.Contains(i.DemandId)).OrderBy(i => i.DemandId).ThenBy(i => i.Place).ToListAsync(cancel)).ToLookup(i => i.DemandId, i => i.Name);
        return (await store.Set<Demand>().AsNoTracking().Where(d => ids.Contains(d.Id)).ToListAsync(cancel)).ToDictionary(d => d.Id, d => new JsonObject
        {
            ["unit"] = units.Find(d.UnitId)?.Name ?? "", ["unitCode"] = units.Find(d.UnitId)?.Code ?? "", ["provider"] = units.Find(d.ProviderId)?.Name ?? "", ["name"] = d.Name,
            ["items"] = new JsonArray([.. items[d.Id].Select(i => (JsonNode)JsonValue.Create(i)!)]), ["scenario"] = d.Scenario, ["law"] = d.BasisName, ["clause"] = d.BasisClause, ["scope"] = d.Scope,
            ["purpose"] = d.Purpose, ["way"] = d.Way, ["frequency"] = d.Frequency?.Name() ?? "", ["startsOn"] = Shown.Day(d.StartsOn), ["endsOn"] = Shown.Day(d.EndsOn), ["personal"] = d.Personal.Text(),
            ["regional"] = d.Regional, ["elements"] = DeclaredTexts.Of(d.Elements),
        });
    }
}
