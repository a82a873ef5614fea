using Qingdan.Records.Contracts.Findings;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Catalog.Quality.Rules;

/// <summary>数据类型 comes from the list (编目常见问题 9).</summary>
internal sealed class DataTypeUnknown() : QualityRule(new("Q09", Severity.Warning, "数据类型不在字典里", "有数据项的数据类型不在字典里。", Anchors.Practice, "改选字典里的类型，例如字符串型、数值型、日期型。", 3))
{
    public override IEnumerable<FindingCell> Look(CheckedResource resource) =>
        Cells.OfItems(resource.Content, "数据类型", "dataType", i => i.DataType.Length > 0 && Domains.DataTypes.Read(i.DataType).Value is null, i => i.DataType);
}
