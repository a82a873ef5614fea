using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Lists.Demands;
using Qingdan.Lists.Negatives;
using Qingdan.Lists.Responsibilities;
using Qingdan.Organizations.Contracts;
using Qingdan.Organizations.Units;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Support;
using Xunit;
using static Qingdan.Tests.Integration.Lists.NegativeWorld;

namespace Qingdan.Tests.Integration.Lists;

/// <summary>Two people at one form of the lists: the second sees what the first wrote, chooses field by field, and nothing is lost.</summary>
public sealed partial class ListConflictTests
{
    private static readonly Actor Everyone = new(20, "王敏", 1, "示例市统计局", Roles.Names.Keys.ToHashSet());

    [Theory, Engines]
    public async Task A_negative_entry_is_put_together_from_both(Engine engine)
    {
        await using var app = await City(engine);
        var id = await Run(app, async s => (await s.GetRequiredService<ProposeNegative>().Run(Banned, Everyone, default)).Value);
        var page = $"/lists/negatives/{id}/edit";
        var form = await Form(app, page, ("alternatives", "汇总"));
        await Save(app, page, form, ("reason", "先写的理由"), ("impact", "先写的影响"), ("alternatives", "汇总；脱敏"));
        var conflict = await Conflicting(app, page, form, ("reason", "后写的理由"), ("impact", "后写的影响"));
        Assert.Equal(("后写的理由", "先写的影响"), (conflict["reason"], Other(await Page(app, page, form, ("impact", "后写的影响")), "impact")));
        await Save(app, page, conflict, ("impact", "先写的影响"), ("alternatives", "汇总；脱敏"));
        var row = await Read<Negative>(app, s => s.Set<Negative>().SingleAsync(n => n.Id == id));
        Assert.Equal(("后写的理由", "先写的影响", "汇总；脱敏", "示例法", 3), (row.Reason, row.Impact, row.Alternatives, row.BasisName, row.Edit));
        Assert.Equal(3, await Read<int>(app, s => s.Set<NegativeItem>().CountAsync(i => i.NegativeId == id)));
    }

    [Theory, Engines]
    public async Task A_demand_is_put_together_from_both_its_items_too(Engine engine)
    {
        await using var app = await City(engine);
        var id = await Run(app, async s => (await s.GetRequiredService<SaveDemand>().Create(DemandWorld.Complete, Everyone, default)).Value);
        var page = $"/lists/demands/{id}/edit";
        var form = await Form(app, page, ("action", "save"));
        await Save(app, page, form, ("scenario", "先写的场景"), ("note", "先写的备注"));
        var conflict = await Conflicting(app, page, form, ("scenario", "后写的场景"), ("itemName", "点位名称"), ("itemNote", "带坐标"));
        await Save(app, page, conflict, ("note", "先写的备注"));
        var row = await Read<Demand>(app, s => s.Set<Demand>().SingleAsync(d => d.Id == id));
        var item = Assert.Single(await Read<List<DemandItem>>(app, s => s.Set<DemandItem>().Where(i => i.DemandId == id).ToListAsync()));
        Assert.Equal(("后写的场景", "先写的备注", "点位名称", "带坐标"), (row.Scenario, row.Note, item.Name, item.Note));
    }

    [Theory, Engines]
    public async Task A_row_of_the_responsibility_list_is_put_together_from_both(Engine engine)
    {
        await using var app = await City(engine);
        var whole = new EntryInput { ProviderId = 1, Name = "企业用电", Items = "户号\n用电量", Share = ShareProperty.Unconditional, ShareWays = "服务接口", Frequency = UpdateFrequency.Monthly, DataLevel = "一般数据" };
        var id = await Run(app, async s => (await s.GetRequiredService<AddEntry>().Run(whole, Everyone, default)).Value);
        var page = $"/lists/responsibilities/{id}/edit";
        var form = await Form(app, page, ("ways", "服务接口"));
        await Save(app, page, form, ("contact", "张三"), ("note", "先写的备注"));
        var conflict = await Conflicting(app, page, form, ("contact", "李四"), ("items", "户号\r\n用电量\r\n月份"));
        await Save(app, page, conflict, ("note", "先写的备注"));
        var row = await Read<Entry>(app, s => s.Set<Entry>().SingleAsync(e => e.Id == id));
        Assert.Equal(("李四", "先写的备注", "服务接口"), (row.Contact, row.Note, row.ShareWays));
        Assert.Equal(["户号", "用电量", "月份"], await Read<List<string>>(app, s => s.Set<EntryItem>().Where(i => i.EntryId == id).OrderBy(i => i.Place).Select(i => i.Name).ToListAsync()));
    }

    private static async Task<TestApp> City(Engine engine)
    {
        var app = await TestApp.Start(engine, Everyone);
        await Run(app, async s =>
        {
            var store = s.GetRequiredService<Store>();
            store.Add(new Organization { Id = Everyone.UnitId, Name = Everyone.UnitName, ShortName = Everyone.UnitName, Kind = OrganizationKind.CityDepartment, Level = OrganizationLevel.City, State = OrganizationState.Active });
            await store.SaveChangesAsync();
            // The directory may have been read already, by what is looked for at the start.
            return (await s.GetRequiredService<IOrganizationDirectory>().Now(default)).Version;
        });
        return app;
    }

    // The form as a browser sends it untouched; of choices only what the test says.
    private static async Task<Dictionary<string, string>> Form(TestApp app, string page, params (string Name, string Value)[] chosen) => With(Fields(await app.Http.GetStringAsync(page)), chosen);

    private static async Task Save(TestApp app, string page, Dictionary<string, string> form, params (string Name, string Value)[] typed)
    {
        using var answer = await app.Post(page, With(form, typed));
        Assert.True(answer.StatusCode == HttpStatusCode.Found, Regex.Replace(await answer.Content.ReadAsStringAsync(), "<[^>]+>|\\s+", " "));
    }

    private static async Task<Dictionary<string, string>> Conflicting(TestApp app, string page, Dictionary<string, string> form, params (string Name, string Value)[] typed) => Fields(await Page(app, page, form, typed));

    private static async Task<string> Page(TestApp app, string page, Dictionary<string, string> form, params (string Name, string Value)[] typed)
    {
        using var answer = await app.Post(page, With(form, typed));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    private static Dictionary<string, string> With(Dictionary<string, string> form, (string Name, string Value)[] typed)
    {
        var next = new Dictionary<string, string>(form);
        foreach (var (name, value) in typed) next[name] = value;
        return next;
    }

    // Hidden fields, texts, selected options and checked radio buttons, the first of each name.
    private static Dictionary<string, string> Fields(string html)
    {
        var fields = new Dictionary<string, string>();
        foreach (Match input in Input().Matches(html))
            if (Attribute(input.Value, "name") is { } name and not "token" && (Attribute(input.Value, "type") is not ("radio" or "checkbox") || input.Value.Contains(" checked", StringComparison.Ordinal))) fields.TryAdd(name, Attribute(input.Value, "value") ?? "");
        foreach (Match area in Area().Matches(html)) fields.TryAdd(Attribute(area.Groups[1].Value, "name")!, WebUtility.HtmlDecode(area.Groups[2].Value));
        foreach (Match select in Select().Matches(html))
            if (Option().Match(select.Groups[2].Value) is { Success: true } option) fields.TryAdd(Attribute(select.Groups[1].Value, "name")!, Attribute(option.Value, "value") ?? "");
        return fields;
    }

    // What stands in the row of a field beside the typed value.
    private static string Other(string html, string name) =>
        Input().Matches(html).Select(m => m.Value).Where(i => Attribute(i, "name") == name && !i.Contains(" checked", StringComparison.Ordinal)).Select(i => Attribute(i, "value")!).Single();

    private static string? Attribute(string tag, string name) => Regex.Match(tag, $"\\s{name}=\"([^\"]*)\"") is { Success: true } found ? WebUtility.HtmlDecode(found.Groups[1].Value) : null;

    private static async Task<T> Read<T>(TestApp app, Func<Store, Task<T>> read)
    {
        await using var scope = app.Scope();
        return await read(scope.ServiceProvider.GetRequiredService<Store>());
    }

    private static async Task<long> Run(TestApp app, Func<IServiceProvider, Task<long>> run)
    {
        await using var scope = app.Scope();
        return await run(scope.ServiceProvider);
    }

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex Input();

    [GeneratedRegex("<textarea([^>]*)>([^<]*)</textarea>")]
    private static partial Regex Area();

    [GeneratedRegex("<select([^>]*)>(.*?)</select>", RegexOptions.Singleline)]
    private static partial Regex Select();

    [GeneratedRegex("<option[^>]*selected[^>]*>")]
    private static partial Regex Option();
}
