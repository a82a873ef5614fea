using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Negatives;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.LegalBases;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Support;
using Xunit;
using static Qingdan.Tests.Integration.Lists.NegativeWorld;

namespace Qingdan.Tests.Integration.Lists;

public sealed class NegativeTests
{
    [Theory, Engines]
    public async Task A_unit_proposes_an_entry_for_some_items_of_its_own_row(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市统计局", "00999011");
        var resource = await services.Publish(unit, "企业生产经营", ShareProperty.Conditional, true, "企业名称", "街镇");
        var items = await services.With<Store, List<long>>(s => s.Set<Qingdan.Catalog.Items.Item>().OrderBy(i => i.Place).Select(i => i.Id).ToListAsync());
        var id = await services.Proposed(unit, Banned with { ResourceId = resource.Id, ItemIds = [items[0]], Name = "别的名称" });
        var row = await services.Negative(id);
        Assert.Equal(("企业生产经营", NegativeState.Candidate, 1, unit), (row.Name, row.State, row.ResourceVersion, row.ProviderId));
        Assert.Equal(["企业名称"], (await services.NegativeItems(id)).Select(i => i.Name));
        Assert.Equal("lists.negative.already", await Fault(services.With<ProposeNegative, Result<long>>(p => p.Run(Banned with { ResourceId = resource.Id }, Person(unit, Roles.Liaison), default))));
        Assert.Equal("lists.negative.resource.not-found", await Fault(services.With<ProposeNegative, Result<long>>(p => p.Run(Banned with { ResourceId = resource.Id }, Person(unit + 1, Roles.Liaison), default))));
    }

    [Theory, Engines]
    public async Task Not_even_the_name_of_a_secret_is_saved(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市统计局");
        var faults = (await services.With<ProposeNegative, Result<long>>(p => p.Run(Banned with { Name = "名单（机密）", ItemNames = "甲\n秘密★10年" }, Person(unit, Roles.Liaison), default))).Faults;
        Assert.Equal(["itemNames", "name"], faults.Select(f => f.Field).Order());
        Assert.Equal(0, await services.With<Store, int>(s => s.Set<Negative>().CountAsync()));
        Assert.Equal(0, await services.With<Store, int>(s => s.Set<AuditEvent>().CountAsync(e => e.SubjectKind == "lists.negative")));
    }

    [Theory, Engines]
    public async Task A_clause_of_the_register_brings_its_law_and_its_text(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市统计局");
        var clause = (await services.With<LegalRegister, IReadOnlyList<LegalClause>>(r => r.Search("统计法", 20, default))).First(c => c.Ban == ClauseBan.Express);
        var id = await services.Proposed(unit, new NegativeInput { Name = "单户资料", ClauseId = clause.Id });
        var row = await services.Negative(id);
        Assert.Equal((clause.Law, clause.ArticleName, clause.Text.Trim(), BanKind.Express, BasisState.InEffect), (row.BasisName, row.BasisClause, row.BasisText, row.Ban, row.BasisState));
        Assert.Equal("lists.negative.clause.unknown", await Fault(services.With<ProposeNegative, Result<long>>(p => p.Run(Banned with { ClauseId = 7 }, Person(unit, Roles.Liaison), default))));
    }

    [Theory, Engines]
    public async Task Two_people_editing_one_entry_do_not_overwrite_each_other(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市统计局");
        var id = await services.Proposed(unit);
        var edit = (await services.Negative(id)).Edit;
        Assert.True((await Edit(edit, "先来的理由")).Ok);
        Assert.Equal("lists.negative.changed", await Fault(Edit(edit, "后来的理由")));
        Assert.Equal("先来的理由", (await services.Negative(id)).Reason);
        Assert.Equal("lists.negative.not-found", await Fault(services.With<EditNegative, Result<Done>>(e => e.Run(id, edit + 1, Banned, Person(unit + 1, Roles.Liaison), default))));

        Task<Result<Done>> Edit(int loaded, string reason) => services.With<EditNegative, Result<Done>>(e => e.Run(id, loaded, Banned with { Reason = reason }, Person(unit, Roles.Liaison), default));
    }

    [Theory]
    [Engines("", "lists.negative.basis.required")]
    [Engines("DepartmentRule", "lists.negative.basis.level")]
    [Engines("LocalRegulation", "")]
    public async Task A_basis_that_no_law_accepts_is_not_handed_in(Engine engine, string level, string fault)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市统计局");
        var id = await services.Proposed(unit, Banned with { BasisLevel = level });
        Assert.Equal(fault, await Fault(services.With<SubmitNegative, Result<Done>>(s => s.Run(id, Person(unit, Roles.Liaison), default))));
    }

    [Theory, Engines]
    public async Task Each_step_is_signed_by_its_role_of_the_unit_only(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市统计局");
        var id = await services.Proposed(unit);
        Assert.Equal("lists.negative.not-yours", await Fault(services.With<SubmitNegative, Result<Done>>(s => s.Run(id, Person(unit, Roles.Legal), default))));
        Assert.True((await services.With<SubmitNegative, Result<Done>>(s => s.Run(id, Person(unit, Roles.Liaison), default))).Ok);
        Assert.Equal("lists.negative.signer.required", await Fault(services.Sign(id, Person(unit, Roles.Secrecy))));
        Assert.Equal("lists.negative.signer.required", await Fault(services.Sign(id, Person(unit, Roles.Liaison))));
        Assert.Equal("lists.negative.not-found", await Fault(services.Sign(id, Person(unit + 1, Roles.Legal))));
        Assert.True((await services.Sign(id, Person(unit, Roles.Legal))).Ok);
        Assert.Equal("secrecy", (await services.Negative(id)).Step);
    }

    [Theory, Engines]
    public async Task A_sheet_signed_on_paper_is_recorded_by_the_liaison_and_stays_visible(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市统计局");
        var id = await services.Proposed(unit);
        await services.With<SubmitNegative, Result<Done>>(s => s.Run(id, Person(unit, Roles.Liaison), default));
        Assert.Equal("sign-off.scan.required", await Fault(services.Sign(id, Person(unit, Roles.Liaison), paper: new PaperSignature("郑凯", new DateOnly(2026, 11, 20), "", 0))));
        Assert.True((await services.Sign(id, Person(unit, Roles.Liaison), paper: new PaperSignature("郑凯", new DateOnly(2026, 11, 20), "法意〔2026〕3 号", 77))).Ok);
        var signed = (await services.With<SignOffBook, List<SignOff>>(b => b.Of("lists.negative", id, default)))[^1];
        Assert.Equal(("legal", "郑凯", true, Roles.Liaison), (signed.Step, signed.Signer, signed.OnPaper, signed.RecorderName));
    }

    [Theory, Engines]
    public async Task A_duty_of_confidentiality_leaves_legal_only_with_an_opinion(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市税务局");
        var id = await services.Proposed(unit, Banned with { Ban = "ConfidentialityDuty" });
        Assert.True((await services.With<SubmitNegative, Result<Done>>(s => s.Run(id, Person(unit, Roles.Liaison), default))).Ok);
        Assert.Equal("lists.negative.opinion.required", await Fault(services.Sign(id, Person(unit, Roles.Legal))));
        Assert.True((await services.Sign(id, Person(unit, Roles.Legal), legal: "对政务部门同样适用，理由如下。")).Ok);
        Assert.Equal("对政务部门同样适用，理由如下。", (await services.Negative(id)).LegalOpinion);
    }

    [Theory, Engines]
    public async Task A_returned_entry_goes_the_whole_way_again(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市统计局");
        var id = await services.Proposed(unit);
        await services.With<SubmitNegative, Result<Done>>(s => s.Run(id, Person(unit, Roles.Liaison), default));
        await services.Sign(id, Person(unit, Roles.Legal));
        Assert.Equal("sign-off.opinion.required", await Fault(services.Sign(id, Person(unit, Roles.Secrecy), agrees: false)));
        Assert.True((await services.Sign(id, Person(unit, Roles.Secrecy), agrees: false, opinion: "名称请改得更具体")).Ok);
        Assert.Equal((NegativeState.Returned, ""), ((await services.Negative(id)).State, (await services.Negative(id)).Step));
        var view = (await services.With<ShowNegative, Result<NegativeView>>(s => s.Run(id, Person(unit, Roles.Liaison), default))).Value;
        Assert.All(view.Route.Skip(1), step => Assert.NotEqual(Qingdan.Platform.Web.StepState.Done, step.State));
        Assert.True((await services.With<SubmitNegative, Result<Done>>(s => s.Run(id, Person(unit, Roles.Liaison), default))).Ok);
        Assert.Equal("legal", (await services.Negative(id)).Step);
    }

    [Theory, Engines]
    public async Task A_given_up_entry_makes_room_for_a_new_proposal(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市统计局");
        var resource = await services.Publish(unit, "企业生产经营", ShareProperty.Conditional);
        var id = await services.Proposed(unit, Banned with { ResourceId = resource.Id });
        Assert.Equal("lists.negative.why.required", await Fault(services.With<DropNegative, Result<Done>>(d => d.Run(id, " ", Person(unit, Roles.Liaison), default))));
        Assert.True((await services.With<DropNegative, Result<Done>>(d => d.Run(id, "改为有条件共享", Person(unit, Roles.Liaison), default))).Ok);
        Assert.Equal(NegativeState.Rejected, (await services.Negative(id)).State);
        var next = await services.Proposed(unit, Banned with { ResourceId = resource.Id });
        Assert.Equal((NegativeState.Removed, NegativeState.Candidate), ((await services.Negative(id)).State, (await services.Negative(next)).State));
    }
}
