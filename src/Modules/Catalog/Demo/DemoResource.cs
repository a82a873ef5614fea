using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Versions;
using Qingdan.Organizations.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Catalog.Demo;

/// <summary>One resource of the demo city: whose, what it says, where it stands.</summary>
internal sealed record DemoResource(Unit Provider, ResourceContent Content, ResourceState State);

/// <summary>Makes the demo city's resources: the same ones each time, their data as old as on the day it was founded.</summary>
internal sealed class DemoResources(DemoTopics topics, DateOnly today)
{
    /// <summary>How many there are.</summary>
    public const int Count = 400;

    private static readonly UpdateFrequency[] Frequencies =
        [UpdateFrequency.Monthly, UpdateFrequency.Daily, UpdateFrequency.RealTime, UpdateFrequency.Weekly, UpdateFrequency.Quarterly, UpdateFrequency.Monthly, UpdateFrequency.Yearly, UpdateFrequency.Irregular];

    private static readonly string[] Conditions =
        ["限行政审批、公共服务核验使用，不得用于其他目的", "限社会救助、住房保障资格核对", "须说明使用场景和使用期限，按需提供", "限履行法定职责的部门使用，不得转供第三方"];

    /// <summary>All of them: each unit's own topics, then monthly summaries until there are enough, the faulty ones in between.</summary>
    public IEnumerable<DemoResource> All(IReadOnlyList<Unit> units)
    {
        var own = units.SelectMany(unit => topics.Of(unit.ShortName).Select(topic => (unit, topic.Split(':')[0], topic.Split(':')[1])));
        var summaries = units.SelectMany(unit => topics.Of(unit.ShortName).Where(t => !t.EndsWith(":t", StringComparison.Ordinal)).Take(4)
            .Select(topic => (unit, $"{Subject(topic.Split(':')[0])}月度汇总", "t")));
        return own.Concat(summaries).Take(Count - DemoFaults.Pairs).Select((r, n) => One(r.unit, r.Item2, r.Item3, n)).SelectMany(DemoFaults.Spoil);
    }

    private DemoResource One(Unit unit, string name, string kind, int n)
    {
        var open = (OpenType?)(n % 3 == 0 || kind is "p" or "m" ? OpenType.Conditional : OpenType.Unconditional);
        var share = (n * 7 % 10) switch { < 4 => ShareProperty.Conditional, 9 when kind is "p" => ShareProperty.Conditional, _ => kind is "p" or "m" or "c" ? ShareProperty.Conditional : ShareProperty.Unconditional };
        return new(unit, new ResourceContent
        {
            Name = name,
            Summary = $"{unit.ShortName}履行职责形成的{Subject(name)}，{Purpose(kind)}。",
            Theme = topics.Themes[kind],
            SystemName = $"{Subject(name)}管理系统",
            Duty = $"{Subject(name)}管理",
            Formats = n % 4 == 0 ? "xlsx；csv" : n % 4 == 1 ? "mysql" : "dm",
            Frequency = kind == "s" ? UpdateFrequency.RealTime : Frequencies[n % Frequencies.Length],
            Share = share,
            ShareStated = true,
            ShareCondition = share == ShareProperty.Conditional ? Conditions[n % Conditions.Length] : "",
            ShareWays = n % 4 == 0 ? n % 20 == 0 ? "文件下载；批量交换" : "文件下载" : n % 2 == 0 ? "批量交换" : "服务接口",
            OpenType = open,
            DataLevel = kind switch { "p" or "m" => "一般数据3级", "c" or "h" or "v" => "一般数据2级", _ => "一般数据1级" },
            DataUpdatedOn = today.AddDays(n % 6 == 5 ? -400 + (n % 50) : -(n % 2)),
            Elements = open == OpenType.Conditional ? new Dictionary<string, string> { ["openCondition"] = "签订使用协议后开放，不得用于识别特定个人" } : [],
            Items = Items(kind, n),
        }, (n % 20) switch { 3 or 11 => ResourceState.Draft, 7 => ResourceState.InReview, 18 when n % 3 == 0 => ResourceState.Withdrawn, _ => ResourceState.Published });
    }

    private List<ItemContent> Items(string kind, int n) => [.. topics.Items[kind].Select(item => item.Split('/')).Select(item => new ItemContent
    {
        Name = item[0],
        FieldName = item[1],
        DataType = Type(item[1]),
        Length = Type(item[1]) != "字符串型" ? null : item[1].EndsWith("_number", StringComparison.Ordinal) || item[1].EndsWith("_no", StringComparison.Ordinal) ? 18 : 50,
        // An item may be stricter or freer than its resource; then its own word counts.
        Share = n % 9 == 4 && item[1] is "phone" or "account" ? ShareProperty.Conditional : null,
        ShareCondition = n % 9 == 4 && item[1] is "phone" or "account" ? "仅提供核验结果" : "",
    })];

    private static string Type(string field) => field switch
    {
        _ when field.EndsWith("_date", StringComparison.Ordinal) || field.EndsWith("_on", StringComparison.Ordinal) || field.EndsWith("_until", StringComparison.Ordinal) => "日期型",
        "observed_at" => "日期时间型",
        "amount" or "capital" or "base" => "货币型",
        "area" or "value" or "longitude" or "latitude" or "capacity" or "floor" => "数值型",
        _ => "字符串型",
    };

    private static string Purpose(string kind) => kind switch
    {
        "p" => "用于身份核验、资格核对和公共服务", "e" => "用于事中事后监管和信用评价", "f" => "用于城市管理和便民查询", "c" => "用于办件查询和监督",
        "m" => "用于待遇核发和资金监管", "v" => "用于交通管理和资产核对", "h" => "用于住房保障和资产核对", "s" => "用于监测预警和公众服务", _ => "用于形势分析和决策参考",
    };

    private static string Subject(string name) => name.EndsWith("信息", StringComparison.Ordinal) ? name[..^2] : name;
}
