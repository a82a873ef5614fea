using Qingdan.Catalog.Contracts;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.LegalBases;

namespace Qingdan.Lists.Negatives;

/// <summary>逐项核对: what the program can check about an entry, and the one thing it leaves to people.</summary>
internal static class NegativeChecks
{
    /// <summary>The lines of the table.</summary>
    public static IReadOnlyList<CheckLine> Of(Negative entry, IReadOnlyList<NegativeItem> items, PublishedResource? resource, IReadOnlyList<SignOff> signed, NegativeVerdict verdict, LegalClause? clause) =>
        [Level(verdict), Text(entry, clause), Effect(entry), Signed(entry, signed), Scope(items, resource), Ban(entry)];

    private static CheckLine Level(NegativeVerdict verdict)
    {
        if (verdict.Laws.Count == 0) return new("依据层级", "缺依据", Tone.Bad, [new("请写明法律依据：层级、名称、条款和原文（条例第十五条）。")]);
        var accepted = verdict.Laws.Count(l => l.Accepted);
        var blocked = verdict.Blocks.Any(b => b.Field == "basisLevel");
        var (word, tone) = accepted == verdict.Laws.Count ? ("符合", Tone.Ok) : blocked ? ("不符合", Tone.Bad) : ("部分符合", Tone.Warn);
        return new("依据层级", word, tone, [.. verdict.Laws.Select(l => l.Sentence)]);
    }

    private static CheckLine Text(Negative entry, LegalClause? clause)
    {
        if (entry.BasisText.Length == 0) return new("条款与原文", "缺原文", Tone.Bad, [new("请抄录条款原文，审核人要看到关键的话。")]);
        if (clause is null) return new("条款与原文", "请看", Tone.Warn, [new("由单位录入，依据库中没有这一条，请对照公布的文本。")]);
        if (clause.Certainty != Certainty.Law) return new("条款与原文", "未核", Tone.Warn, [new("依据库中的这一条还没有对照公布的文本。")]);
        var quote = Quotation.Compare(clause.Text, entry.BasisText);
        return quote.Agrees
            ? new("条款与原文", "一致", Tone.Ok, [new("条款号和引文与依据库逐字相符。")])
            : new("条款与原文", "不一致", Tone.Bad, [new("依据库写的是“{0}”，引文是“{1}”。", quote.Expected ?? "", quote.Read ?? "")]);
    }

    private static CheckLine Effect(Negative entry) => entry.StateToday() switch
    {
        BasisState.InEffect => new("依据有效性", "现行有效", Tone.Ok, []),
        BasisState.Repealed => new("依据有效性", "已废止", Tone.Bad, [new("依据已废止，不能据此不予共享。请改引现行有效的条款，或不再提出。")]),
        BasisState.Amended => new("依据有效性", "已修订", Tone.Warn, [new("依据已修订，请核对条款号和原文是否仍然一致。")]),
        _ => new("依据有效性", "未核实", Tone.Warn, [new("依据是否现行有效尚未核实。")]),
    };

    private static CheckLine Signed(Negative entry, IReadOnlyList<SignOff> signed)
    {
        var route = NegativeSteps.Of(entry, signed).Take(NegativeRoute.Steps.Count - 1).ToList();
        var done = route.Count(s => s.State == StepState.Done);
        var paper = signed.Count(s => s.OnPaper);
        IReadOnlyList<Sentence> notes = paper > 0 ? [new("其中 {0} 份线下签批，扫描件在案。", paper)] : [];
        return new("签批齐全", $"{done} / {route.Count}", done == route.Count ? Tone.Ok : Tone.Info, notes);
    }

    private static CheckLine Scope(IReadOnlyList<NegativeItem> items, PublishedResource? resource)
    {
        if (items.Count == 0) return new("范围到项", "请看", Tone.Warn, [new("没有列到数据项，等于整个目录都不共享。只列法律所禁止的项，其余留在责任清单。")]);
        return resource is null || resource.Items.Count > items.Count
            ? new("范围到项", "到项", Tone.Ok, [new("列了 {0} 个数据项。", items.Count)])
            : new("范围到项", "请看", Tone.Warn, [new("目录的 {0} 个数据项全部列入，请看是否每一项都为法律所禁止。", items.Count)]);
    }

    private static CheckLine Ban(Negative entry) => entry switch
    {
        { Ban: BanKind.Express } when DecisiveWords.Suggest(entry.BasisText) == BanKind.ConfidentialityDuty =>
            new("明确禁止", "请看", Tone.Warn, [new("单位认为是明确禁止，但条款的字面只像保密义务，请主管部门判断。")]),
        { Ban: BanKind.Express } => new("明确禁止", "明确禁止", Tone.Ok, [new("单位认为条款明确规定不得提供，由主管部门判断。")]),
        { Ban: BanKind.ConfidentialityDuty, LegalOpinion.Length: > 0 } => new("明确禁止", "保密义务", Tone.Warn, [new("条款只规定保密义务，法制意见在案。")]),
        { Ban: BanKind.ConfidentialityDuty } => new("明确禁止", "缺法制意见", Tone.Bad, [new("条款只规定保密义务，不等于明确禁止共享，须附法制意见。")]),
        _ => new("明确禁止", "待判断", Tone.Open, [new("是“不得提供”，还是只要求保密？只要求保密的须附法制意见，不能直接列入。")]),
    };
}
