using System.Text;
using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.Writing;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.LegalBases;
using Qingdan.Standards.LegalBases;
using Qingdan.Standards.LegalBases.Importing;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Standards;

public sealed class LawImportTests
{
    private const string Head = "名称,层级,发布机关,文号,公布日期,施行日期,状态,条款号,条款原文,来源\n";

    private const string Newer = Head + """
        中华人民共和国统计法,法律,全国人大常委会,2026年修订,2026-06-30,2026-10-01,现行有效,第二十八条,单个统计调查对象的资料应当保密。,国家法律法规数据库
        中华人民共和国统计法,,,,,,,29,新的一条。,
        示例市数据共享办法,地方政府规章,示例市人民政府,示例市政府令第5号,2026-09-01,2027-01-01,尚未施行,1,为了共享制定本办法。,市政府公报
        """;

    private static readonly Actor Authority = TestPerson.Of("赵", "市数据局", Roles.Authority);

    [Theory, Engines]
    public async Task A_newer_version_takes_the_place_of_the_old_one_which_is_never_offered_again(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var old = Assert.Single(await Offer(services, "统计法 28"));
        var import = (await Receive(services, "laws.csv", Newer)).Value;
        var compared = (await Compare(services, import)).Value;
        Assert.Equal([LawChangeKind.Version, LawChangeKind.New], compared.Changes.Laws.Select(l => l.Kind));
        Assert.Equal("中华人民共和国统计法", Assert.Single(compared.Changes.Ended).Name);
        Assert.Single(await Offer(services, "统计法 28"));

        Assert.True((await Take(services, import, compared.Digest)).Ok);
        var now = Assert.Single(await Offer(services, "统计法 28"));
        Assert.Equal(("2026年修订", Certainty.Found, new DateOnly(2026, 10, 1)), (now.Number, now.Certainty, now.EffectiveOn));
        var kept = await services.With<LegalRegister, LegalClause?>(r => r.Find(old.Id, default));
        Assert.Equal((old.Text, LawState.Amended), (kept!.Text, kept.State));
        Assert.Equal(2, (await services.With<LegalRegister, IReadOnlyList<LegalClause>>(r => r.Search("统计法 28", 9, default))).Count);

        Assert.Empty(await Offer(services, "示例市数据共享办法"));
        services.Clock.Advance(TimeSpan.FromDays(60));
        Assert.Single(await Offer(services, "示例市数据共享办法"));
        var row = (await services.With<LegalBasisBook, IReadOnlyList<LawRow>>(b => b.Laws(default))).Single(l => l.Name == "示例市数据共享办法");
        Assert.Equal(("赵", "laws.csv", "示例市人民政府", new DateOnly(2026, 9, 1)), (row.Imported!.By, row.Imported.File, row.Issuer, row.PromulgatedOn!.Value));
        Assert.Equal(["standards.law-import.taken"], Codes(await Take(services, import, compared.Digest)));
    }

    [Theory, Engines]
    public async Task Every_fault_is_named_by_row_and_column_and_nothing_is_kept(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        const string Wrong = Head + """
            甲法,法,,,去年,2026-13-01,有点效,第九点,,出处
            ,法律,,,,2026-01-01,现行有效,1,文,出处
            乙法,法律,,,2026-05-01,2026-01-01,现行有效,1,绝密★10年,
            乙法,行政法规,,,,2026-01-01,现行有效,1,再写一遍,出处
            """;
        var faults = (await Receive(services, "laws.csv", Wrong)).Faults;
        Assert.Equal(
            new HashSet<(int, string, string)>
            {
                (2, "层级", "level"), (2, "施行日期", "day"), (2, "公布日期", "day"), (2, "状态", "state"), (2, "条款号", "article"), (2, "条款原文", "required"), (3, "名称", "required"), (4, "来源", "required"), (4, "施行日期", "order"),
                (4, "条款原文", "classification-mark"), (5, "层级", "differs"), (5, "来源", "differs"), (5, "条款号", "article-twice"),
            },
            faults.Select(f => ((int)f.Args[0], (string)f.Args[1], f.Code.Split('.')[^1])).ToHashSet());
        Assert.Equal(["standards.law-import.column-missing"], Codes(await Receive(services, "laws.csv", "名称,层级,施行日期,状态\n甲法,法律,2026-01-01,有效\n")));
        Assert.Equal(["standards.law-import.json"], Codes(await Receive(services, "laws.json", "{\"name\":\"甲法\"}")));
        Assert.Equal(["standards.law-import.empty"], Codes(await Receive(services, "laws.json", "[]")));
        Assert.Equal(0, await services.With<Store, int>(s => s.Set<LawImport>().CountAsync()));
    }

    [Theory, Engines]
    public async Task The_programs_own_files_change_nothing_and_a_workbook_changes_what_it_says(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        foreach (var file in Directory.EnumerateFiles(Checkout.Path("src", "Modules", "Standards", "Data"), "legal-bases-*.json"))
        {
            var same = (await Compare(services, (await Receive(services, "laws.json", await File.ReadAllTextAsync(file))).Value)).Value.Changes;
            Assert.All(same.Laws, l => Assert.Equal((LawChangeKind.Same, 0), (l.Kind, l.Lines.Count)));
            Assert.Empty(same.Ended);
        }
        using var workbook = new MemoryStream();
        string[] columns = ["名称", "层级", "施行日期", "状态", "来源", "条款号", "条款原文"];
        await SheetWriter.Write(TableFormat.Xlsx, workbook, new SheetSpec("法规", [.. columns.Select(c => new ColumnSpec(c))]),
            new[] { (IReadOnlyList<object?>)["上海市数据条例", "地方性法规", "2022-01-01", "已废止", "市人大公报", "第九十二条", "补收的一条。"] }.ToAsyncEnumerable(), default);
        var import = (await services.With<ReceiveLaws, Result<long>>(r => r.Run("laws.xlsx", workbook, Authority, default))).Value;
        var compared = (await Compare(services, import)).Value;
        var change = Assert.Single(compared.Changes.Laws);
        Assert.Equal((LawChangeKind.Changed, new LawLine("状态", "现行有效", "已废止"), 92), (change.Kind, Assert.Single(change.Lines), Assert.Single(change.Added)));
        Assert.Equal(["standards.law-import.moved"], Codes(await Take(services, import, "0")));
        Assert.True((await Take(services, import, compared.Digest)).Ok);
        Assert.Empty(await Offer(services, "上海市数据条例"));
        Assert.Equal(92, (await services.With<LegalBasisBook, IReadOnlyList<LawRow>>(b => b.Laws(default))).Single(l => l.Name == "上海市数据条例").Clauses);
    }

    [Theory, Engines]
    public async Task Only_the_authority_imports(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        Assert.Equal(["standards.law-import.forbidden"], Codes(await services.With<ReceiveLaws, Result<long>>(r => r.Run("laws.csv", new MemoryStream(Encoding.UTF8.GetBytes(Newer)), TestPerson.Of("王", "市大数据中心", Roles.DataCentre), default))));
        var import = (await Receive(services, "laws.csv", Newer)).Value;
        Assert.Equal(["standards.law-import.forbidden"], Codes(await services.With<TakeLaws, Result<Done>>(t => t.Run(import, "", TestPerson.Of("王", "市大数据中心", Roles.DataCentre), default))));
    }

    [Fact]
    public void The_register_holds_the_three_laws_the_lists_stand_on()
    {
        var laws = LegalBasisSeed.All.ToDictionary(l => l.Name);
        Assert.Equal((new DateOnly(2025, 8, 1), LawState.InEffect, Certainty.Law), (laws["政务数据共享条例"].EffectiveOn, laws["政务数据共享条例"].State, laws["政务数据共享条例"].Certainty));
        Assert.Equal((new DateOnly(2022, 1, 1), LawState.InEffect, Certainty.Law), (laws["上海市数据条例"].EffectiveOn, laws["上海市数据条例"].State, laws["上海市数据条例"].Certainty));
        var rule = laws["上海市公共数据和一网通办管理办法"];
        Assert.Equal((new DateOnly(2018, 11, 1), new DateOnly(2018, 9, 30), Certainty.Found, 0), (rule.EffectiveOn, rule.PromulgatedOn!.Value, rule.Certainty, rule.Clauses.Count));
    }

    private static Task<Result<long>> Receive(TestServices services, string name, string content) =>
        services.With<ReceiveLaws, Result<long>>(r => r.Run(name, new MemoryStream(Encoding.UTF8.GetBytes(content)), Authority, default));

    private static Task<Result<ComparedLaws>> Compare(TestServices services, long id) => services.With<CompareLaws, Result<ComparedLaws>>(c => c.Run(id, default));

    private static Task<Result<Done>> Take(TestServices services, long id, string digest) => services.With<TakeLaws, Result<Done>>(t => t.Run(id, digest, Authority, default));

    private static Task<IReadOnlyList<LegalClause>> Offer(TestServices services, string words) => services.With<LegalRegister, IReadOnlyList<LegalClause>>(r => r.Offer(words, 9, default));

    private static IEnumerable<string> Codes<T>(Result<T> result) => result.Faults.Select(f => f.Code);
}
