using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Exchange.Applications;

/// <summary>One rule for what people write about applications and grants: it stands there where it is owed, is not too long and bears no mark of a secret.</summary>
internal static class StatedText
{
    /// <summary>The longest reason, opinion or note.</summary>
    public const int MostReason = 500;

    /// <summary>All that is wrong with a reason, which is owed.</summary>
    public static List<Fault> Reason(string text, string label, string field = "reason") => Check(text, label, field, MostReason);

    /// <summary>All that is wrong with a text; <paramref name="label"/> is its Chinese name.</summary>
    public static List<Fault> Check(string text, string label, string field, int most, bool owed = true)
    {
        var faults = new List<Fault>();
        if (owed && string.IsNullOrWhiteSpace(text)) faults.Add(new("exchange.text.required", "请填写{0}。", field, FaultKind.Invalid, label));
        if (text.Length > most) faults.Add(new("exchange.text.too-long", "{0}不超过 {1} 字，现有 {2} 字。", field, FaultKind.Invalid, label, most, text.Length));
        if (ClassificationMarks.Refusal(text, field) is { } marked) faults.Add(marked);
        return faults;
    }
}
