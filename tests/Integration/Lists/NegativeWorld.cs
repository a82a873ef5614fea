using Microsoft.EntityFrameworkCore;
using Qingdan.Lists.Negatives;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;

namespace Qingdan.Tests.Integration.Lists;

/// <summary>Negative entries on their way.</summary>
internal static class NegativeWorld
{
    /// <summary>An express ban of a law.</summary>
    public static readonly NegativeInput Banned = new()
    {
        Name = "单户调查资料", ItemNames = "企业名称\n主营业务收入\n街镇代码", Reason = "能够识别单个调查对象", Alternatives = ["汇总"], BasisLevel = "Law", BasisName = "示例法", BasisClause = "第五条",
        BasisText = "单个调查对象的资料，任何单位和个人不得对外提供。", BasisState = "InEffect", Ban = "Express",
    };

    public static Actor Person(long unit, params string[] roles) => new(20, string.Join('、', roles), unit, "单位", roles.ToHashSet());

    public static Actor Authority { get; } = Person(2, Roles.Authority);

    /// <summary>A candidate of the unit.</summary>
    public static async Task<long> Proposed(this TestServices services, long unit, NegativeInput? input = null) =>
        (await services.With<ProposeNegative, Result<long>>(p => p.Run(input ?? Banned, Person(unit, Roles.Liaison), default))).Value;

    /// <summary>An entry that its unit has signed; it waits for the authority.</summary>
    public static async Task<long> Signed(this TestServices services, long unit, NegativeInput? input = null)
    {
        var id = await services.Proposed(unit, input);
        await services.Walk(id, unit);
        return id;
    }

    /// <summary>Hands an entry in and has it signed by its unit.</summary>
    public static async Task Walk(this TestServices services, long id, long unit)
    {
        var submitted = await services.With<SubmitNegative, Result<Done>>(s => s.Run(id, Person(unit, Roles.Liaison), default));
        if (!submitted.Ok) throw new InvalidOperationException(submitted.Faults[0].Text);
        foreach (var role in new[] { Roles.Legal, Roles.Secrecy, Roles.UnitHead })
            if (await services.Sign(id, Person(unit, role)) is { Ok: false } refused) throw new InvalidOperationException(refused.Faults[0].Text);
    }

    public static Task<Result<Done>> Sign(this TestServices services, long id, Actor actor, bool agrees = true, string opinion = "", PaperSignature? paper = null, string legal = "", BanKind ban = BanKind.Undecided) =>
        services.With<SignNegative, Result<Done>>(s => s.Run(id, new NegativeSignature(new SignOffInput(agrees, opinion, paper), legal, ban), actor, default));

    public static Task<Result<int>> Decide(this TestServices services, NegativeRuling ruling, params long[] ids) =>
        services.With<DecideNegatives, Result<int>>(d => d.Run(ids, ruling, Authority, default));

    public static Task<Negative> Negative(this TestServices services, long id) => services.With<Store, Negative>(s => s.Set<Negative>().AsNoTracking().SingleAsync(n => n.Id == id));

    public static Task<List<NegativeItem>> NegativeItems(this TestServices services, long id) =>
        services.With<Store, List<NegativeItem>>(s => s.Set<NegativeItem>().AsNoTracking().Where(i => i.NegativeId == id).OrderBy(i => i.Place).ToListAsync());

    public static async Task<string> Fault<T>(Task<Result<T>> run) => string.Join(' ', (await run).Faults.Select(f => f.Code));
}
