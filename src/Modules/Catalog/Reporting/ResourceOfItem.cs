using Qingdan.Catalog.Resources;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts.Reports;

namespace Qingdan.Catalog.Reporting;

/// <summary>Finds the resource that a row of the 数据项 names, by code or name. Pure.</summary>
/// <param name="resources">What the units have.</param>
/// <param name="announced">Names that the unit's report of the 数据目录 brings in the same round.</param>
internal sealed class ResourceOfItem(IReadOnlyList<ReportedResource> resources, IReadOnlyCollection<string> announced)
{
    /// <summary>Keys of the two columns.</summary>
    public const string Code = "resourceCode", Name = "resourceName";

    private readonly Dictionary<string, ReportedResource> _byCode = resources.Where(r => r.Row.Code is { Length: > 0 }).ToDictionary(r => r.Row.Code!);

    /// <summary>Puts code and name of the resource into a row. Who left both out, or named its own as it was, means the one where the row's item is: merged cells are often taken apart.</summary>
    public Fault? Complete(IDictionary<string, string> values, ReportRow? marked)
    {
        var (code, name) = (Value(values, Code), Value(values, Name));
        if (marked is not null && (code.Length == 0 || code == marked[Code]) && (name.Length == 0 || name == marked[Name])) return Put(values, marked[Code], marked[Name]);
        var found = Find(code, name);
        if (found.TryGet(out var resource) && resource is not null)
        {
            if (marked is null && resource.Row.StandsStill()) return ReportedResources.InReview with { Field = Name };
            return Put(values, resource.Row.Code ?? "", resource.Content.Name);
        }
        // Renamed by the unit's other report, or new there.
        if (found.Ok) return marked is null ? null : Put(values, marked[Code], marked[Name]);
        return found.Faults[0];
    }

    /// <summary>The resource; null for one that is only announced.</summary>
    public Result<ReportedResource?> Find(string code, string name)
    {
        if (code.Length + name.Length == 0) return new Fault("catalog.report.item.resource", "请写明这个数据项属于哪个目录：填目录代码或目录名称。", Name);
        if (code.Length > 0)
        {
            if (!_byCode.TryGetValue(code, out var coded)) return new Fault("catalog.report.item.code", "本单位没有代码为“{0}”的目录。请核对代码，或者只填目录名称。", Code, FaultKind.Invalid, code);
            return name.Length == 0 || coded.IsCalled(name) || announced.Contains(name) ? coded
                : new Fault("catalog.report.item.mismatch", "代码“{0}”的目录叫“{1}”，与这里写的“{2}”不一致。请改成同一个目录；目录改名请填在“数据目录”工作簿里。", Name, FaultKind.Invalid, code, coded.Content.Name, name);
        }
        return resources.Where(r => r.IsCalled(name)).ToList() switch
        {
            [var only] => only,
            [] when announced.Contains(name) => (ReportedResource?)null,
            [] => new Fault("catalog.report.item.unknown", "本单位没有目录“{0}”。请核对名称；新的目录请先填在“数据目录”工作簿里交回。", Name, FaultKind.Invalid, name),
            _ => new Fault("catalog.report.item.several", "本单位有几个目录都叫“{0}”。请填写目录代码。", Code, FaultKind.Invalid, name),
        };
    }

    private static string Value(IDictionary<string, string> values, string key) => values.TryGetValue(key, out var text) ? text : "";

    private static Fault? Put(IDictionary<string, string> values, string code, string name)
    {
        foreach (var (key, text) in new[] { (Code, code), (Name, name) })
            if (text.Length > 0) values[key] = text;
            else values.Remove(key);
        return null;
    }
}
