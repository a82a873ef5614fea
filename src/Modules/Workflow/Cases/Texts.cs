using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Workflow.Cases;

/// <summary>What every text of a case must keep to: there when it is owed, not too long, no mark of a secret (政务数据共享条例 3).</summary>
internal static class Texts
{
    /// <summary>All that is wrong with these texts; of each its field, Chinese name, text, most characters, and whether it is owed.</summary>
    public static List<Fault> Check(params ReadOnlySpan<(string Field, string Name, string Text, int Most, bool Owed)> texts)
    {
        var faults = new List<Fault>();
        foreach (var (field, name, text, most, owed) in texts)
        {
            if (owed && string.IsNullOrWhiteSpace(text)) faults.Add(new("workflow.text.required", "请填写{0}。", field, FaultKind.Invalid, name));
            if (text.Length > most) faults.Add(new("workflow.text.too-long", "{0}不超过 {1} 字，现有 {2} 字。", field, FaultKind.Invalid, name, most, text.Length));
            if (ClassificationMarks.Refusal(text, field) is { } marked) faults.Add(marked);
        }
        return faults;
    }
}
