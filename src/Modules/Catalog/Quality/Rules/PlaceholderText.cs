using System.Collections.Frozen;
using Qingdan.Records.Contracts.Findings;
using Qingdan.Standards.Contracts;

namespace Qingdan.Catalog.Quality.Rules;

/// <summary>What is filled in to get past a mandatory field says nothing.</summary>
internal sealed class PlaceholderText() : QualityRule(new("Q15", Severity.Warning, "填了等于没填", "{0}只写了占位的字。", Anchors.OwnRule, "写真实的内容；确实没有的，留空并说明。", 2))
{
    private static readonly FrozenSet<string> Placeholders = new[] { "无", "暂无", "没有", "待定", "待补充", "待完善", "同上", "略", "测试", "test", "null", "none", "n/a", "na", "-", "--", "—", "——", "/", "\\", ".", "。", "xx", "xxx", "不详", "未知" }
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public override IEnumerable<FindingCell> Look(CheckedResource resource)
    {
        var c = resource.Content;
        (string Label, string Field, string Text)[] texts =
            [("摘要", "summary", c.Summary), ("来源系统", "systemName", c.SystemName), ("数据格式", "formats", c.Formats), ("共享条件", "shareCondition", c.ShareCondition), ("不予共享理由", "shareReason", c.ShareReason), ("数据分级", "dataLevel", c.DataLevel)];
        return texts.Where(t => Placeholders.Contains(t.Text.Trim())).Select(t => Cells.Of(t.Label, t.Field, t.Text))
            .Concat(Cells.OfItems(c, "名称", "name", i => Placeholders.Contains(i.Name.Trim()), i => i.Name));
    }

    public override IReadOnlyList<string> Args(IReadOnlyList<FindingCell> cells) => [string.Join('、', cells.Select(c => c.Label).Distinct())];
}
