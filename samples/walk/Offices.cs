using System.Globalization;
using System.Text.Json;

namespace Qingdan.Samples.Walk;

/// <summary>What the offices of the demo city do until a demand of 市住建委 for deposits of the housing fund is callable. What a former walk has done already stands.</summary>
internal sealed class Offices(Uri city)
{
    private const string Data = "住房公积金缴存信息", Demand = "公租房申请家庭核对", Cases = "/api/v1/workflow/cases", Mounts = "/api/v1/exchange/mounts", Grants = "/api/v1/exchange/grants";

    // Where the sample provider has what the catalogue calls so, and how it is hidden where it is granted hidden.
    private static readonly (string Name, string Path, string Mask)[] Places =
    [
        ("姓名", "holder.name", "Name"), ("公民身份号码", "holder.idNumber", "IdNumber"), ("账户", "account.number", "None"), ("金额", "deposit.amount", "None"), ("币种", "deposit.currency", "None"), ("发生日期", "deposit.paidOn", "None"),
        ("所属期", "deposit.period", "None"), ("单位名称", "employer.name", "None"), ("统一社会信用代码", "employer.uscc", "None"), ("缴费基数", "account.base", "None"), ("状态", "account.status", "None"),
    ];

    /// <summary>系统管理员: the sample provider sits on this machine, to which nothing leads unless it is allowed.</summary>
    public async Task Allow(Uri provider)
    {
        using var desk = await Desk.SignIn(city, "sysadmin");
        if (await desk.Find("/api/v1/exchange/hosts", h => Text(h, "host") == provider.Host) is null) await desk.Post("/api/v1/exchange/hosts", new { host = provider.Host, why = "示例提供方在本机" });
    }

    /// <summary>市公积金中心 mounts the provider's API, tries it and puts it in service; the number of the service.</summary>
    public async Task<string> Mount(Uri provider)
    {
        using var desk = await Desk.SignIn(city, "gongjijin");
        var resource = await desk.Find($"/api/v1/catalog/resources?q={Uri.EscapeDataString(Data)}", r => Text(r, "name") == Data) ?? throw new InvalidOperationException($"The demo city has no {Data}.");
        var items = (await desk.Get($"/api/v1/catalog/resources/{Text(resource, "id")}")).GetProperty("content").GetProperty("items").EnumerateArray().ToDictionary(i => Text(i, "name"), i => i.GetProperty("id"));
        var mount = new
        {
            name = $"{Data}查询", method = "Get", address = provider.ToString().TrimEnd('/'), path = "/v1/deposits", rows = "$.data.list[*]", credential = "Header", credentialName = "X-Api-Key", secret = "sample-key", datePath = "$.dataDate",
            items = Places.Where(p => items.ContainsKey(p.Name)).Select(p => new { itemId = items[p.Name], path = p.Path, mask = p.Mask }), parameters = new[] { new { name = "idNumber", value = "310101198101010001", passed = true, itemId = items["公民身份号码"] } },
        };
        var id = Text((await desk.Post(Mounts, new { resourceId = resource.GetProperty("id"), mount })).GetProperty("mount"), "id");
        var tried = await desk.Act(HttpMethod.Post, $"{Mounts}/{id}/trial", null, $"{Mounts}/{id}");
        if (!tried.GetProperty("passed").GetBoolean()) throw new InvalidOperationException($"The trial call failed: {tried}");
        await desk.Act(HttpMethod.Put, $"{Mounts}/{id}/service", null, $"{Mounts}/{id}");
        return id;
    }

    /// <summary>市住建委 takes a new secret for its system, which is shown this once.</summary>
    public async Task<(string ClientId, string Secret)> TakeSecret()
    {
        using var desk = await Desk.SignIn(city, "zhujian");
        var application = await desk.Find("/api/v1/exchange/applications", a => Text(a, "state") == "已接入") ?? throw new InvalidOperationException("市住建委 has no application that may call.");
        var href = $"/api/v1/exchange/applications/{Text(application, "id")}";
        return (Text(application, "clientId"), Text(await desk.Act(HttpMethod.Post, $"{href}/secret", new { leaked = false }, href), "secret"));
    }

    /// <summary>大数据中心 grants the demand directly: what the list says is the permission. The number of the grant.</summary>
    public async Task<string> Grant()
    {
        using var desk = await Desk.SignIn(city, "data-centre");
        if (await Granted(desk) is { } before) return before;
        var demand = await desk.Find($"{Cases}?q={Uri.EscapeDataString(Demand)}", d => Text(d, "name") == Demand) ?? throw new InvalidOperationException($"The demo city has no demand {Demand}.");
        var id = Text(demand, "id");
        await desk.Act(HttpMethod.Post, $"{Cases}/{id}/grant", new { note = "数据已归集，依据明确，直接授权。" }, $"{Cases}/{id}");
        return await Granted(desk) ?? throw new InvalidOperationException("The case was granted and there is no grant.");
    }

    /// <summary>大数据中心 suspends the grant, or lets it go on.</summary>
    public async Task Move(string grant, string act, string reason)
    {
        using var desk = await Desk.SignIn(city, "data-centre");
        await desk.Act(HttpMethod.Post, $"{Grants}/{grant}/{act}", new { reason }, $"{Grants}/{grant}");
    }

    private static async Task<string?> Granted(Desk desk) =>
        await desk.Find($"{Grants}?limit=200", g => Text(g, "resource") == Data && Text(g, "unit") == "市住建委" && Text(g, "state") == "有效") is { } grant ? Text(grant, "id") : null;

    private static string Text(JsonElement row, string name) => row.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? Convert.ToString(value, CultureInfo.InvariantCulture)! : "";
}
