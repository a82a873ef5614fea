using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Lists.Contracts;
using Qingdan.Lists.Demands;
using Qingdan.Lists.Negatives;
using Qingdan.Lists.Responsibilities;
using Qingdan.Platform.Database;
using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.Writing;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.Declarations;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Support;
using Xunit;
using static Qingdan.Tests.Integration.Lists.NegativeWorld;

namespace Qingdan.Tests.Integration.Lists;

/// <summary>What is declared of the lists beyond their columns is written, checked, kept and exported, and decides nothing.</summary>
public sealed class DeclaredElementTests
{
    // A city's own table: an office that is owed with a duty of confidentiality, a day and a scale.
    private const string Own = """
        { "name": "LIST", "title": "某市自定要素", "note": "本市", "elements": [
          { "key": "CONDITION", "name": "条件", "english": "Condition", "shape": "text", "typed": true, "source": "本市规定", "certainty": "found" },
          { "key": "office", "name": "经办处室", "english": "Office", "shape": "text", "maxLength": 5, "requiredWhen": { "element": "CONDITION", "is": "VALUE" }, "source": "本市规定", "certainty": "found" },
          { "key": "scale", "name": "规模", "english": "Scale", "shape": "choice", "values": ["大", "小"], "default": "小", "source": "本市规定", "certainty": "found" } ] }
        """;

    [Theory, Engines]
    public async Task A_demand_holds_what_is_declared_of_it_and_nothing_else(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市住建局", "00999011");
        var faults = (await Save(services, unit, ("callsPerDay", "很多"), ("obtainedElsewhere", "也许"), ("nickname", "甲"), ("rangeCondition", "机密★10年"))).Faults;
        Assert.Equal(
            [("elements.callsPerDay", "standards.element.number"), ("elements.nickname", "standards.element.unknown"), ("elements.obtainedElsewhere", "standards.element.flag"), ("elements.rangeCondition", "standards.classification-mark")],
            faults.Select(f => (f.Field!, f.Code)).Order());
        var id = (await Save(services, unit, ("contact", "张三"), ("callsPerDay", "2000"))).Value;
        await services.Submit(id, unit, DemandWorld.Sheet);
        await services.Check(id);
        Assert.Equal("张三,,,2000,", Cells(await Export(services, "demand"), 5));
    }

    [Theory, Engines]
    public async Task A_negative_entry_owes_what_the_city_declares_before_it_is_handed_in_and_keeps_it_when_reviewed_again(Engine engine)
    {
        await using var services = await City(engine, "negative", "ban", "保密义务");
        var unit = await services.Unit("示例市统计局", "00999011");
        var id = await services.Proposed(unit, Banned with { Ban = nameof(BanKind.ConfidentialityDuty), LegalOpinion = "可以不予共享", Elements = Texts(("scale", "大")) });
        var owed = Assert.Single((await Hand(services, id, unit)).Faults);
        Assert.Equal(("elements.office", "standards.element.required"), (owed.Field, owed.Code));
        var edit = (await services.Negative(id)).Edit;
        Assert.True((await services.With<EditNegative, Result<Done>>(e => e.Run(id, edit, Banned with { Ban = nameof(BanKind.ConfidentialityDuty), LegalOpinion = "可以不予共享", Elements = Texts(("office", "综合处"), ("scale", "大")) }, Person(unit, Roles.Liaison), default))).Ok);
        await services.Walk(id, unit);
        Assert.True((await services.Decide(new(NegativeAct.Agree, "", "会纪 1 号"), id)).Ok);
        Assert.Equal("综合处,大", Cells(await Export(services, "negative"), 2));
        var next = (await services.With<ReviewAgain, Result<long>>(r => r.Run(id, Person(unit, Roles.Liaison), default))).Value;
        Assert.Equal("综合处", DeclaredPart.Texts((await services.Negative(next)).Elements)["office"]);
    }

    [Theory, Engines]
    public async Task A_row_of_the_responsibility_list_is_checked_by_what_the_catalogue_says_of_it(Engine engine)
    {
        await using var services = await City(engine, "responsibility", "share", "Conditional");
        var unit = await services.Unit("示例市经济局", "00999011");
        await services.Publish(unit, "企业用电", ShareProperty.Conditional, true, "户号");
        await services.Generate();
        await services.Confirm(new EntryChoice(null, ListsWorld.Candidates), ListsWorld.Centre);
        var row = Assert.Single(await services.Entries());
        Assert.Equal("elements.office", Assert.Single((await Edit(services, row, new EntryInput { Contact = "李四" }, unit)).Faults).Field);
        Assert.Equal("standards.element.length", Assert.Single((await Edit(services, row, new EntryInput { Elements = Texts(("office", "名称太长的处室")) }, unit)).Faults).Code);
        Assert.True((await Edit(services, row, new EntryInput { Elements = Texts(("office", "综合处")) }, unit)).Ok);
        Assert.Equal("综合处,", Cells(await Export(services, "responsibility"), 2));
    }

    [Theory, Engines]
    public async Task A_value_is_kept_in_one_spelling_whichever_way_it_was_written(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市住建局", "00999011");
        var id = (await Save(services, unit, ("obtainedElsewhere", "true"))).Value;
        var kept = await services.With<Store, string>(s => s.Set<Demand>().Where(d => d.Id == id).Select(d => d.Elements).SingleAsync());
        Assert.Equal("是", DeclaredPart.Texts(kept)["obtainedElsewhere"]);
    }

    [Theory, Engines]
    public async Task A_draft_that_holds_what_nobody_declares_any_more_can_be_handed_in_and_keeps_it(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市住建局", "00999011");
        var id = (await Save(services, unit, ("contact", "张三"))).Value;
        await services.With<Store>(s => s.Execute("UPDATE lists_demands SET elements = @elements WHERE id = @id", default, ("elements", "{\"contact\":\"张三\",\"nickname\":\"甲\"}"), ("id", id)));
        await services.Submit(id, unit, DemandWorld.Sheet);
        await services.Check(id);
        var kept = await services.With<Store, string>(s => s.Set<Demand>().Where(d => d.Id == id).Select(d => d.Elements).SingleAsync());
        Assert.Equal("甲", DeclaredPart.Texts(kept)["nickname"]);
    }

    private static Task<TestServices> City(Engine engine, string list, string condition, string value)
    {
        var folder = Directory.CreateTempSubdirectory("qingdan-declarations-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "declarations"));
        File.WriteAllText(Path.Combine(folder, "declarations", "own.json"), Own.Replace("LIST", list, StringComparison.Ordinal).Replace("CONDITION", condition, StringComparison.Ordinal).Replace("VALUE", value, StringComparison.Ordinal));
        var book = new DeclarationBook(new StoreOptions(folder));
        Directory.Delete(folder, recursive: true);
        Assert.Empty(book.Faults);
        return TestServices.Create(engine, services => services.AddSingleton(book));
    }

    private static Dictionary<string, string> Texts(params (string Key, string Text)[] texts) => texts.ToDictionary(t => t.Key, t => t.Text);

    private static Task<Result<long>> Save(TestServices services, long unit, params (string, string)[] texts) =>
        services.With<SaveDemand, Result<long>>(s => s.Create(DemandWorld.Complete with { Elements = Texts(texts) }, Person(unit, Roles.Liaison), default));

    private static Task<Result<Done>> Hand(TestServices services, long id, long unit) => services.With<SubmitNegative, Result<Done>>(s => s.Run(id, Person(unit, Roles.Liaison), default));

    private static Task<Result<Done>> Edit(TestServices services, Entry row, EntryInput input, long unit) => services.With<EditEntry, Result<Done>>(e => e.Run(row.Id, row.Edit, input, Person(unit, Roles.Liaison), default));

    private static async Task<string> Export(TestServices services, string list)
    {
        using var file = new MemoryStream();
        await services.With<IEnumerable<IListExport>>(exports => exports.Single(e => e.List == list).Write(new ListExportOrder(TableFormat.Csv), ListsWorld.Centre, file, default));
        return Encoding.UTF8.GetString(file.ToArray());
    }

    // The last cells of the first row.
    private static string Cells(string csv, int count) => string.Join(',', csv.TrimEnd().Split('\n')[1].TrimEnd('\r').Split(',')[^count..]);
}
