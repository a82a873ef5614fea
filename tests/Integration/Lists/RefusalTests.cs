using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Findings;
using Qingdan.Lists.Generation;
using Qingdan.Lists.Negatives;
using Qingdan.Organizations.Units;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.LegalBases;
using Qingdan.Standards.Contracts.ValueDomains;
using Qingdan.Tests.Support;
using Xunit;
using static Qingdan.Tests.Integration.Lists.ListsWorld;
using static Qingdan.Tests.Integration.Lists.NegativeWorld;

namespace Qingdan.Tests.Integration.Lists;

/// <summary>What becomes of items that the catalogue says are not shared.</summary>
public sealed class RefusalTests
{
    private static readonly NegativeRuling Agree = new(NegativeAct.Agree, "");

    [Theory, Engines]
    public async Task Forbidden_items_that_the_unit_left_out_are_a_finding_and_those_it_lists_stay_as_it_wrote_them(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, resource, items) = await Refused(services);
        var candidate = (await services.With<Store, Negative>(s => s.Set<Negative>().AsNoTracking().SingleAsync())).Id;
        Assert.True((await Edit(services, unit, candidate, 0, Banned with { ItemIds = [items[0]] })).Ok);
        await services.Change(resource, r => r.Code = "A1");
        await services.Generate();
        Assert.Equal(["身份证号"], (await services.NegativeItems(candidate)).Select(i => i.Name));
        var finding = Assert.Single(await services.Findings(), f => f.Code == "R03");
        Assert.Equal("[\"电话、住址\"]", finding.Args);
    }

    [Theory, Engines]
    public async Task What_was_proposed_by_hand_is_not_written_over(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, resource, items) = await Refused(services);
        await services.With<Store>(s => s.Set<Negative>().ExecuteDeleteAsync());
        var id = await services.Proposed(unit, Banned with { ResourceId = resource, ItemIds = [items[0]] });
        await services.Generate();
        Assert.Equal(["身份证号"], (await services.NegativeItems(id)).Select(i => i.Name));
        Assert.True((await services.With<DropNegative, Result<Done>>(d => d.Run(id, "改为有条件共享", Liaison(unit), default))).Ok);
        await services.Generate();
        Assert.Equal(NegativeState.Rejected, (await services.Negative(id)).State);
        Assert.Contains(await services.Findings(), f => f.Code == "N04");
        Assert.DoesNotContain(await services.Findings(), f => f.Code == "N03");
    }

    [Theory, Engines]
    public async Task What_the_authority_took_out_or_refused_is_said_to_be_its_word(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, resource, items) = await Refused(services);
        await services.With<Store>(s => s.Set<Negative>().ExecuteDeleteAsync());
        var id = await services.Signed(unit, Banned with { ResourceId = resource, ItemIds = [items[0], items[1]] });
        var kept = (await services.NegativeItems(id))[0].Id;
        Assert.True((await services.Decide(new(NegativeAct.Narrow, "电话可以核验", Keep: [kept]), id)).Ok);
        await services.Generate();
        Assert.Equal([("N03", "[\"电话\"]"), ("R03", "[\"住址\"]")], (await services.Findings()).Where(f => f.Code is "N03" or "R03").Select(f => (f.Code, f.Args)).Order());
        Assert.True((await services.With<DropNegative, Result<Done>>(d => d.Run(id, "重新提出", Authority, default))).Ok);
        await services.With<Store>(s => s.Set<Negative>().Where(n => n.State == NegativeState.Candidate).ExecuteDeleteAsync());
        var refused = await services.Signed(unit, Banned with { ResourceId = resource, ItemIds = items });
        Assert.True((await services.Decide(new(NegativeAct.Refuse, "转为有条件共享"), refused)).Ok);
        await services.Generate();
        Assert.Equal("[\"身份证号、电话、住址\"]", Assert.Single(await services.Findings(), f => f.Code == "N03").Args);
    }

    [Theory, Engines]
    public async Task A_basis_that_no_law_accepts_is_one_severe_finding_and_a_due_review_is_one(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var (unit, resource, items) = await Refused(services);
        var candidate = (await services.With<Store, Negative>(s => s.Set<Negative>().AsNoTracking().SingleAsync())).Id;
        Assert.True((await Edit(services, unit, candidate, 0, Banned with { ItemIds = items, BasisLevel = "DepartmentRule" })).Ok);
        Assert.Equal(1, await services.With<JobRunner, int>(r => r.RunDue(default)));
        Assert.Equal(["R03L"], (await services.Findings()).Where(f => f.Code.StartsWith('R')).Select(f => f.Code));
        Assert.Equal(Severity.Severe, (await services.Findings()).Single(f => f.Code == "R03L").Severity);
        Assert.True((await Edit(services, unit, candidate, 1, Banned with { ItemIds = items })).Ok);
        await services.Walk(candidate, unit);
        Assert.True((await services.Decide(Agree, candidate)).Ok);
        await services.Generate();
        Assert.DoesNotContain(await services.Findings(), f => f.Code is "N05" or "R03L");
        await services.With<JobRunner, int>(r => r.RunDue(default));
        await LookForDueReviews(services);
        Assert.Equal(0, await Waiting(services));
        services.Clock.Advance(TimeSpan.FromDays(366));
        await LookForDueReviews(services);
        Assert.Equal(1, await services.With<JobRunner, int>(r => r.RunDue(default)));
        Assert.Contains(await services.Findings(), f => f.Code == "N05");
        await LookForDueReviews(services);
        Assert.Equal(0, await Waiting(services));
    }

    private static Task LookForDueReviews(TestServices services) => services.With<IEnumerable<IRegularWork>>(async all =>
    {
        foreach (var work in all.OfType<ReviewsDue>()) await work.Run(default);
    });

    private static Task<int> Waiting(TestServices services) => services.With<Store, int>(s => s.Set<Job>().CountAsync(j => j.State == JobState.Queued));

    [Theory, Engines]
    public async Task A_clause_that_is_repealed_or_reads_otherwise_now_is_a_severe_finding_outside_the_catalogue_too(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市统计局", "00999011");
        var clause = (await services.With<LegalRegister, IReadOnlyList<LegalClause>>(r => r.Search("政务数据共享条例 第十五条", 1, default)))[0];
        var id = await services.Proposed(unit, Banned with { ClauseId = clause.Id, BasisText = clause.Text, Ban = "Express" });
        await services.Generate();
        Assert.DoesNotContain(await services.Findings(), f => f.Code is "R03" or "R03B");
        await services.With<Store>(s => s.Execute("UPDATE lists_negatives SET state = 'InForce'", default));
        await services.With<Store>(s => s.Execute("UPDATE standards_legal_bases SET state = 'Amended'", default));
        await services.Generate();
        Assert.DoesNotContain(await services.Findings(), f => f.Code == "R03B");
        await services.With<Store>(s => s.Execute("UPDATE standards_legal_clauses SET text = '改写后的条文' WHERE id = @id", default, ("id", clause.Id)));
        await services.Generate();
        var found = (await services.Findings()).Single(f => f.Code == "R03B");
        Assert.Equal((Severity.Severe, id, 0L), (found.Severity, found.EntryId, found.ResourceId));
    }

    [Theory]
    [Engines(true)]
    [Engines(false)]
    public async Task A_newer_version_of_the_law_is_a_finding_only_where_it_reads_otherwise(Engine engine, bool same)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市统计局", "00999011");
        var clause = (await services.With<LegalRegister, IReadOnlyList<LegalClause>>(r => r.Offer("统计法 第二十八条", 1, default)))[0];
        await services.Proposed(unit, Banned with { ClauseId = clause.Id, BasisText = clause.Text, Ban = "Express" });
        await services.With<Store>(async s =>
        {
            await s.Execute("UPDATE lists_negatives SET state = 'InForce'", default);
            await s.Execute("INSERT INTO standards_legal_bases (id, code, level, name, number, effective_on, state, certainty, source) VALUES (7, 'next', 'Law', '中华人民共和国统计法', '2026年修订', '2026-10-01', 'InEffect', 'Found', '公报')", default);
            await s.Execute("INSERT INTO standards_legal_clauses (id, basis_id, article, text, ban, note) VALUES (8, 7, 28, @text, 'None', '')", default, ("text", same ? clause.Text : "改写后的条文"));
        });
        await services.Generate();
        Assert.Equal(!same, (await services.Findings()).Any(f => f.Code == "R03B"));
    }

    [Theory, Engines]
    public async Task A_code_and_a_confirmation_of_the_unit_take_their_findings_off_by_themselves(Engine engine)
    {
        await using var services = await TestServices.Create(engine);
        var unit = await services.Unit("示例市经济局");
        await services.Publish(unit, "企业登记", ShareProperty.Unconditional, true, "名称");
        await services.With<Store>(s => s.Execute("UPDATE organizations_units SET state = 'Proposed', version = version + 1", default));
        services.Clock.Advance(TimeSpan.FromMinutes(1));
        await services.Generate();
        Assert.Equal(["U01", "U02"], (await services.Findings()).Select(f => f.Code).Order());
        Assert.True((await services.With<ConfirmOrganizations, Result<int>>(c => c.Run([unit], Actor.System, default))).Ok);
        await services.With<JobRunner, int>(r => r.RunDue(default));
        Assert.Equal(["U01"], (await services.Findings()).Select(f => f.Code));
        var draft = new OrganizationDraft { Name = "示例市经济局", ShortName = "示例市经济局", Kind = nameof(OrganizationKind.CityDepartment), Code = Qingdan.Standards.Contracts.Codes.OrganizationCode.Of("00999011").Value };
        var version = await services.With<Store, long>(s => s.Set<Organization>().Where(o => o.Id == unit).Select(o => o.Version).SingleAsync());
        Assert.True((await services.With<EditOrganization, Result<long>>(e => e.Run(unit, version, draft, Actor.System, default))).Ok);
        await services.With<JobRunner, int>(r => r.RunDue(default));
        Assert.Empty(await services.Findings());
    }

    /// <summary>A resource with three items 不予共享 and one that is shared, generated.</summary>
    private static async Task<(long Unit, long Resource, long[] Items)> Refused(TestServices services)
    {
        var unit = await services.Unit("示例市经济局", "00999011");
        var resource = await services.Publish(unit, "企业登记", ShareProperty.Unconditional, true, "身份证号/NotShared", "电话/NotShared", "住址/NotShared", "名称");
        await services.Generate();
        return (unit, resource.Id, [.. (await services.CatalogItems(resource.Id)).Take(3).Select(i => i.Id)]);
    }

    private static Task<Result<Done>> Edit(TestServices services, long unit, long id, int edit, NegativeInput input) => services.With<EditNegative, Result<Done>>(e => e.Run(id, edit, input, Person(unit, Roles.Liaison), default));
}
