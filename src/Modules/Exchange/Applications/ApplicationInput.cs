using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Exchange.Applications;

/// <summary>What is stated of an application.</summary>
internal sealed record ApplicationInput(string Name, string Purpose, string Allowlist)
{
    private const int MostName = 80, MostPurpose = 500;

    /// <summary>The same without blanks around it.</summary>
    public ApplicationInput Trimmed() => new(Name.Trim(), Purpose.Trim(), string.Join('\n', Allowlist.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)));

    /// <summary>All that is wrong with it.</summary>
    public List<Fault> Check()
    {
        var faults = new List<Fault>();
        Text("name", "应用名称", Name, MostName);
        Text("purpose", "用途和运维责任人", Purpose, MostPurpose);
        faults.AddRange(Applications.Allowlist.Read(Allowlist).Faults);
        return faults;

        void Text(string field, string label, string text, int most)
        {
            if (string.IsNullOrWhiteSpace(text)) faults.Add(new("exchange.text.required", "请填写{0}。", field, FaultKind.Invalid, label));
            if (text.Length > most) faults.Add(new("exchange.text.too-long", "{0}不超过 {1} 字，现有 {2} 字。", field, FaultKind.Invalid, label, most, text.Length));
            if (ClassificationMarks.Refusal(text, field) is { } marked) faults.Add(marked);
        }
    }
}
