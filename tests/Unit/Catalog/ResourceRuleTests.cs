using Qingdan.Catalog.Import.Fields;
using Qingdan.Catalog.Resources;
using Qingdan.Catalog.Versions;
using Qingdan.Platform.Database;
using Qingdan.Standards.Contracts.Declarations;
using Qingdan.Standards.Contracts.ValueDomains;
using Xunit;

namespace Qingdan.Tests.Unit.Catalog;

public sealed class ResourceRuleTests
{
    private const string Mark = "机密★5年";
    private static readonly DeclaredElements Declared = new(new DeclarationBook(new StoreOptions(Path.Combine(Path.GetTempPath(), "no-such-folder"))));
    private static readonly ResourceRules Rules = new(Declared);
    private static readonly ItemContent Item = new() { Name = "姓名" };
    private static readonly ResourceContent Complete = new()
    {
        Name = "婚姻登记信息", Summary = "当事人和日期", SystemName = "婚姻登记系统", Formats = "xlsx", Frequency = UpdateFrequency.Monthly, Share = ShareProperty.Unconditional, ShareStated = true,
        ShareWays = "服务接口", OpenType = OpenType.NotOpen, DataLevel = "一般数据1级", Items = [Item],
    };

    private static readonly Dictionary<string, ResourceContent> Marked = new()
    {
        ["name"] = Complete with { Name = Mark }, ["summary"] = Complete with { Summary = Mark }, ["theme"] = Complete with { Theme = Mark }, ["systemName"] = Complete with { SystemName = Mark },
        ["duty"] = Complete with { Duty = Mark }, ["formats"] = Complete with { Formats = Mark }, ["shareCondition"] = Complete with { ShareCondition = Mark }, ["shareReason"] = Complete with { ShareReason = Mark },
        ["shareWays"] = Complete with { ShareWays = Mark }, ["dataLevel"] = Complete with { DataLevel = Mark }, ["office"] = Complete with { Elements = Element("office", Mark) },
        ["undeclared"] = Complete with { Elements = Element("undeclared", Mark) },
        ["items[0].name"] = Of(Item with { Name = Mark }), ["items[0].fieldName"] = Of(Item with { FieldName = Mark }), ["items[0].dataType"] = Of(Item with { DataType = Mark }),
        ["items[0].note"] = Of(Item with { Note = Mark }), ["items[0].shareCondition"] = Of(Item with { ShareCondition = Mark }), ["items[0].shareReason"] = Of(Item with { ShareReason = Mark }),
        ["items[0].valueSet"] = Of(Item with { Elements = Element("valueSet", Mark) }),
    };

    public static TheoryData<string> Fields => [.. Marked.Keys];

    [Theory, MemberData(nameof(Fields))]
    public void A_classification_mark_is_found_in_every_text(string field) =>
        Assert.Equal((field, "standards.classification-mark"), Rules.ForSaving(Marked[field]).Select(f => (f.Field!, f.Code)).Single(f => f.Item2 != "catalog.item.name.required"));

    [Fact]
    public void A_text_is_as_long_as_its_declaration_says()
    {
        Assert.Empty(Rules.ForSaving(Complete with { Summary = new string('长', 2000), Theme = new string('长', 128), Duty = new string('长', 500) }));
        var faults = Rules.ForSaving(Complete with { Summary = new string('长', 2001), Theme = new string('长', 129), Elements = Element("office", new string('长', 129)), Items = [Item with { Name = new string('长', 129), Note = new string('长', 501) }] });
        Assert.Equal(["summary", "theme", "office", "items[0].name", "items[0].note"], faults.Select(f => f.Field));
    }

    [Fact]
    public void The_import_takes_as_much_as_a_form()
    {
        var texts = ImportFields.All.Where(f => f.Kind == FieldKind.Text && f.Field is not ImportField.Provider || f.Field is ImportField.Formats or ImportField.ShareWays or ImportField.DataLevel or ImportField.ItemDataType);
        Assert.All(texts, f => Assert.Equal((f.Key, f.MaxLength), (f.Key, f.OfItem ? Declared.ItemText(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(f.Key[4..])).Most : Declared.Text(f.Key).Most)));
    }

    [Fact]
    public void What_the_regulations_ask_for_is_owed_before_handing_in()
    {
        Assert.Empty(Rules.ForSubmission(Complete));
        Assert.Equal(["openType"], Rules.ForSubmission(Complete with { OpenType = null }).Select(f => f.Field));
        Assert.Equal(["systemName"], Rules.ForSubmission(Complete with { SystemName = "" }).Select(f => f.Field));
    }

    [Fact]
    public void An_item_of_its_own_class_owes_what_that_class_owes()
    {
        Assert.Equal(["items[0].shareReason"], Rules.ForSubmission(Of(Item with { Share = ShareProperty.NotShared })).Select(f => f.Field));
        Assert.Equal(["items[0].shareCondition"], Rules.ForSubmission(Of(Item with { Share = ShareProperty.Conditional })).Select(f => f.Field));
        Assert.Empty(Rules.ForSubmission(Of(Item with { Share = ShareProperty.NotShared, ShareReason = "某法第三条" })));
        Assert.Empty(Rules.ForSubmission(Of(Item with { Share = ShareProperty.Conditional }) with { Share = ShareProperty.Conditional, ShareCondition = "限核验" }));
    }

    [Fact]
    public void A_draft_may_lack_what_its_declaration_demands_of_a_submission()
    {
        var open = Complete with { OpenType = OpenType.Conditional };
        Assert.Empty(Rules.ForSaving(open));
        var owed = Assert.Single(Rules.ForSubmission(open));
        Assert.Equal(("openCondition", "standards.element.required", "开放属性"), (owed.Field, owed.Code, owed.Args[1]));
        Assert.Empty(Rules.ForSubmission(open with { Elements = Element("openCondition", "签订协议") }));
    }

    [Fact]
    public void An_item_without_a_name_is_refused() => Assert.Equal("items[1].name", Assert.Single(Rules.ForSaving(Complete with { Items = [Item, new ItemContent { Note = "说明" }] })).Field);

    private static ResourceContent Of(ItemContent item) => Complete with { Items = [item] };

    private static Dictionary<string, string> Element(string key, string text) => new() { [key] = text };
}
