using Qingdan.Catalog.Versions;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Bench.Search;

/// <summary>A catalogue of any size of real names: each area of the country has those resources which some portal has, with items of real names.</summary>
internal sealed class RealCatalog
{
    private const int ItemsEach = 10;

    private static readonly ShareProperty[] Shares = [ShareProperty.Unconditional, ShareProperty.Conditional, ShareProperty.Conditional, ShareProperty.NotShared];
    private static readonly UpdateFrequency[] Frequencies = [UpdateFrequency.Yearly, UpdateFrequency.Quarterly, UpdateFrequency.Irregular, UpdateFrequency.HalfYearly];

    private readonly IReadOnlyList<RealResource> _resources;
    private readonly string[] _areas;
    private readonly string[] _items;

    public RealCatalog(string data)
    {
        _resources = JudgedSet.Resources(data);
        _areas = [.. CsvFile.Read(Path.Combine(data, "divisions-cn", "areas.csv")).Select(r => r["name"]).Where(n => n.Length > 2).Distinct()];
        _items = [.. _resources.SelectMany(r => r.Items).Where(n => n.Length is > 1 and < 20).Distinct()];
    }

    /// <summary>Names of the units.</summary>
    public static IReadOnlyList<string> Units { get; } = [.. Enumerable.Range(1, 400).Select(i => $"示例市第{i}局")];

    /// <summary>A resource by its number, from 1; the same each time.</summary>
    public ResourceContent Of(int number)
    {
        var real = _resources[number % _resources.Count];
        var area = number < _resources.Count ? "" : _areas[(number / _resources.Count * 131 + number) % _areas.Length];
        var dice = new Random(number);
        var share = Shares[number % Shares.Length];
        return new ResourceContent
        {
            Name = area + real.Name, Summary = real.Summary.Length > 0 ? real.Summary : $"{real.Name}。", Theme = $"领域{number % 22}", SystemName = $"第{number % 500}号业务系统", Duty = "依职责采集",
            Formats = "xlsx", Frequency = Frequencies[number % Frequencies.Length], Share = share, ShareStated = true, ShareWays = "服务接口", OpenType = OpenType.Conditional, DataLevel = "一般数据3级", DataUpdatedOn = new DateOnly(2026, 11, 1),
            ShareCondition = share == ShareProperty.Conditional ? "限履行职责使用" : "", ShareReason = share == ShareProperty.NotShared ? "《示例法》第一条规定不得共享" : "",
            Elements = new Dictionary<string, string> { ["openCondition"] = "签订使用协议", ["office"] = "数据处", ["network"] = "互联网", ["shareBasis"] = "《示例法》第一条" },
            Items = [.. Enumerable.Range(0, ItemsEach).Select(_ => new ItemContent { Name = _items[dice.Next(_items.Length)], DataType = "字符串型" })],
        };
    }
}
