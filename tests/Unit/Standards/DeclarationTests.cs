using CsCheck;
using Qingdan.Platform.Database;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.Declarations;
using Qingdan.Standards.Declarations;
using Xunit;

namespace Qingdan.Tests.Unit.Standards;

public sealed class DeclarationTests
{
    private const string Own = """
        { "name": "resource", "title": "本市数据目录要素", "note": "", "elements": [
          { "key": "name", "name": "名称", "english": "Name", "shape": "text", "maxLength": 5, "required": true, "source": "某标准", "certainty": "found" },
          { "key": "kind", "name": "类别", "english": "Kind", "shape": "choice", "values": ["甲", "乙"], "source": "某标准", "certainty": "found" },
          { "key": "why", "name": "理由", "english": "Why", "shape": "text", "requiredWhen": { "element": "kind", "is": "乙" }, "source": "某标准", "certainty": "found" },
          { "key": "more", "name": "补充", "english": "More", "shape": "text", "requiredWhen": { "element": "why", "present": true }, "source": "某标准", "certainty": "found" },
          { "key": "code", "name": "编号", "english": "Code", "shape": "text", "matches": "[A-Z]{2}\\d+", "source": "某标准", "certainty": "found" },
          { "key": "from", "name": "起", "english": "From", "shape": "date", "before": "to", "source": "某标准", "certainty": "found" },
          { "key": "to", "name": "止", "english": "To", "shape": "date", "source": "某标准", "certainty": "found" },
          { "key": "size", "name": "数量", "english": "Size", "shape": "number", "source": "某标准", "certainty": "found" },
          { "key": "open", "name": "公开", "english": "Open", "shape": "flag", "source": "某标准", "certainty": "found" },
          { "key": "ways", "name": "方式", "english": "Ways", "shape": "choice", "domain": "share-way", "many": true, "source": "某标准", "certainty": "found" } ] }
        """;

    private static readonly Declaration Small = DeclarationFile.Read(Own).Value;

    [Theory]
    [InlineData("kind=丙", "standards.element.required:name standards.element.choice:kind")]
    [InlineData("name=一二三四五六", "standards.element.length:name")]
    [InlineData("name=一;kind=乙", "standards.element.required:why")]
    [InlineData("name=一;kind=乙;why=因为", "standards.element.required:more")]
    [InlineData("name=一;code=a1", "standards.element.pattern:code")]
    [InlineData("name=一;from=2026-12-02;to=2026-12-01", "standards.element.order:from")]
    [InlineData("name=一;from=2026-12-01;to=2026-12-01", "")]
    [InlineData("name=一;from=昨天", "standards.element.date:from")]
    [InlineData("name=一;size=很多;open=也许", "standards.element.number:size standards.element.flag:open")]
    [InlineData("name=一;ways=服务接口、File", "")]
    [InlineData("name=一;ways=服务接口、传真", "standards.element.choice:ways")]
    [InlineData("name=一;unheardOf=x", "")]
    public void A_record_is_checked_in_all_its_elements_at_once(string record, string expected)
    {
        var values = record.Split(';').Select(p => p.Split('=')).ToDictionary(p => p[0], p => (string?)p[1]);
        Assert.Equal(expected, string.Join(' ', DeclarationCheck.Check(Small, values).Select(f => $"{f.Code}:{f.Field}")));
    }

    [Fact]
    public void The_declarations_of_the_program_are_sound_and_say_where_each_element_comes_from()
    {
        var book = new DeclarationBook(new StoreOptions(Path.Combine(Path.GetTempPath(), Guid.CreateVersion7().ToString("n"))));
        Assert.Equal(["demand", "item", "negative", "resource", "responsibility"], book.All.Select(d => d.Name));
        Assert.All(book.All.SelectMany(d => d.Elements), e => Assert.True(e.Source.Length > 0));
        // What the two laws do not say is never shown as their text.
        Assert.All(book.All.SelectMany(d => d.Elements).Where(e => e.Certainty == Certainty.Law), e => Assert.StartsWith("《", e.Source, StringComparison.Ordinal));
    }

    [Fact]
    public void The_nine_contents_the_law_asks_of_a_catalogue_are_declared_as_law()
    {
        var resource = new DeclarationBook(new StoreOptions("none")).Find("resource").Value;
        string[] nine = ["name", "provider", "formats", "frequency", "share", "shareWays", "dataLevel"];
        Assert.All(nine, key => Assert.True(resource.Find(key) is { Required: true, Certainty: Certainty.Law }, key));
    }

    [Fact]
    public void A_file_with_faults_is_refused_with_all_of_them()
    {
        var faults = DeclarationFile.Read("""
            { "name": "Resource!", "title": "", "colour": "red", "elements": [
              { "key": "a", "name": "甲", "english": "A", "shape": "picture", "source": "x", "certainty": "sure" },
              { "key": "a", "name": "", "english": "A", "shape": "choice", "source": "", "certainty": "law" },
              { "key": "b", "name": "乙", "english": "B", "shape": "text", "matches": "(a)\\1", "before": "a", "requiredWhen": { "element": "z", "is": "1", "present": true, "or": 1 }, "source": "x", "certainty": "law", "requierd": true },
              { "key": "c", "name": "丙", "english": "C", "shape": "choice", "domain": "colours", "maxLength": 0, "source": "x", "certainty": "law" } ] }
            """).Faults.Select(f => $"{f.Code[22..]}@{f.Field}");
        Assert.Equal(
            ["name@name", "title@title", "unknown@colour", "key-twice@elements[0].key", "certainty@elements[0].certainty", "shape@elements[0].shape",
             "key-twice@elements[1].key", "name-missing@elements[1].name", "source-missing@elements[1].source", "choice@elements[1].domain",
             "pattern@elements[2].matches", "before@elements[2].before", "condition-element@elements[2].requiredWhen.element", "condition@elements[2].requiredWhen",
             "unknown@elements[2].requiredWhen.or", "unknown@elements[2].requierd", "length@elements[3].maxLength", "domain@elements[3].domain"],
            faults);
    }

    [Fact]
    public void A_citys_own_file_replaces_the_programs_and_a_broken_one_does_not()
    {
        var folder = Directory.CreateTempSubdirectory("qingdan-declarations-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "declarations"));
        File.WriteAllText(Path.Combine(folder, "declarations", "resource.json"), Own);
        File.WriteAllText(Path.Combine(folder, "declarations", "item.json"), "{ \"name\": \"item\"");
        var book = new DeclarationBook(new StoreOptions(folder));
        Assert.Equal("本市数据目录要素", book.Find("resource").Value.Title);
        Assert.Equal("数据项要素", book.Find("item").Value.Title);
        Assert.Equal(("item.json", "standards.declaration.json"), (Assert.Single(book.Faults).File, book.Faults[0].Fault.Code));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void No_record_and_no_file_makes_the_checker_throw() => Gen.Select(Gen.String, Gen.Int[0, Small.Elements.Count - 1].Select(i => Small.Elements[i].Key)).Sample((text, key) =>
    {
        _ = DeclarationCheck.Check(Small, new Dictionary<string, string?> { [key] = text });
        _ = DeclarationFile.Read(text);
    }, iter: 500);
}
