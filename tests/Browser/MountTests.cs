using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Browser;

/// <summary>挂接: a provider's service is connected to a resource, tried, put in service and stopped.</summary>
public sealed class MountTests(Chromium chromium)
{
    [Fact]
    public async Task A_service_is_mounted_tried_and_put_in_service()
    {
        await using var city = await DemoCity.Start(Roles.Liaison, "市民政局");
        await using var provider = await ProviderDouble.Start();
        var unit = await city.Unit("市民政局");
        var (resource, fields) = await Resource(city, unit);
        var page = await chromium.Window(city.App);
        await page.GotoAsync("/exchange/mounts/new");
        await page.Look("mount-start");
        await page.GotoAsync($"/exchange/mounts/new?resource={resource}");
        await page.Locator("[name=name]").FillAsync("民政信息查询服务");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        Assert.Equal("民政信息查询服务", await page.Locator("[name=name]").InputValueAsync());
        await page.Look("mount-form-wrong");
        await page.Locator("[name=address]").FillAsync(provider.Address);
        await page.Locator("[name=path]").FillAsync("/v1/records");
        await page.Locator("[name=rows]").FillAsync("$.list[*]");
        await page.Locator($"[name=path-{fields[0].Id}]").FillAsync("wrong");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "试调" }).ClickAsync();
        await page.Look("mount-trial-inner");

        var liaison = city.App.Person;
        city.App.Person = new Actor(2, "管理员", unit, "", new HashSet<string> { Roles.SystemAdmin });
        await page.GotoAsync("/exchange/hosts");
        await page.Look("hosts-empty");
        await page.Locator("[name=host]").FillAsync("127.0.0.1");
        await page.Locator("[name=why]").FillAsync("示例提供方在本机");
        await page.GetByRole(AriaRole.Button, new() { Name = "允许", Exact = true }).ClickAsync();
        await page.Look("hosts");
        city.App.Person = liaison;

        provider.Answers = http => ProviderDouble.Json(http, $$$"""{"code":200,"data":{"rows":[{ {{{string.Join(',', fields.Select(f => $"\"{f.Name}\":\"示例\""))}}},"更多":1}]}}""");
        await page.GotoAsync("/exchange/mounts");
        await page.GetByRole(AriaRole.Link, new() { Name = "民政信息查询服务" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "试调" }).ClickAsync();
        await page.Look("mount-trial-differs");
        await page.GetByRole(AriaRole.Link, new() { Name = "按建议填写，再核对保存" }).ClickAsync();
        Assert.Equal("$.data.rows[*]", await page.Locator("[name=rows]").InputValueAsync());
        await page.Locator($"[name=path-{fields[0].Id}]").FillAsync($"['{fields[0].Name}']");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "试调" }).ClickAsync();
        await page.Look("mount-trial");
        await page.GetByRole(AriaRole.Button, new() { Name = "启用服务" }).ClickAsync();
        await page.Look("mount-in-service");
        await page.GotoAsync("/exchange/mounts");
        await page.Look("mounts");
        await page.GotoAsync("/exchange/mounts?lang=en");
        await page.GetByRole(AriaRole.Link, new() { Name = "民政信息查询服务" }).ClickAsync();
        await page.Look("mount-english");
        await page.GotoAsync("/exchange/mounts?q=没有这样的服务&lang=zh");
        await page.Look("mounts-none");
    }

    private static async Task<(long Resource, List<(long Id, string Name)> Items)> Resource(DemoCity city, long unit)
    {
        await using var scope = city.App.Scope();
        var store = scope.ServiceProvider.GetRequiredService<Store>();
        var resource = (await store.Query("SELECT r.id FROM catalog_resources r WHERE r.provider_id = @unit AND r.state = 'Published' AND (SELECT count(*) FROM catalog_items i WHERE i.resource_id = r.id) >= 3 ORDER BY r.id", r => r.GetInt64(0), default, ("unit", unit)))[0];
        return (resource, await store.Query("SELECT id, name FROM catalog_items WHERE resource_id = @id ORDER BY place", r => (r.GetInt64(0), r.GetString(1)), default, ("id", resource)));
    }
}
