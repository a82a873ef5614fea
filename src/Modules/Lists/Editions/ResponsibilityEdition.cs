using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Responsibilities;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts.Editions;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Lists.Editions;

/// <summary>The 责任清单 in force, as it is published.</summary>
internal sealed class ResponsibilityEdition(Store store, IOrganizationDirectory organizations) : IEditionList
{
    public string Name => "responsibility";

    public string Title => "公共数据责任清单";

    public string Address => "/lists/responsibilities";

    public ListSource Source { get; } = new("lists_entries", "provider_id", nameof(EntryState.InForce));

    public int Place => 1;

    public IReadOnlyList<(string Key, string Title)> Columns { get; } =
    [
        ("key", "责任编号"), ("unit", "提供单位"), ("name", "目录名称"), ("code", "目录代码"), ("items", "数据项"), ("share", "共享属性"), ("condition", "共享条件"), ("ways", "共享方式"),
        ("frequency", "更新频率"), ("duty", "责任类型"), ("promisedOn", "承诺提供期限"), ("contact", "责任人和联系方式"), ("level", "数据分级"), ("system", "来源系统"), ("origin", "生成方式"), ("note", "备注"),
    ];

    public async Task<IReadOnlyDictionary<long, JsonObject>> Contents(IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var items = (await store.Set<EntryItem>().AsNoTracking().Where(i => ids.Contains(i.EntryId)).OrderBy(i => i.EntryId).ThenBy(i => i.Place).ToListAsync(cancel)).ToLookup(i => i.EntryId);
        return (await store.Set<Entry>().AsNoTracking().Where(e => ids.Contains(e.Id)).ToListAsync(cancel)).ToDictionary(e => e.Id, e => new JsonObject
        {
            ["unit"] = units.Find(e.ProviderId)?.Name ?? "", ["unitCode"] = units.Find(e.ProviderId)?.Code ?? "", ["name"] = e.Name, ["code"] = e.Code,
            ["items"] = new JsonArray([.. items[e.Id].Select(i => new JsonObject { ["name"] = i.Name, ["share"] = i.Share?.Name() ?? "", ["condition"] = i.ShareCondition })]),
            ["share"] = e.Share?.Name() ?? "", ["condition"] = e.ShareCondition, ["ways"] = e.ShareWays, ["frequency"] = e.Frequency?.Name() ?? "", ["duty"] = e.DutyType.Text(),
            ["promisedOn"] = Shown.Day(e.PromisedOn), ["contact"] = e.Contact, ["level"] = e.DataLevel, ["system"] = e.SystemName, ["origin"] = e.Origin.Text(), ["note"] = e.Note,
            ["elements"] = DeclaredTexts.Of(e.Elements),
        });
    }
}
