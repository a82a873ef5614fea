using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Negatives;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts.Editions;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Lists.Editions;

/// <summary>The 负面清单 in force, as it is published.</summary>
internal sealed class NegativeEdition(Store store, IOrganizationDirectory organizations) : IEditionList
{
    public string Name => "negative";

    public string Title => "公共数据负面清单";

    public string Address => "/lists/negatives";

    public ListSource Source { get; } = new("lists_negatives", "provider_id", nameof(NegativeState.InForce));

    public int Place => 2;

    public IReadOnlyList<(string Key, string Title)> Columns { get; } =
    [
        ("key", "编号"), ("unit", "提供单位"), ("name", "数据名称"), ("code", "目录代码"), ("items", "不予共享的数据项"), ("reason", "不予共享理由"), ("level", "依据层级"), ("law", "法律依据"),
        ("document", "文号"), ("clause", "条款"), ("text", "条款原文"), ("alternatives", "替代方式"), ("reviewOn", "复核日期"),
    ];

    public async Task<IReadOnlyDictionary<long, JsonObject>> Contents(IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var items = (await store.Set<NegativeItem>().AsNoTracking().Where(i => ids.Contains(i.NegativeId)).OrderBy(i => i.NegativeId).ThenBy(i => i.Place).ToListAsync(cancel)).ToLookup(i => i.NegativeId, i => i.Name);
        return (await store.Set<Negative>().AsNoTracking().Where(n => ids.Contains(n.Id)).ToListAsync(cancel)).ToDictionary(n => n.Id, n => new JsonObject
        {
            ["unit"] = units.Find(n.ProviderId)?.Name ?? "", ["unitCode"] = units.Find(n.ProviderId)?.Code ?? "", ["name"] = n.Name, ["code"] = n.Code,
            ["items"] = new JsonArray([.. items[n.Id].Select(i => (JsonNode)JsonValue.Create(i)!)]), ["reason"] = n.Reason, ["level"] = n.Level()?.Name() ?? "", ["law"] = n.BasisName,
            ["document"] = n.BasisNumber, ["clause"] = n.BasisClause, ["text"] = n.BasisText, ["alternatives"] = n.Alternatives, ["reviewOn"] = Shown.Day(n.ReviewOn), ["elements"] = DeclaredTexts.Of(n.Elements),
        });
    }
}
