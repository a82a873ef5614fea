using Qingdan.Records.Contracts.Findings;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Catalog.Quality.Rules;

/// <summary>Files are shared as files, databases by interface or batch (编目常见问题 7).</summary>
internal sealed class WayUnfitForFormat() : QualityRule(new("Q07", Severity.Warning, "共享方式与数据格式不符", "共享方式“{0}”与数据格式不符：文件只能以文件方式共享，数据库以接口或批量交换共享。", Anchors.Practice, "改共享方式，或补上相应的数据格式。", 3))
{
    // What interfaces answer with is no file that is handed over.
    private static readonly string[] Spoken = ["json", "xml", "rdf", "geojson", "jsonl"];

    public override IEnumerable<FindingCell> Look(CheckedResource resource)
    {
        var formats = DataFormats.ReadMany(resource.Content.Formats);
        if (formats.Count == 0 || formats.Any(f => f.Class is null or FormatClass.Service || Spoken.Contains(f.Type))) return [];
        var (tables, files) = (formats.All(f => f.Class == FormatClass.Database), formats.All(f => f.Class != FormatClass.Database));
        return ValueDomain.Split(resource.Content.ShareWays).Where(way => Unfit(Domains.ShareWays.Read(way).Value)).Select(way => Cells.Of("共享方式", "shareWays", way));

        bool Unfit(ShareWay? way) => files ? way is ShareWay.Service or ShareWay.Batch : tables && way == ShareWay.File;
    }

    public override IReadOnlyList<string> Args(IReadOnlyList<FindingCell> cells) => [string.Join('、', cells.Select(c => c.Value))];
}
