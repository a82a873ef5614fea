using Qingdan.Platform.Documents;
using Qingdan.Workflow.Meetings.Viewing;

namespace Qingdan.Workflow.Meetings;

/// <summary>议题单: the papers of a meeting, from what is on record.</summary>
internal static class AgendaLetter
{
    /// <summary>The agenda of a meeting, each matter with its units and what is asked.</summary>
    public static Letter Write(MeetingView view, string from, DateOnly today) => new("会商议题单", "〔　　〕　　号", "各有关单位",
    [
        new("会商名称：", new LetterText(view.Row.Title, "会商名称"), "。"),
        new("时间：", new LetterText(Letter.Written(view.Row.MeetsOn), "会商日期"), "；地点：", new LetterText(view.Row.Place, "地点"), "。"),
        .. view.Matters.SelectMany(Matter),
        new("请相关单位准备意见和依据。会商结论以会议纪要为准，逐件办理。"),
    ], from, today);

    // Whoever comes has read why each item was refused.
    private static IEnumerable<LetterLine> Matter(MatterView m) =>
    [
        new(
            $"{m.Place}. ", new LetterText(m.Name, $"议题{m.Place}"), $"（{m.Kind}；", new LetterText(m.Units.Length > 0 ? m.Units : "—", $"单位{m.Place}"), "）。",
            new LetterText(m.Question.Length > 0 ? m.Question : "请明确提供单位（《上海市数据条例》第二十六条）。", $"事由{m.Place}")),
        .. m.Items.Select((item, i) => new LetterLine(
            $"（{i + 1}）", new LetterText(item.FullName, $"数据项{m.Place}.{i + 1}"), "不同意共享的理由：", new LetterText(item.Reason, $"理由{m.Place}.{i + 1}"), "；依据", new LetterText(item.Basis, $"依据{m.Place}.{i + 1}"), "。")),
    ];
}
